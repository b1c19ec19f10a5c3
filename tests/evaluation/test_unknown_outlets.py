from reader.lexicon.outlets import known_outlets
from tests.evaluation.unknown_outlets import Renaming

PAGE = {
    "id": "x",
    "outlet": "nytimes.com",
    "url": "https://www.nytimes.com/2020/01/02/bridge.html",
    "meta": {"og:site_name": ["The New York Times"]},
    "text": "The bridge is shut, the Washington Post reported. The Post said that AP and the Associated Press knew.",
    "credits": [{"outlet": "Washington Post", "relation": "cites-report", "evidence": []}],
}


def test_an_outlet_has_one_invented_name_of_like_form_that_the_lexicon_does_not_know() -> None:
    lexicon = known_outlets()
    renaming = Renaming(lexicon)
    page = renaming.page(PAGE)
    (credit,) = page["credits"]
    assert credit["outlet"].endswith(" Post")
    assert lexicon.find(credit["outlet"]) is None
    assert f"the {credit['outlet']} reported. The Post said" in page["text"]
    assert "Washington" not in page["text"]
    assert "AP " not in page["text"]
    assert renaming.called[page["text"].partition(" said that ")[2].split()[0].casefold()].endswith(" Press")


def test_the_own_host_is_the_own_name() -> None:
    page = Renaming(known_outlets()).page(PAGE)
    (site,) = page["meta"]["og:site_name"]
    assert page["outlet"] == site.removeprefix("The ").replace(" ", "").casefold() + ".com"
    assert page["url"] == f"https://{page['outlet']}/2020/01/02/bridge.html"
