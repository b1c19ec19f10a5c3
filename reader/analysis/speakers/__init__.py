"""Speakers: whom the source of an attribution stands for, over the whole article.

Enters: drafts, and the persons and bodies of the article. Leaves: a speaker for each draft, or None: unresolved is
better than wrong (``resolution``); and the collectives that speak or act (``collectives``).
"""
