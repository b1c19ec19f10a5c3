"""Turns of interviews and dialogues, gapped clauses, and quotations beside their speaker."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article


def told(text: str) -> list[tuple[str | None, str]]:
    """Return (source, content) of every attribution, as words."""
    found = analyze_article(Article(text)).attributions
    return [(a.source[0].of(text) if a.source else None, a.content[0].of(text)) for a in found]


def test_lines_with_names_are_turns_if_a_name_comes_again() -> None:
    text = "Brill: You have left.\n\nOrlo: I had to.\n\nBrill: Why?\n\nWeather: rain."
    assert told(text) == [("Brill", "You have left."), ("Brill", "Why?")]


def test_a_dialogue_goes_on_with_its_speaker() -> None:
    lines = [
        "— We shall rebuild it, — said Ana Brill.",
        "— And who will pay for it?",
        "— The state will pay, every last cent of it.",
    ]
    text = "\n\n".join(lines)
    assert told(text) == [
        ("Ana Brill", "— We shall rebuild it,"),
        ("Ana Brill", "— The state will pay, every last cent of it."),
    ]


def test_a_list_with_dashes_is_no_dialogue() -> None:
    text = "Brill said the port was closed.\n\n— nine boats that carried grain from Karsk to the sea"
    assert told(text) == [("Brill", "the port was closed")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brill spoke of ten dead, Orlo of twelve.", [("Brill", "ten dead"), ("Orlo", "twelve")]),
        (
            "The ministry put the loss at nine boats; the port at twelve.",
            [("The ministry", "the loss at nine boats"), ("the port", "twelve")],
        ),
        ("Brill spoke of floods of mud.", [("Brill", "floods of mud")]),
    ],
)
def test_a_second_source_may_share_the_verb(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("There is a notice on the door: “We are closed for good.”", "a notice", "“We are closed for good.”"),
        ("Asked if she was tired, Brill laughed. “Daily. But at two.”", "Brill", "“Daily. But at two.”"),
        ("The weekly «Hour of Karsk» writes that the dam is old.", "The weekly «Hour of Karsk»", "the dam is old"),
        ("In the ministry they say that the dam is old.", "the ministry", "the dam is old"),
        ("As the Lantern writes with reference to a guard, the dam was old.", "the Lantern", "the dam was old"),
        ("The dam is old, according to the Lantern, which cites the ministry.", "the ministry", "The dam is old"),
        ("Another, ‘BoatFan’, asked: ‘Does the port go too?’", "Another", "‘Does the port go too?’"),
    ],
)  # fmt: skip
def test_the_source_is_found(text: str, source: str, content: str) -> None:
    assert (source, content) in told(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Brill was blunt: “It is over.”", "Brill", "“It is over.”"),
        ("For Orlo, the answer is simple: “Stop digging.”", "Orlo", "“Stop digging.”"),
        ("Orlo, on the delay: “We were told Monday.”", "Orlo", "“We were told Monday.”"),
        ("Her answer came at once: “No comment.”", "Her", "“No comment.”"),
        ("“A disgrace” is how one resident described the bridge.", "one resident", "“A disgrace”"),
        ("“Why should I?” was his response.", "his", "“Why should I?”"),
        ("“Water finds a way,” Orlo told us, adding: “It always has.”", "Orlo", "“It always has.”"),
        ("“WE WERE ROBBED”: ORLO BLASTS REF", "ORLO", "“WE WERE ROBBED”"),
        ("‘Not a brochure’: Orlo hits back\n\n“This is not a brochure,” Karl Orlo said.", "Orlo", "‘Not a brochure’"),
        ("The firm at Karsk expects a loss, Ana Brill told staff.", "Ana Brill", "The firm at Karsk expects a loss"),
        ("The survey showed that half slept badly, it said.", "The survey", "half slept badly"),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, source: str, content: str) -> None:
    assert (source, content) in told(text)


@pytest.mark.parametrize(
    "text",
    ["Known as “the Hammer”, Orlo laughed.", "Orlo, dubbed “the Hammer”, left.", "Brill did not say when it opens."],
)
def test_names_and_silence_are_no_speech(text: str) -> None:
    assert told(text) == []


def test_a_quotation_behind_a_colon_falls_to_the_speaker_before() -> None:
    text = "“I have a year,” Varga said.\n\nWho hoped to see him stay was disappointed: “A bench is for waiting.”"
    assert told(text)[-1] == ("Varga", "“A bench is for waiting.”")
