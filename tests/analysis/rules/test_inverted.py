"""«CLAUSE, said S»: whose saying a sentence ends with, whatever verb the clause has."""

import pytest

from tests.analysis.rules.rows import found


@pytest.mark.parametrize(
    ("content", "source"),
    [
        ("The council plans to raise fares next year", "harbour minister Ana Brill"),
        ("The ministry rejects the offer", "Ana Brill, its spokeswoman"),
        ("Karsk Fuels denies the charge", "lawyer Ana Brill"),
        ("Orbis backs Velm in its fight with the council", "Karl Orlo"),
        ("The company supports the plan", "Ana Brill"),
        ("Zubrovia uses drones at night", "Colonel Karl Orlo"),
        ("Orbis Corp. backs Velm Inc. in its fight over the mill", "President and Chief Legal Officer Karl Orlo"),
        ("If the rain stops, the town plans to open the road", "Mayor Ana Brill"),
        ("Karsk Foods cuts jobs", "the union"),
        ("The company supported the plan", "Ana Brill"),
    ],
)
def test_the_person_behind_the_verb_says_it(content: str, source: str) -> None:
    assert (source, "said", content) in found(f"{content}, said {source}.")
    assert (source, "said", content) in found(f"{content}, said {source} on Tuesday.")


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("Ana Brill, the mayor", "Karsk lost"),
        ("Ana Brill, the mayor", "Karl Orlo stole it"),
        ("Ana Brill, who runs the mill", "Karsk needs rain"),
        ("Ana Brill, head of the docks", "the firm fights crime"),
        ("The mayor, Ana Brill", "the ministry plans to sell the mill"),
    ],
)
def test_a_comma_that_closes_an_insertion_belongs_to_the_subject(source: str, content: str) -> None:
    assert (source, "said", content) in found(f"{source}, said {content}.")


def test_what_is_said_inside_ends_with_it() -> None:
    assert ("Karsk Fuels", "denies", "the charge") in found("Karsk Fuels denies the charge, said lawyer Ana Brill.")
