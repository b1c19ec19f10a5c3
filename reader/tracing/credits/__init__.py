"""Credits: the words by which an article names where it, or a part of it, is from.

Enters: an article with its analysis, and the lexicon of outlets. Leaves: ``model.chain.Credit`` objects (``article``).
Three kinds of modules: names that may be an outlet's (``outlet_names``, ``outlet_forms``, ``mentions`` ...), words that
credit (``cues`` and its tables), and one zone of an article each (``bylines``, ``lines``, ``body``, ``digests`` ...).
"""
