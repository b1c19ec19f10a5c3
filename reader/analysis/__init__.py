"""Article -> attributions and officials. Pure, standard library only, linear in the length of the text.

Enters: ``model.article.Article``. Leaves: ``model.claim.Analysis``. May not know: network, clock, database, screen.
"""
