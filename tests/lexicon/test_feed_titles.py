import pytest

from reader.lexicon.feed_titles import outlet_of_title


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Harnsey Lantern", "Harnsey Lantern"),
        ("Harnsey Lantern (sample)", "Harnsey Lantern"),
        ("World news | The Guardian", "The Guardian"),
        ("BBC News - Home", "BBC"),
        ("Harnsey Lantern - Sport", "Harnsey Lantern - Sport"),
        ("(sample)", "(sample)"),
        ("", ""),
    ],
)
def test_a_feed_title_names_its_outlet(title: str, outlet: str) -> None:
    found = outlet_of_title(title)
    assert found.removeprefix("The ") in (outlet.removeprefix("The "), f"{outlet} News")
