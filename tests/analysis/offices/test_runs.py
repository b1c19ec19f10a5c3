"""Where a name begins and ends among capitalised words, and which of these tell an office."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article

HELD = [
    "The Rt Hon Bram Holle MP | MP | -",
    "The Rt. Hon. Bram Holle MP | MP | -",
    "Bram Holle MEP | MEP | -",
    "Bram Holle KC | KC | -",
    "Bram Holle, QC, | QC | -",
    "Dr Bram Holle, MD, PhD, director of Tarn Infirmary, | director | Tarn Infirmary",
    "Bram Holle, M.D., director of Tarn Infirmary, | director | Tarn Infirmary",
    "Bram Holle PhD, director of Tarn Infirmary, | director | Tarn Infirmary",
    "The permanent secretary at the Treasury, Sir Bram Holle, | permanent secretary | Treasury",
    "The opposition leader, Bram Holle, | opposition leader | -",
    "Union leader Mr Bram Holle | Union leader | -",
    "DCI Bram Holle | DCI | -",
    "DI Bram Holle of Tarn Constabulary | DI | Tarn Constabulary",
    "PC Bram Holle | PC | -",
    "Det Insp Bram Holle | Det Insp | -",
    "Det. Ch. Insp. Bram Holle | Det. Ch. Insp. | -",
    "Sgt Bram Holle | Sgt | -",
    "Cllr. Bram Holle | Cllr. | -",
    "Lt Gen Bram Holle | Lt Gen | -",
    "Lt. Gen. Bram Holle | Lt. Gen. | -",
    "Brig. Bram Holle | Brig. | -",
    "President Bram Holle Friday | President | -",
    "Mayor Bram Holle March 3 | Mayor | -",
    "Acting President Bram Holle | Acting President | -",
    "Then-President Bram Holle | Then-President | -",
    "Former President Bram Holle | President | -",
    "Ex-mayor Bram Holle | Ex-mayor | -",
    "Outgoing Prime Minister Bram Holle | Outgoing Prime Minister | -",
    "Governor-elect Bram Holle | Governor-elect | -",
    "President-designate Bram Holle | President-designate | -",
    "The Centre for Quiet Water (CQW) director Bram Holle | director | Centre for Quiet Water",
    "Port master Bram Holle | Port master | -",
    "Harbour pilot Bram Holle | Harbour pilot | -",
    "State geologist Bram Holle | State geologist | -",
    "Skyway's country owner, Bram Holle, | country owner | Skyway",
    "The barge owner, Bram Holle, | barge owner | -",
    "The Reverend Bram Holle, of St Osk's, | Reverend | St Osk",
    "Country owner Bram Holle | Country owner | -",
]
"""Subject of «said no» | office | organisation; ``-`` for none."""


def officials(text: str) -> list[str]:
    return [
        " | ".join((o.full_name, *(span.of(text) if span else "-" for span in (o.office, o.organisation))))
        for o in analyze_article(Article(text)).officials
    ]


@pytest.mark.parametrize("row", HELD, ids=lambda row: row.partition(" | ")[0])
def test_the_words_around_a_name_tell_its_office(row: str) -> None:
    phrase, told = row.split(" | ", 1)
    assert officials(f"{phrase} said no.") == [f"Bram Holle | {told}"]


@pytest.mark.parametrize(
    "text",
    [
        "The Hon Bram Holle said no.",
        "The Right Honourable Bram Holle said no.",
        "Bram Holle, MD, said no.",
        "PC World said no.",
        "The MV Lady Holle said no.",
        "The Executive Order said no.",
        "The Cabinet Secretaries said no.",
        "Immigration barrister Bram Holle said no.",
        "Human rights lawyer Bram Holle said no.",
        "Party candidate Bram Holle said no.",
    ],
)
def test_styles_degrees_and_trades_are_no_offices(text: str) -> None:
    assert officials(text) == []


def test_a_day_behind_a_surname_is_no_part_of_it() -> None:
    text = "President Bram Holle left. President Holle Friday signed it."
    (official,) = analyze_article(Article(text)).officials
    assert [span.of(text) for span in (official.name, *official.mentions)] == ["Bram Holle", "Holle"]
