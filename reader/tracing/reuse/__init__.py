"""Reuse: how much of one article's text stands in another, measured; says nothing of who was first.

Enters: documents, or their fingerprints. Leaves: shared sentences, quotations and rare words (``overlap``), the facts
that one accounts for in the other (``account``), the words that prove it (``evidence``) and the kind of reuse that they
amount to (``kinds``).
"""
