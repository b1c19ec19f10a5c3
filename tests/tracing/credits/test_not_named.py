"""Names beside words of crediting that are a person's, a body's or a state's; and forms in which real pages credit."""

import pytest

from reader.articles.plain import article_from_text
from reader.model.chain import Relation
from reader.tracing.credits.article import find_credits

CITES, WIRE, WHOLE = Relation.CITES_REPORT, Relation.WIRE, Relation.REPUBLISHED_FROM


def named(text: str) -> list[tuple[str, Relation]]:
    article = article_from_text(text, outlet="Corriden Weekly")
    return [(credit.outlet, credit.relation) for credit in find_credits(article)]


@pytest.mark.parametrize(
    "text",
    [
        "The Wisconsin Republican said that the bridge would stay.",
        "Claims of theft were made in the Central African Republic.",
        "They spend more than all others.\n\nSource: NATO.",
        "The lawyer said the videos show Marden on the bridge.",
        "An email obtained by Tidelow, the advocacy group, names the mayor.",
        "Citizens for River Order (CRO) asked for papers. The ministry told CRO that it had none.",
        "George Marrindale came late. «Go home», the mayor said, telling Marrindalle that it was dark.",
        "She will take part in an interview with WLNT in the evening.",
        "The show airs at 8 p.m. on WLNT.",
        "He was the anchor of WLNT's “Evening Hour” for ten years.",
        "She became a renowned journalist at the Harbour Gazette.",
        "Mr Marden owns the Harbour Gazette, which has covered the river.",
        "On the front page of the Intelligencer a Mrs Abel sought an umbrella.",
        "How does the lock work? (via Corvina Pell)",
        "The drivers (from Tidelow vendors) were recompiled.",
        "As noted by Corvina Pell of Marden, the lock works.",
        "Published by Harbour Press, 2011. Softcover, 208 pages.",
        "He called the VIA method via the POST method again.",
        "The very name of the Harbour Offgrid Express suggests speed.",
        "She has a programme on Holmside FM called Dew.",
        "A CRVB investigation into the breach is on ice.",
        "More on Tidelow",
        "From Repository to Modules",
        "Open that link in the browser or via the Mail app and look at the pass.",
        "example.org/x/text v0.0.0 was built.",
        "– Optical reading (HR) sensor on the back of the unit",
    ],
)
def test_what_is_no_outlet_or_only_spoken_of_is_not_credited(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This report contains material from Holmside News, Tidelow, and the Harbour Gazette.", "Tidelow"),
        ("The count was exit polling reported by Holmside FM.", "Holmside FM"),
        ("He was pressed on Sunday in a TDLW interview.", "TDLW"),
        ("Holmside News in particular offered a report on the bridge.", "Holmside News"),
        ("According to Ona Pell, writing for Tidelow, it was late.", "Tidelow"),
        ("“It is late,” writes Ona Pell, an analyst for the Harbour Gazette.", "Harbour Gazette"),
        ("The bid, Tidelow disclosed in August, was the only one.", "Tidelow"),
        ("A TideWatcher investigation found no bridge, according to a TideWatcher article.", "TideWatcher"),
        ("How does the lock work? (via Tidelow)", "Tidelow"),
        ("How does the lock work? (via Alpine Lock Fan)", "Alpine Lock Fan"),
        ("As noted by Corvina Pell of Holmside News, the lock works.", "Holmside News"),
        ("The mayor published by Harbour Press a letter; as first reported by Tidelow, it is short.", "Tidelow"),
        ("The bridge is shut, via Holmside News", "Holmside News"),
        ("He was cited in a CRVB story on Sunday.", "CRVB"),
        ("More from Tidelow", "Tidelow"),
        ("Le maire disait à l'hebdomadaire Brumaire qu'il ne céderait rien.", "Brumaire"),
    ],
)
def test_forms_of_real_pages(text: str, expected: str) -> None:
    assert expected in [outlet for outlet, _ in named(text)]


def test_a_writer_before_an_outlet_without_a_mark_is_no_part_of_its_name() -> None:
    assert named("Bridge shut\n\nBy Peter Marden Harbour Times\n\nIt is.")[0] == ("Harbour Times", WHOLE)


def test_a_last_word_is_the_only_outlet_named_in_full() -> None:
    text = "He owns the Tarn Valley Intelligencer.\n\nHe told the Intelligencer that it was late."
    assert named(text) == [("Tarn Valley Intelligencer", CITES)]


def test_a_broadcast_of_a_numbered_channel_is_not_credited_beside_its_outlet() -> None:
    assert named("He told Holmside Radio Four's Any Answers that it was late.") == [("Holmside Radio Four", CITES)]


def test_a_nonprofit_newsroom_is_no_body() -> None:
    text = "This article first appeared on Tidelow, a nonprofit newsroom that covers the river."
    assert named(text) == [("Tidelow", WHOLE)]


def test_a_survey_of_papers_is_no_poll() -> None:
    assert named("So it is, according to a recent Harbour Gazette survey of voter lists.") == [
        ("Harbour Gazette", CITES)
    ]
