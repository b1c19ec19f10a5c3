"""A claim as it is quoted elsewhere."""

from dataclasses import replace

from reader.export.citation import cite_claim
from reader.model.article import Article
from reader.model.claim import Attribution, Kind
from reader.text.spans import Span
from tests.export.test_markdown import STORED

TEXT = "“We cannot sail,” Ada Fenwick\n said. “Not yet.” He had no more to say."
SAID = Attribution((Span(0, 17),), (Span(31, 35),), (Span(18, 29),), Kind.DIRECT, speaker="Ada Fenwick")
ON = Attribution((Span(37, 47),), (), None, Kind.DIRECT, speaker="Ada Fenwick")


def test_words_source_and_place_are_given() -> None:
    cited = cite_claim(SAID, Article(TEXT, headline="The ferry"), STORED)
    words, place = cited.splitlines()
    assert words == "“We cannot sail,” Ada Fenwick said"
    assert place.startswith(f"— {STORED.outlet}, “The ferry”, ")
    assert place.endswith(STORED.entry.url)


def test_a_speaker_the_words_do_not_name_stands_before_them() -> None:
    assert cite_claim(ON, Article(TEXT), STORED).startswith("Ada Fenwick: “Not yet.”\n— ")


def test_what_is_not_known_leaves_no_gap() -> None:
    bare = replace(STORED, outlet="", entry=replace(STORED.entry, title="", url="", published_at=None))
    assert cite_claim(SAID, Article(TEXT), bare) == "“We cannot sail,” Ada Fenwick said\n— \n"
