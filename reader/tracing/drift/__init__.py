"""Drift: what changed between a source and what was made of it.

Enters: two documents with their alignment. Leaves: ``model.chain.Drift`` items with spans on both sides (``edge``).
Each kind of change has its own module.
"""
