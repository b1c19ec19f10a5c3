"""Confidence: the probability that an edge is right, from the kind of proof it rests on."""

from reader.model.chain import Basis
from reader.tracing.reuse import Reuse

_BASIS = {Basis.CREDIT: 0.97, Basis.TEXT: 0.9, Basis.TIME: 0.79}


def edge_confidence(reuse: Reuse, basis: Basis) -> float:
    """Return the confidence of an edge between two stored documents, 0 to 1."""
    related = max(reuse.probability, 0.9 if basis is Basis.CREDIT else 0.5)
    return round(related * _BASIS[basis], 3)
