"""Journeys: a thing that changes at every hop is followed from its first wording to the last."""

from collections.abc import Callable

import pytest

from reader.analysis.article import analyze_article
from reader.articles.plain import article_from_text
from reader.model.chain import Basis, Chain, Derivation, DerivationKind, DriftType
from reader.model.journey import follow_changes
from reader.tracing.document import TracedDocument
from reader.tracing.reuse.fingerprint import make_fingerprint
from reader.tracing.story.chain import build_chain

Make = Callable[[list[str]], Chain]


@pytest.fixture
def chain_of() -> Make:
    """A function that makes a chain of texts, each taken from the one before, the last one open."""

    def make(texts: list[str]) -> Chain:
        documents = []
        for index, text in enumerate(texts):
            article = article_from_text(text, outlet=f"Paper {index}")
            documents.append(
                TracedDocument(str(index), article, analyze_article(article), (), make_fingerprint(article))
            )
        edges = [
            Derivation(str(i), str(i + 1), DerivationKind.REWRITE, 0.9, Basis.CREDIT) for i in range(len(texts) - 1)
        ]
        return build_chain(documents[-1].key, documents, edges)

    return make


def _ways(chain: Chain, kind: DriftType) -> list[list[tuple[str, str]]]:
    return [[(w.node, w.words) for w in j.wordings] for j in follow_changes(chain) if j.type is kind]


def test_a_number_that_changes_at_every_hop(chain_of: Make) -> None:
    chain = chain_of(
        [
            "Fourteen hives were stolen from Marl Moor on Sunday, keeper Ada Brinkmann said. She has 62 of them.",
            "At least 14 hives were stolen from Marl Moor, according to keeper Ada Brinkmann, who has 62.",
            "More than a dozen hives of keeper Ada Brinkmann were stolen from Marl Moor. She owns 62.",
            "Dozens of hives were stolen from the keeper Ada Brinkmann on Marl Moor. She owned 62.",
            "Hundreds of hives were stolen on Marl Moor from keeper Ada Brinkmann, who owned 62.",
        ]
    )
    assert _ways(chain, DriftType.NUMBER) == [
        [
            ("0", "Fourteen"),
            ("1", "At least 14"),
            ("2", "More than a dozen"),
            ("3", "Dozens"),
            ("4", "Hundreds"),
        ]
    ]


def test_a_hop_that_changes_nothing_adds_no_wording(chain_of: Make) -> None:
    first = (
        "The bridge of Saltmarsh cost 320,000 crowns, mayor Fenella Marrick said. "
        "“Our town paid for the same steel twice over,” she added."
    )
    second = first.replace("Marrick", "Merrick")
    third = second.replace("320,000", "350,000")
    fourth = third.replace("Merrick", "Merrik").replace("350,000", "530,000").replace("paid for", "bought")
    chain = chain_of([first, second, third, fourth])
    assert _ways(chain, DriftType.NAME) == [[("0", "Marrick"), ("1", "Merrick"), ("3", "Merrik")]]
    assert _ways(chain, DriftType.NUMBER) == [[("1", "320,000"), ("2", "350,000"), ("3", "530,000")]]
    assert [len(way) for way in _ways(chain, DriftType.QUOTE)] == [2]


def test_a_quotation_is_followed_until_it_is_lost(chain_of: Make) -> None:
    tail = "\n\nThe harbour of Saltmarsh will stay closed to ships until the crane has been raised, the port said."
    chain = chain_of(
        [
            f"“Nobody told us why the cranes had stopped turning,” said Ada Brinkmann.{tail}",
            f"“Nobody told us why the crane had stopped working,” said Ada Brinkmann.{tail}",
            tail.strip(),
        ]
    )
    [way] = _ways(chain, DriftType.QUOTE)
    assert [words for _, words in way] == [
        "Nobody told us why the cranes had stopped turning",
        "Nobody told us why the crane had stopped working",
        "",
    ]


def test_a_chain_without_changes_has_no_journeys(chain_of: Make) -> None:
    assert follow_changes(chain_of(["The bridge of Saltmarsh cost 320,000 crowns."] * 3)) == ()
