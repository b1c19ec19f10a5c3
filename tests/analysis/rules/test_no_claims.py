"""Words that look like claims and are none, each beside the like of it that is one."""

import pytest

from tests.analysis.rules.rows import Row, found


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brill maintained an energetic pace into advanced age.",
        "Walkers observed at Karsk's oldest mill.",
        "Karl Orlo said nothing of the kind.",
        "Karl Orlo said little about the mill, which closed in May.",
        "I wrote a guide in May for people in that spot.",
        "When the council cut the funds two years later, Karl Orlo said enough.",
        "On Tuesday, even as shares were tumbling, Karl Orlo wrote to investors.",
        "After a week at sea, in the worst of storms, the crew found little comfort.",
        "Ana Brill was asked about the mill.",
        "Do not click on anything that says it is from the bank.",
        "On the fence one can still read half of the word.",
        "The candidates do not claim to belong to either camp.",
        "It quoted critics like Karl Orlo.",
        "One of the works was a print called “Boats near Karsk”.",
        "The list is maintained by the Karsk Port Authority.",
        "Brill said much the same thing when the bridge was opened.",
        "Neither the union nor the mayor would say whether the mill was lost.",
        "By the way, don't ask me to pay for the mill.",
        "Claiming that the mill is safe is like claiming that the sea is dry.",
        "Staff were not told to leave.",
        "Staff were never asked to leave.",
        "Weather: we expect rain\nThe river rose.",
        "Sport: our team won\nThe river rose.",
        "Letters: we need more trees\nThe river rose.",
        "Travel: my week in Karsk\nThe river rose.",
        "London: our guide to the city\nThe river rose.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ana Brill maintained that she was well.", ("Ana Brill", "maintained", "she was well")),
        ("Karl Orlo said nothing was wrong.", ("Karl Orlo", "said", "nothing was wrong")),
        ("The candidates claim to belong to a camp.", ("The candidates", "claim", "to belong to a camp")),
        ("Brill called the plan “bad for Karsk”.", ("Brill", "called", "the plan “bad for Karsk”")),
        ("Karl Orlo said enough people had come.", ("Karl Orlo", "said", "enough people had come")),
        ("Karl Orlo said something strange happened.", ("Karl Orlo", "said", "something strange happened")),
        ("Karl Orlo said little help came.", ("Karl Orlo", "said", "little help came")),
        ("Brusk: we need boats\nThe river rose.", ("Brusk", ":", "we need boats")),
        ("Staff were told to leave.", (None, "were told", "to leave")),
        (
            "Staff were told to go home by the mayor of Karsk.",
            ("the mayor of Karsk", "were told", "to go home"),
        ),
        (
            "Staff were told by the mayor of Karsk to go home.",
            ("the mayor of Karsk", "were told", "to go home"),
        ),
        (
            "Drivers were urged to leave by the back door.",
            (None, "were urged", "Drivers to leave by the back door"),
        ),
        ("Karl Orlo said one died.", ("Karl Orlo", "said", "one died")),
        (
            "Orlo complained soon after that the line was long.",
            ("Orlo", "complained", "the line was long"),
        ),
        (
            "The dam will hold, Karl Orlo informed on the air of the port radio.",
            ("Karl Orlo", "informed", "The dam will hold"),
        ),
        ("The dam will hold, Karl Orlo said on Monday.", ("Karl Orlo", "said", "The dam will hold")),
        ("Asked whether the dam would hold, he left.", (None, "Asked", "whether the dam would hold")),
        ("A sign on the door reads: No hats.", ("A sign on the door", "reads", "No hats")),
        ("One reads: ‘We have nothing against hats.’", ("One", "reads", "‘We have nothing against hats.’")),
        (
            "The loss was confirmed by the Karsk Port Authority.",
            ("the Karsk Port Authority", "was confirmed by", "The loss"),
        ),
        (
            "The board announced plans to close the mill, and sell the land.",
            ("The board", "announced", "plans to close the mill, and sell the land"),
        ),
    ],
)
def test_somebody_does(text: str, row: Row) -> None:
    assert found(text) == [row]


def test_who_asks_not_to_be_named_says_nothing_by_it() -> None:
    text = "The road is shut, said a clerk, who asked not to give her name."
    assert found(text) == [("a clerk, who asked not to give her name", "said", "The road is shut")]
