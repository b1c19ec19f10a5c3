"""Offices with a complement right before a name: «Head of the Office of the President Ana Brill»."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article

TITLES = [
    "Office of the President Bram Holle | - | Office of the President",
    "Deputy head of the Office of the President Bram Holle | Deputy head | Office of the President",
    "The head of the Office of the President Bram Holle | head | Office of the President",
    "Deputy Head of the Office of the President of Varnia Bram Holle | Deputy Head | Office of the President of Varnia",
    "Adviser to the Head of the Office of the President Bram Holle | Adviser to the Head | Office of the President",
    "Adviser to the head of the Office of the President, Bram Holle, | Adviser to the head | Office of the President",
    "Bram Holle, adviser to the head of the Security Service, | adviser to the head | Security Service",
    "Office of the President adviser Bram Holle | adviser | Office of the President",
    "Commander-in-Chief of the Armed Forces Bram Holle | Commander-in-Chief | Armed Forces",
    "Commander-in-Chief of the Armed Forces of Varnia Bram Holle | Commander-in-Chief | Armed Forces of Varnia",
    "Speaker of the Southern Defence Forces Bram Holle | Speaker | Southern Defence Forces",
    "Spokesperson for the Southern Defence Forces Bram Holle | Spokesperson | Southern Defence Forces",
    "Spokesman of the Eastern Grouping of Troops Bram Holle | Spokesman | Eastern Grouping of Troops",
    "Chief of the General Staff Bram Holle | Chief | General Staff",
    "Chief of the General Staff General Bram Holle | Chief | General Staff",
    "Head of the Centre for Sound Water Bram Holle | Head | Centre for Sound Water",
    "Head of the Sund Oblast Bram Holle | Head | Sund Oblast",
    "The head of the hill community Bram Holle | head | hill community",
    "Mayor of Tarn Bram Holle | Mayor | Tarn",
    "President of Varnia Bram Holle | President | Varnia",
    "President of France Bram Holle | President | France",
    "Foreign Minister of Varnia Bram Holle | Foreign Minister | Varnia",
    "Minister of Defence of Varnia Bram Holle | Minister of Defence | Varnia",
    "Minister for Rural Affairs Bram Holle | Minister for Rural Affairs | -",
    "Secretary of State for Work and Pensions Bram Holle | Secretary of State for Work and Pensions | -",
    "Secretary of the National Security and Defence Council Bram Holle | Secretary "
    "| National Security and Defence Council",
    "Press secretary of the President Bram Holle | Press secretary of the President | -",
    "A spokesman for the President Bram Holle | President | -",
    "Spokesman of President Bram Holle | President | -",
    "Director of Public Prosecutions Bram Holle | Director of Public Prosecutions | -",
    "Chief of Staff Bram Holle | Chief of Staff | -",
    "Chief Secretary to the Treasury Bram Holle | Chief Secretary | Treasury",
    "Permanent secretary to the Treasury Sir Bram Holle | Permanent secretary | Treasury",
    "Ambassador of Varnia to the United Nations Bram Holle | Ambassador | Varnia",
    "Ambassador to Karsk Bram Holle | Ambassador to Karsk | -",
    "Speaker of the House of Commons Bram Holle | Speaker | House of Commons",
    "Centers for Disease Control and Prevention Director Bram Holle | Director "
    "| Centers for Disease Control and Prevention",
    "The Centre for Health and Safety director, Bram Holle, | director | Centre for Health and Safety",
    "Health and Human Services Secretary Bram Holle | Secretary | Health and Human Services",
    "Bram Holle, the mayor of London, | mayor | London",
    "Bram Holle, minister of health of France, | minister of health | France",
    "The prime minister of the United Kingdom, Bram Holle, | prime minister | United Kingdom",
    "Bram Holle, a professor of French, | professor of French | -",
]
"""Subject of «said no» | office | organisation; ``-`` for none."""


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row.partition(" | ")[0])
def test_an_office_and_its_complement_are_told_apart(row: str) -> None:
    phrase, *expected = row.split(" | ")
    text = f"{phrase} said no."
    (official,) = analyze_article(Article(text)).officials
    assert official.full_name == "Bram Holle"
    assert [span.of(text) if span else "-" for span in (official.office, official.organisation)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the charity Open Door said no.",
        "The president of the University of Upper Tarn Hills said no.",
        "Leader of the Green Tarn Circle said no.",
        "Captain of the Third Lakemont Rifles said no.",
        "The MP for North Tarn said no.",
        "The Minister of Foreign Affairs said no.",
        "The widow of the Mayor of Tarn said no.",
    ],
)
def test_what_an_office_governs_is_no_person(text: str) -> None:
    assert analyze_article(Article(text)).officials == ()
