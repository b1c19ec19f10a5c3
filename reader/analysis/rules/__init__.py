"""Rules of attribution, one file a form of words: «S said C», «according to S», «C: report», "C" without a verb.

Enters: a ``tokens.Passage``. Leaves: ``draft.Draft`` attributions, each with the name of its rule; ``model.wording``
says every rule in plain words. ``attribution`` asks them in turn, ``article`` those that look over paragraphs.
"""
