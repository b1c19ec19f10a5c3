"""Numbers: value, unit, what they count; never out of bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.numbers import find_numbers, fold_date, read_number_words


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("more than 1,200 miles", "1,200", 1200.0, "mile"),
        ("a loss of $12.9bn", "$12.9bn", 12.9e9, "$"),
        ("priced at HK$176 a share", "HK$176", 176.0, "HK$"),
        ("rose 2.8 per cent", "2.8 per cent", 2.8, "%"),
        ("one hundred and twenty-three people", "one hundred and twenty-three", 123.0, ""),
        ("half a million birds", "half a million", 5e5, ""),
        ("two-thirds of voters", "two-thirds", 2 / 3, ""),
        ("some 5 million euros", "5 million", 5e6, "€"),
        ("the 6th fatality", "6th", 6.0, "ordinal"),
        ("the sixth fatality", "sixth", 6.0, "ordinal"),
        ("three dozen eggs", "three dozen", 36.0, ""),
        ("in 1987", "1987", 1987.0, "year"),
        ("a 90-day extension", "90", 90.0, "day"),
        ("half an hour later", "half an hour", 0.5, "hour"),
        ("a quarter of a mile away", "a quarter of a mile", 0.25, "mile"),
        ("three-quarters of a million", "three-quarters of a million", 750_000.0, ""),
        ("every eighth patient", "every eighth", 0.125, ""),
        ("8.4 billion cubic metres of gas", "8.4 billion", 8.4e9, "cubic meter"),
        ("50 sq miles burned", "50", 50.0, "square mile"),
        ("80,000 Swiss francs", "80,000", 8e4, "Fr"),
        ("USD 3.2 billion", "USD 3.2 billion", 3.2e9, "$"),
        ("US$5m", "US$5m", 5e6, "$"),
        ("Rs. 400 a day", "Rs. 400", 400.0, "₹"),
        ("a magnitude-6.1 quake", "6.1", 6.1, ""),
        ("5 EUR a head", "5", 5.0, "€"),
        ("5 million EUR a year", "5 million", 5e6, "€"),
        ("5 EURATOM posts", "5", 5.0, ""),
        ("US$ 5 a head", "US$ 5", 5.0, "$"),
        ("12 crown courts", "12", 12.0, ""),
        ("won 12 Olympic crowns", "12", 12.0, ""),
        ("paid 12 Czech crowns", "12", 12.0, "kr"),
        ("paid 12 million crowns", "12 million", 12e6, "kr"),
        ("paid 2.70 crowns", "2.70", 2.7, "kr"),
    ],
)
def test_values_and_units(text: str, words: str, value: float, unit: str) -> None:
    [number] = find_numbers(text)
    assert number.span.of(text) == words
    assert number.value == pytest.approx(value)
    assert number.unit == unit


def test_what_is_counted_and_how_it_is_qualified() -> None:
    text = "with 10 human cases and at least 46 animal cases"
    first, second = find_numbers(text)
    assert (first.counted, second.counted) == (("human", "cases"), ("animal", "cases"))
    assert second.whole.of(text) == "at least 46"


def test_a_number_has_the_unit_of_the_one_it_grew_from_or_to() -> None:
    for text in ("from five kilometres to eight.", "to eight kilometres from five."):
        assert {n.unit for n in find_numbers(text)} == {"kilometer"}
    assert [n.unit for n in find_numbers("rose to 12 per cent from nine")] == ["%", "%"]
    assert [n.unit for n in find_numbers("won by 52 per cent against 48")] == ["%", "%"]
    assert [n.unit for n in find_numbers("served 11 of the 15 years")] == ["years", "years"]
    assert [n.unit for n in find_numbers("walked five kilometres to eight villages")] == ["kilometer", ""]


def test_figures_of_names_are_no_numbers() -> None:
    assert find_numbers("an F-16 and Covid-19") == []


@pytest.mark.parametrize(
    ("text", "vague"),
    [("only a few dozen", "few dozen"), ("several hundred troops", "several hundred"), ("dozens of cars", "dozen")],
)
def test_vague_numbers_have_words_instead_of_a_value(text: str, vague: str) -> None:
    [number] = find_numbers(text)
    assert (number.value, number.vague) == (None, vague)


def test_dates_and_times_are_no_quantities() -> None:
    numbers = find_numbers("On Dec. 24 at 10 a.m., as on 3 May 2021 and in the 1980s, it rang at 9:05.")
    assert [n.unit for n in numbers] == ["date", "time", "date", "decade", "time"]
    assert not any(n.is_quantity for n in numbers)


def test_a_date_has_one_form() -> None:
    assert fold_date("December 24") == fold_date("Dec. 24th") == fold_date("24 December") == "dec 24"


def test_words_that_are_no_number_have_no_value() -> None:
    assert read_number_words("twenty herons") is None
    assert find_numbers("nobody counted the herons") == []


@given(st.text(alphabet=st.sampled_from("0123456789.,$€%stndrh ½ſKmMbB-one two hundred dozen half a few May")))
def test_any_digits_and_number_words_are_read_without_error(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.span.start < number.span.end <= len(text)
        assert number.span.of(text).strip()


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_spans_stay_inside_the_stretch(text: str, start: int, end: int) -> None:
    for number in find_numbers(text, start, end):
        assert start <= number.whole.start < number.whole.end <= max(start, min(end, len(text)))


@pytest.mark.parametrize(
    "number",
    [
        *("7", "$3", "HK$3", "us$4", "a dozen", "a-half", "a couple of", "an hour", "half", "quarter of a century"),
        *(
            "zero",
            "eleven",
            "fourteen",
            "seventeen",
            "twelve",
            "ninety",
            "trillion",
            "twentieth",
            "thirteenth",
            "eighth",
        ),
        *("doubled", "halved", "trebled", "quadrupled", "tenfold", "thrice", "twice", "tens of thousands"),
        *(
            "handful of millions",
            "scores of",
            "several times",
            "every third",
            "USD 3",
            "EUR 4",
            "many thousands",
            "January 4",
            "Sept. 9",
            "4 March",
        ),
    ],
)
def test_each_way_to_begin_a_number_is_known(number: str) -> None:
    assert find_numbers(f"for {number} there")
