"""The country of an official, where the text words one beside office or organisation."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article

STATED = [
    ("France's interior minister Ana Brill said no.", "France"),
    ("The French interior minister, Ana Brill, said no.", "French"),
    ("Ana Brill, spokeswoman for Ukraine's General Staff, said no.", "Ukraine"),
    ("Ana Brill, the president of New Zealand, said no.", "New Zealand"),
    ("North Korean foreign minister Ana Brill said no.", "North Korean"),
    ("US Secretary of State Ana Brill said no.", "US"),
    ("Ana Brill, Germany’s ambassador to France, said no.", "Germany"),
]
NOT_STATED = [
    "Ana Brill, mayor of Tarn, said no.",
    "Ana Brill, the ambassador to France, said no.",
    "In France, Mayor Ana Brill of Tarn said no.",
    "Georgia Governor Ana Brill said no.",
    "European Commission president Ana Brill said no.",
    "They asked us. Mayor Ana Brill said no.",
]


@pytest.mark.parametrize(("text", "country"), STATED)
def test_the_country_stands_in_or_before_office_and_organisation(text: str, country: str) -> None:
    (official,) = analyze_article(Article(text)).officials
    assert official.country is not None
    assert official.country.of(text) == country


@pytest.mark.parametrize("text", NOT_STATED)
def test_other_places_are_no_country_of_an_official(text: str) -> None:
    (official,) = analyze_article(Article(text)).officials
    assert official.country is None
