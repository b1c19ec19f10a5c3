"""Who is meant by a bare surname."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article


@pytest.mark.parametrize(
    ("name", "respelt"),
    [("Brozensky", "Brozenskyy"), ("Brozenskyy", "Brozenskiy"), ("Orlovych", "Orlovich"), ("Gombač", "Gombac")],
)
def test_a_surname_in_another_spelling_is_a_mention(name: str, respelt: str) -> None:
    text = f"President Ana {name} left. {respelt} came back. Later {respelt}’s team came."
    (official,) = analyze_article(Article(text)).officials
    assert [m.of(text) for m in official.mentions] == [respelt, respelt]


def test_somebody_else_who_is_spelt_so_keeps_the_name() -> None:
    text = "Mayor Ana Smith met Governor Karl Smyth. Smith said no. Smyth said yes."
    found = {o.full_name: [m.of(text) for m in o.mentions] for o in analyze_article(Article(text)).officials}
    assert found == {"Ana Smith": ["Smith"], "Karl Smyth": ["Smyth"]}


def test_a_spelling_that_two_can_have_is_nobody_s() -> None:
    text = "Mayor Ana Brozensky met Governor Karl Brozenskyy. Brozenskiy said no."
    assert [o.mentions for o in analyze_article(Article(text)).officials] == [(), ()]
