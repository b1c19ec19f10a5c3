"""Parts of a clause that every rule of attribution asks for: its verb, its subject, what stands behind, its content.

Enters: a ``tokens.Passage`` and a place in it. Leaves: token ranges and ``reading.Reading``. Knows no rule.
"""
