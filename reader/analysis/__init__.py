"""Article -> attributions and officials. Pure, standard library only, linear in the length of the text.

Enters: ``model.article.Article``. Leaves: ``model.claim.Analysis``. May not know: network, clock, database, screen.

Decision: hand-written rules over tokens, no parser and no trained model. A dependency parser gave the same rules about
one hundredth of F1 more at a fortieth of the speed and 200 MiB of memory; a model trained on the one large corpus could
not be shipped (it states no licence).

The way of one article (``article``): ``tokens`` (words, sentences, quotations) -> ``attribution`` over the ``rules``,
which share ``clauses`` -> ``offices`` (persons, offices, officials) -> ``speakers`` -> ``nesting``. Whatever looks left
or right stops after a fixed number of tokens, which keeps the whole linear.
"""
