"""Kinds of change: which weigh most."""

from reader.model.chain import DriftType


def test_every_kind_has_a_rank_of_its_own_and_statements_the_last() -> None:
    ranks = sorted(DriftType, key=lambda kind: kind.rank)
    assert len({kind.rank for kind in DriftType}) == len(DriftType)
    assert ranks[0] is DriftType.QUOTE
    assert set(ranks[-2:]) == {kind for kind in DriftType if kind.is_claim}
