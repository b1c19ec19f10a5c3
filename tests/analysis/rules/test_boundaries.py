"""Where a content ends, and which words between cue and content belong to neither."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article


def contents(text: str) -> list[list[str]]:
    """Return the contents of every attribution, as words."""
    return [[span.of(text) for span in a.content] for a in analyze_article(Article(text)).attributions]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Brill said the dam would hold, though she gave no reason.", "the dam would hold"),
        ("Brill said the dam would hold, as the Lantern reported.", "the dam would hold"),
        ("Brill said the dam would hold, as it had in May.", "the dam would hold"),
        ("Brill said she backed Karl Orlo, who left the council in May.", "she backed Karl Orlo"),
        ("Brill said the gate would open — a step that surprised the port.", "the gate would open"),
        ("Brill said nine boats were lost; two of them were found in Karsk.", "nine boats were lost"),
        ("While Brill said he'd hold a vote, it's unlikely to pass.", "he'd hold a vote"),
        ("Although in May she said the vote was a mistake, at the fair she smiled.", "the vote was a mistake"),
    ],
)  # fmt: skip
def test_the_reporters_own_clause_is_outside(text: str, content: str) -> None:
    assert [content] in contents(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Brill said Karl Orlo, who runs the mill, should resign.", "Karl Orlo, who runs the mill, should resign"),
        ("Brill said the old, though sturdy, bridge was safe.", "the old, though sturdy, bridge was safe"),
        ("Brill said the mill — a ruin since 1980 — should be sold.", "the mill — a ruin since 1980 — should be sold"),
    ],
)
def test_what_stands_amid_a_content_does_not_end_it(text: str, content: str) -> None:
    assert contents(text) == [[content]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She denied it, saying the sum was wrong and calling it “a joke.”", ["the sum was wrong", "it “a joke.”"]),
        ("Both left, Brill saying she was tired and Orlo calling it “a farce.”", ["she was tired", "it “a farce.”"]),
    ],
)
def test_a_further_participle_ends_the_content_of_the_first(text: str, found: list[str]) -> None:
    assert [c for c in contents(text) if c != ["it"]] == [[f] for f in found]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The bridge is shut, the Lantern reported ten days ago.", "The bridge is shut"),
        ("A spokesman told rival paper Lantern that the firm was sound.", "the firm was sound"),
        ("Pressed again, he said only that he was happy.", "he was happy"),
        ("The river (nine feet deep, according to the port) froze.", "nine feet deep"),
        ("The boat sank, according to Karsk Watch, a group that follows the harbour.", "The boat sank"),
        ("The boats were lost, it was reported last night.", "The boats were lost"),
        ("Orlo asked growers not to burn wood.", "growers not to burn wood"),
        ("The firm told growers not to burn wood.", "not to burn wood"),
        ("The union has promised a strike.", "a strike"),
        ("Brill cited the audit as her reason.", "the audit as her reason"),
        ("Staff dispute the figure, because the counter was broken.", "the figure"),
        ("It asks for nine crowns to replace them.", "nine crowns to replace them"),
        ("One concluded the opposite and was withdrawn.", "the opposite"),
    ],
)
def test_what_belongs_to_cue_or_source_is_outside(text: str, content: str) -> None:
    assert contents(text) == [[content]]


@pytest.mark.parametrize(
    "text",
    [
        "Orlo runs a programme called Clean Harbour.",
        "The intake has a screen that a man called Dub cleans with a rake.",
        "There's also a series, called “Quick Answer.”",
        "One of the few people he didn't attack was the coach.",
        "Brill set the rule by which states should be judged.",
        "Nobody can say how it began.",
        "The club did not comment on Monday.",
        "An owner should ask himself whether the ship is safe.",
        "You will have read about it in the Lantern: the boat sank.",
        "Insurance claims for stolen bees have trebled.",
        "A group of members met on Tuesday to discuss document requests.",
        "It fell on the climb they call Stygg.",
    ],
)
def test_naming_and_nouns_attribute_nothing(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Brill said that weekend trains would run again.", "weekend trains would run again"),
        ("Brill said that day care should be free.", "day care should be free"),
        ("Brill said that night shifts would end.", "night shifts would end"),
        ("Brill said that morning that the dam would hold.", "the dam would hold"),
        ("Brill said that morning the dam would hold.", "the dam would hold"),
        ("Brill wrote that day in the Lantern that the dam would hold.", "the dam would hold"),
        ("Brill told reporters that night Karl Orlo would leave.", "Karl Orlo would leave"),
    ],
)
def test_that_and_a_time_are_an_adjunct_only_before_a_new_phrase(text: str, content: str) -> None:
    assert contents(text) == [[content]]
