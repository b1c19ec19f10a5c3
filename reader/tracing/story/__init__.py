"""Stories: who derives from whom among linked documents, and the chain around the one that is open.

Enters: documents and their links. Leaves: ``model.chain.Derivation`` edges with confidence (``derivation`` conducts
``absent``, ``citing`` and ``betterment`` over the ``graph``) and ``model.chain.Chain`` (``chain``).
"""
