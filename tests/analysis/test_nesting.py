"""Who reports whom."""

from reader.analysis.article import analyze_article
from reader.analysis.nesting import nest
from reader.model.article import Article
from reader.model.claim import Attribution
from reader.text.spans import Span


def tree(text: str) -> list[tuple[str, int | None]]:
    return [(a.source[0].of(text) if a.source else "-", a.parent) for a in analyze_article(Article(text)).attributions]


def test_an_outlet_reports_officials() -> None:
    text = "The Daily Lantern reported Thursday that military officials said the town had been cut off."
    assert tree(text) == [("The Daily Lantern", None), ("military officials", 0)]


def test_three_levels() -> None:
    text = "The Daily Lantern reported that officials said Brill had told them that the dam was safe."
    assert tree(text) == [("The Daily Lantern", None), ("officials", 0), ("Brill", 1)]


def test_the_outer_source_may_stand_last() -> None:
    text = "Ana Brill told her staff that the office would close, the Daily Lantern reported."
    assert tree(text) == [("the Daily Lantern", None), ("Ana Brill", 0)]


def test_an_outlet_quotes_a_source() -> None:
    text = "The Daily Lantern quoted a source in the ministry as saying that the minister would resign."
    assert tree(text) == [("The Daily Lantern", None), ("a source in the ministry", 0)]


def test_neighbours_are_not_nested() -> None:
    text = "Brill said the dam was safe. Orlo said it was not."
    assert tree(text) == [("Brill", None), ("Orlo", None)]


def test_coordinated_claims_of_an_inner_source_share_its_parent() -> None:
    text = "The Lantern reported that Brill said the dam was safe and warned that the road was not."
    assert [parent for _, parent in tree(text)] == [None, 0, 0]


def _attribution(start: int, end: int, cue: int) -> Attribution:
    return Attribution((Span(start, end),), (Span(cue, cue + 1),))


def test_the_smallest_holder_is_the_parent_and_parents_come_first() -> None:
    inner, middle, outer = _attribution(20, 30, 18), _attribution(10, 40, 8), _attribution(5, 50, 1)
    nested = nest([inner, middle, outer])
    assert [(a.content[0].start, a.parent) for a in nested] == [(5, None), (10, 0), (20, 1)]


def test_no_attributions_no_nest() -> None:
    assert nest([]) == ()
