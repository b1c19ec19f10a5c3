"""Names on lines in capitals."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article


def officials(text: str) -> list[str]:
    found = analyze_article(Article(text)).officials
    return [
        " | ".join([o.full_name, o.office.of(text) if o.office else "-", *(m.of(text) for m in o.mentions)])
        for o in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MAYOR ANA BRILL QUITS AFTER LONG ROW OVER BRIDGE", "ANA BRILL | MAYOR"),
        ("GRAIN DEAL DEAD, SAYS MINISTER ANA BRILL", "ANA BRILL | MINISTER"),
        ("UNION SLAMS PRESIDENT ANA BRILL\nShe was away.", "ANA BRILL | PRESIDENT"),
        ("ANA BRILL, THE MAYOR OF TARN, SAID NO.", "ANA BRILL | MAYOR"),
        ("GOVERNOR ANA BRILL'S LAST WORD", "ANA BRILL | GOVERNOR"),
        ("MAYOR ANA BRILL QUITS\nBrill said she was tired.", "ANA BRILL | MAYOR | Brill"),
        ("PRESIDENT HOLLE WARNS TARN\nBram Holle has warned the town.", "Bram Holle | PRESIDENT | HOLLE"),
        ("HOLLE WARNS TARN\nPresident Bram Holle has warned the town.", "Bram Holle | President | HOLLE"),
        ("MAYOR BRAM HOLLE\nBram Holle left Karsk.", "Bram Holle | MAYOR | BRAM HOLLE"),
        ("BRAM HOLLE, the mayor of Tarn, said no.", "BRAM HOLLE | mayor"),
    ],
)
def test_an_official_named_in_capitals(text: str, expected: str) -> None:
    assert officials(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "MAYOR SAYS BRIDGE IS UNSAFE",
        "GRAIN DEAL DEAD, MINISTER WARNS",
        "GENERAL ORDERS RETREAT\nOrders came late.",
        "ANA BRILL LEAVES TARN",
    ],
)
def test_words_of_a_line_in_capitals_are_no_names(text: str) -> None:
    assert officials(text) == []
