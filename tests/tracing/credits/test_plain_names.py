"""Names without the form of an outlet beside words of crediting, and what only looks like such a credit."""

import pytest

from reader.articles.plain import article_from_text
from reader.tracing.credits.article import find_credits


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The minister told Tomorrow that he had seen a dentist.", "Tomorrow"),
        ("Its owner told Seven Spoons, the cooks' monthly, that the pans were old.", "Seven Spoons"),
        ("He said in a radio interview over dyZQ that the pier was there.", "dyZQ"),
        ("She was answering a report by Ulabasa, which published pictures of the pier.", "Ulabasa"),
        ("A second line, dug up by DroidShed, names the colour.", "DroidShed"),
        ("Er hat dem „Grunder Ortsblick“ verraten, dass er lieber malt.", "Grunder Ortsblick"),
        ("So sei das eben, so Ulf Brand bei Stadtradio Zwei.", "Stadtradio Zwei"),
        ("Le contrat, dont Le Palabrant s'est procuré une copie, prévoit une prime.", "Le Palabrant"),
        ("Le port est ouvert.\n\nAvec ZQS", "ZQS"),
        ("The bridge is open.\n\n—with a report from Mel Pun, Ulabasa", "Ulabasa"),
        ("The leak came to light when Mara Ost of the Lamp Courier found a bill.", "Lamp Courier"),
        ("Das berichtet die Uferwarte unter Berufung auf Ermittler.", "Uferwarte"),
    ],
)
def test_names_without_form_are_credited_by_the_words_beside_them(text: str, outlet: str) -> None:
    assert outlet in [c.outlet for c in find_credits(article_from_text(text, outlet="Harrow Vale Post"))]


@pytest.mark.parametrize(
    "text",
    [
        "A user calling himself Brant Insider wrote that the parrot had won.",
        "Interrogée par La Dépêche du Haut-Tarn, la directrice a souri.",
        "The storm, he said on the Atlantic coast, was short.",
        "Le clocher en hiver. © AFP\n\nLes cloches sonnent encore.",
        "Er hat dem Bürgermeister verraten, dass er lieber malt.",
        "The notice ran for eleven years in the Weekly Bucket.",
    ],
)
def test_names_that_only_look_credited_are_none(text: str) -> None:
    assert find_credits(article_from_text(text, outlet="La Dépêche du Haut-Tarn")) == ()


def test_digests_remark_on_their_sources_and_shorten_their_names() -> None:
    text = (
        "United will let their keeper leave in the winter. (Daily Terrace)\n\n"
        "Inter have asked about the price of the man. (Tuttapalla - in Italian)\n\n"
        "The stand is to be named after a shop. (Vale Evening Mercury, subscription required)\n\n"
        "A dog that ran on has been signed for the programme. (Terrace)"
    )
    credits = find_credits(article_from_text(text, outlet="Touchline"))
    assert [c.outlet for c in credits] == ["Daily Terrace", "Tuttapalla", "Vale Evening Mercury"]
