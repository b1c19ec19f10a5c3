"""Credits: each form of crediting an outlet, with outlets that no list knows."""

import pytest

from reader.articles.plain import article_from_text
from reader.lexicon.outlets import Row, known_outlets
from reader.model.article import Article, Emphasis, Link
from reader.model.chain import Credit, Outlet, Relation
from reader.text.spans import Span
from reader.tracing.credits.article import find_credits
from reader.tracing.credits.own_outlet import host_core

CITES, WIRE = Relation.CITES_REPORT, Relation.WIRE
WHOLE, FIRST, VIA = Relation.REPUBLISHED_FROM, Relation.FIRST_REPORTED_BY, Relation.AGGREGATED_SUMMARY


def credits_of(text: str, **facts: object) -> list[Credit]:
    return list(find_credits(article_from_text(text, **facts)))  # type: ignore[arg-type]  # keyword facts of an article


def named(text: str, **facts: object) -> list[tuple[str, Relation]]:
    return [(c.outlet, c.relation) for c in credits_of(text, **facts)]


BODY = [
    ("The council will close the bridge, the Millbrook Courier reported.", "Millbrook Courier", CITES),
    ("The council will close the bridge, according to the Harrow Vale Gazette.", "Harrow Vale Gazette", CITES),
    ("The closure was first reported by the Pellworth Echo.", "Pellworth Echo", FIRST),
    ("The Pellworth Echo was the first to report the closure.", "Pellworth Echo", FIRST),
    ("The Corriden Sun broke the story on Monday.", "Corriden Sun", FIRST),
    ("Ellsworth told the Brookfield Leader that she would resign.", "Brookfield Leader", CITES),
    ("Ellsworth told WKXD-TV that she would resign.", "WKXD-TV", CITES),
    ("“I resign,” she said in an interview with Radio Lindenau.", "Radio Lindenau", CITES),
    ("Speaking on WQZV's “Morning Harbor,” the mayor said she would resign.", "WQZV", CITES),
    ("The mayor told WQZV's Ann Porter that she would resign.", "WQZV", CITES),
    ("In an op-ed in the Northmoor Dispatch, the mayor called for calm.", "Northmoor Dispatch", CITES),
    ("Documents obtained by Openfield show that the bridge was unsafe.", "Openfield", CITES),
    ("According to a report in the Saltmarsh Tribune, the bridge was unsafe.", "Saltmarsh Tribune", CITES),
    ("The Saltmarsh Tribune’s report said that the bridge was unsafe.", "Saltmarsh Tribune", CITES),
    ("The footage was broadcast on Kestrel TV.", "Kestrel TV", CITES),
    ("In comments to the Millhaven Star, the mayor denied it.", "Millhaven Star", CITES),
    ("An investigation by the Millhaven Star found the bridge unsafe.", "Millhaven Star", CITES),
    ("The bridge was unsafe, according to tideline.com.", "tideline.com", CITES),
    ("A study in the Journal of Coastal Engineering found the bridge unsafe.", "Journal of Coastal Engineering", CITES),
    ("Her comments were published in the Corriden Sun on Sunday.", "Corriden Sun", CITES),
]
FORMLESS = [
    ("“I resign,” she told local newspaper Tideline.", "Tideline"),
    ("She told Tideline, a local news site, that she would resign.", "Tideline"),
    ("The bridge was unsafe, Tideline reported on Friday.", "Tideline"),
    ("Moore denied it in April, according to The Undertow.", "Undertow"),
    ("The bridge was unsafe, state broadcaster NTKR reported.", "NTKR"),
    ("The semiofficial news agency Orsan said the bridge was unsafe.", "Orsan"),
]
LINES = [
    ("This article originally appeared on Ridgeway Online.", "Ridgeway Online", WHOLE),
    ("This article was originally published by Groundtruth.", "Groundtruth", WHOLE),
    ("Dieser Beitrag erschien zuerst bei Openfield.", "Openfield", WHOLE),
    ("Cet article a été publié initialement par le Courrier du Marais.", "Courrier du Marais", WHOLE),
    ("Republished from the Evenlode Mercury under a Creative Commons license.", "Evenlode Mercury", WHOLE),
    ("She writes for Cinderpath, where this piece was first published.", "Cinderpath", WHOLE),
    ("Source: Evenlode Mercury", "Evenlode Mercury", VIA),
    ("Source: evenlode-mercury.com", "evenlode-mercury.com", VIA),
    ("(via Tideline)", "Tideline", VIA),
    ("h/t Evenlode Mercury", "Evenlode Mercury", VIA),
    ("© 2024 Evenlode Mercury. All rights reserved.", "Evenlode Mercury", WHOLE),
    ("The Norden News Agency contributed to this report.", "Norden News Agency", WIRE),
    ("(Reporting by Ann Porter for Norden News Agency; editing by Bo Lee)", "Norden News Agency", WIRE),
    ("Read on the Evenlode Mercury app", "Evenlode Mercury", WHOLE),
    ("Read the full story at the Evenlode Mercury.", "Evenlode Mercury", VIA),
]
ABROAD = [
    ("Wie der „Nordhafener Anzeiger“ berichtet, ist die Brücke gesperrt.", "Nordhafener Anzeiger"),
    ("Die Brücke ist gesperrt, wie der Ostmark-Kurier am Montag meldete.", "Ostmark-Kurier"),
    ("Laut einem Bericht des Ostmark-Kuriers ist die Brücke gesperrt.", "Ostmark-Kurier"),
    ("„Ich trete zurück“, sagte sie gegenüber dem Ostmark-Kurier.", "Ostmark-Kurier"),
    ("„Ich trete zurück“, sagte sie dem Sender Kanal 9.", "Kanal 9"),
    ("„Ich trete zurück“, sagte die Bürgermeisterin der „Lindener Rundschau“.", "Lindener Rundschau"),
    ("Sie sagte der Neuen Lindener Zeitung, die Brücke sei gesperrt.", "Neue Lindener Zeitung"),
    ("Zuvor hatte der Ostmark-Kurier berichtet, die Brücke sei gesperrt.", "Ostmark-Kurier"),
    ("Einem Bericht der „Lindener Rundschau“ zufolge ist die Brücke gesperrt.", "Lindener Rundschau"),
    ("D'après le Courrier du Marais, le pont est fermé.", "Courrier du Marais"),
    ("Comme l'a révélé le Courrier du Marais, le pont est fermé.", "Courrier du Marais"),
    ("Selon l'agence Norpresse, le pont est fermé.", "Norpresse"),
    ("Interrogée par le Courrier du Marais, la maire a démissionné.", "Courrier du Marais"),
    ("Selon La Gazette du Marais, le pont est fermé.", "La Gazette du Marais"),
    ("Le pont est fermé, rapporte La Gazette du Marais.", "La Gazette du Marais"),
    ("« Je démissionne », a-t-elle déclaré au quotidien Le Phare.", "Le Phare"),
    ("Як пише «Вісник Полісся», міст закрито.", "Вісник Полісся"),
    ("Про це повідомляє «Лиманський вісник».", "Лиманський вісник"),
    ("Як повідомляв «Лиманський вісник», міст закрито.", "Лиманський вісник"),
    ("Про це вона заявила в коментарі виданню «Лиманський вісник».", "Лиманський вісник"),
    ("Про це вона розповіла в інтерв'ю «Радіо Лиман».", "Радіо Лиман"),
]
NONE = [
    "The mayor told Congress that the bridge was unsafe.",
    "The mayor told Moscow that the bridge would be closed.",
    "According to Maria Lopez, the bridge is unsafe.",
    "The bridge is unsafe, according to the Department of Transportation.",
    "The Millhaven Star will cut 40 jobs, its owner said.",
    "Employees of the Evenlode Mercury went on strike.",
    "Photo by Jane Doe / Evenlode Mercury",
    "He posted on Twitter that the bridge was unsafe.",
    "First published on May 31, 2019 / 10:50 AM",
    "The first bridge appeared in West Michigan in 1890.",
    "An Evenlode Mercury poll found that 40 percent agreed.",
    "The Riverton Institute reported that wages fell.",
    "The Energy Information Agency reported on Tuesday that stocks fell.",
    "Source: Ministry of Health",
    "The case was first reported in Wuhan.",
    "The case was first reported by doctors in Lyon.",
    "She appeared in The Green Door in 1990.",
    "He told G7 leaders that he would come.",
    "Laut Innenminister Karl Brandt ist die Brücke gesperrt.",
    "Selon Emmanuel Durand, le pont est fermé.",
    "За словами Олени Коваль, міст закрито.",
    "Міністерство оборони повідомляє, що міст закрито.",
    "Про це повідомив Володимир Коваль.",
    "Laut Gesetz ist das verboten.",
    "Police told the Ashford family that the search was over.",
    "They told the Daily Planet crew to leave.",
    "The match will be shown on Kestrel TV.",
    "She hosts a show on Kestrel TV.",
    "He is suing the Harbour Gazette for libel.",
    "A lawyer for the Harbour Gazette declined to comment.",
    "The owner of the Harbour Gazette, Bo Lee, declined to comment.",
    "Shares of Harbour Media Group fell 3 percent.",
    "The Star Inn was closed.",
    "The book was first published by Brandt & Sons in 1990.",
    "She wrote in her diary that she was sad.",
    "She said on Instagram that she was fine.",
    "In an interview with police, he confessed.",
    "LONDON (Updated) - The bridge is closed.",
    "Follow us on Twitter",
    "Download our app",
]


@pytest.mark.parametrize(("text", "outlet", "relation"), BODY)
def test_words_of_crediting_make_a_credit_of_an_unknown_outlet(text: str, outlet: str, relation: Relation) -> None:
    assert named(text) == [(outlet, relation)]


@pytest.mark.parametrize(("text", "outlet"), FORMLESS)
def test_an_outlet_without_form_is_credited_by_what_is_said_of_it(text: str, outlet: str) -> None:
    assert named(text) == [(outlet, CITES)]


@pytest.mark.parametrize(("line", "outlet", "relation"), LINES)
def test_a_line_credits_as_a_whole(line: str, outlet: str, relation: Relation) -> None:
    text = f"The bridge will be closed from Monday on, the council decided.\n{line}"
    assert named(text) == [(outlet, relation)]


@pytest.mark.parametrize(("text", "outlet"), ABROAD)
def test_german_french_and_ukrainian_credits(text: str, outlet: str) -> None:
    assert named(text) == [(outlet, CITES)]


@pytest.mark.parametrize("text", NONE)
def test_what_looks_like_a_credit_is_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("head", "outlet", "relation"),
    [
        ("NORTHMOOR (Norden News Agency) – The river rose again.", "Norden News Agency", WIRE),
        ("KYIV, March 3 (NNA) - The bridge was closed.", "NNA", WIRE),
        ("By Mara Ellsworth, Norden News Agency\nThe council met.", "Norden News Agency", WIRE),
        ("By Jonas Petrak | Millbrook Courier\nThe council met.", "Millbrook Courier", WHOLE),
    ],
)
def test_datelines_and_bylines_in_the_text(head: str, outlet: str, relation: Relation) -> None:
    assert named(head + "\nIt decided to close the bridge from Monday on.") == [(outlet, relation)]


def test_names_side_by_side_share_their_words() -> None:
    text = "The Saltmarsh Tribune and Channel 47 both reported that the bridge was unsafe."
    assert named(text) == [("Saltmarsh Tribune", CITES), ("Channel 47", CITES)]


def test_the_lines_below_sources_are_credits() -> None:
    text = "Drink more water, the nurses say.\n\nSources:\n\ntideline.com\n\nwww.openfield.org\n\nThat is all."
    assert named(text) == [("tideline.com", VIA), ("openfield.org", VIA)]


@pytest.mark.parametrize(
    "facts",
    [
        {"outlet": "Millbrook Courier"},
        {"outlet": "The Millbrook Courier Online"},
        {"outlet": "Millbrook Courier » Local news"},
        {"outlet": "millbrookcourier.com"},
        {"url": "https://www.millbrook-courier.com/news/1"},
        {"outlet": "courier.example", "metadata": {"og:site_name": ("Millbrook Courier",)}},
    ],
)
def test_an_article_does_not_credit_its_own_outlet(facts: dict[str, object]) -> None:
    assert named("Ellsworth told the Millbrook Courier that she would resign.", **facts) == []


def test_a_byline_for_the_own_outlet_is_none() -> None:
    facts = {"outlet": "tideline.com", "byline": "Ann Porter | Harbour Media News for tideline.com"}
    assert named("The council met on Monday.", **facts) == []


@pytest.mark.parametrize(
    ("byline", "outlet", "relation"),
    [
        ("Norden News Agency", "Norden News Agency", WIRE),
        ("NNA", "NNA", WIRE),
        ("NNA, MANILA", "NNA", WIRE),
        ("Ann Porter, Tideline", "Tideline", WHOLE),
        ("Ann Porter | Millhaven Star", "Millhaven Star", WHOLE),
    ],
)
def test_bylines(byline: str, outlet: str, relation: Relation) -> None:
    (credit,) = credits_of("The council met on Monday.", byline=byline)
    assert (credit.outlet, credit.relation, credit.where) == (outlet, relation, "byline")
    assert credit.span.of(byline) == outlet


@pytest.mark.parametrize(
    "byline", ["Ann Porter, Staff Writer", "Ann Porter and Bo Lee", "By Ann Porter, MD", "Sports desk"]
)
def test_bylines_without_an_outlet(byline: str) -> None:
    assert named("The council met on Monday.", byline=byline) == []


@pytest.mark.parametrize(
    ("key", "value", "outlet", "relation"),
    [
        ("canonical", "https://www.openfield.org/news/1", "openfield.org", WHOLE),
        ("canonical", "https://www.moortagblatt.example/news/1", "moortagblatt.example", WHOLE),
        ("ld.sourceOrganization", "Millhaven Star", "Millhaven Star", WHOLE),
        ("DC.source", "Millhaven Star", "Millhaven Star", WHOLE),
        ("ld.isBasedOn", "https://tideline.com/a", "tideline.com", WHOLE),
        ("syndication-source", "https://tideline.com/a", "tideline.com", WHOLE),
        ("feed.source", "Millhaven Star", "Millhaven Star", WHOLE),
        ("feed.via", "https://tideline.com/a", "tideline.com", VIA),
        ("credit", "h/t Millhaven Star", "Millhaven Star", VIA),
        ("creditline", "Norden News Agency", "Norden News Agency", WIRE),
    ],
)
def test_metadata(key: str, value: str, outlet: str, relation: Relation) -> None:
    (credit,) = credits_of("The council met.", url="https://pellworth.example/1", metadata={key: (value,)})
    assert (credit.outlet, credit.relation) == (outlet, relation)
    assert credit.where == (key if key.startswith("feed.") else f"meta.{key}")
    assert outlet in credit.span.of(value)


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("edition.cnn.com", "cnn"),
        ("cnn.co.uk", "cnn"),
        ("www.moortagblatt.berlin", "moortagblatt"),
        ("deichkurier.hamburg", "deichkurier"),
        ("news.com", "news"),
        ("openfield", "openfield"),
        ("the-sidewalk.xn--p1ai", "thesidewalk"),
    ],
)
def test_the_core_of_a_host_is_its_site_whatever_its_top_level_domain(name: str, core: str) -> None:
    assert host_core(name) == core


def test_a_publisher_is_a_credit_only_if_it_is_an_agency() -> None:
    assert named("The council met.", outlet="pellworth.example", metadata={"ld.publisher": ("Harbour Gazette",)}) == []


def test_the_headline_is_read_where_the_text_does_not_repeat_it() -> None:
    article = Article(text="The council met on Monday.", headline="Bridge is unsafe, the Millhaven Star reports")
    (credit,) = find_credits(article)
    assert (credit.outlet, credit.where) == ("Millhaven Star", "title")


def test_kinds_of_outlets_are_generic_credits() -> None:
    text = "“They left,” he said in a televised briefing carried by Ruritanian state media."
    (credit,) = credits_of(text)
    assert (credit.outlet, credit.generic, credit.relation) == ("Ruritanian state media", True, CITES)
    assert credit.span.of(text) == "carried by Ruritanian state media"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bridge was closed, Ruritanian state television reported.", "Ruritanian state television"),
        ("According to local media, the bridge was closed.", "local media"),
        ("Laut staatlichen Medien ist die Brücke gesperrt.", "staatlichen Medien"),
        ("Die Brücke ist gesperrt, berichtete das Staatsfernsehen.", "Staatsfernsehen"),
        ("Selon les médias locaux, le pont est fermé.", "médias locaux"),
        ("Міст закрито, повідомляють місцеві ЗМІ.", "місцеві ЗМІ"),
    ],
)
def test_kinds_of_outlets_in_four_languages(text: str, kind: str) -> None:
    assert [(c.outlet, c.generic) for c in credits_of(text)] == [(kind, True)]


def test_a_kind_that_stands_before_a_name_is_none() -> None:
    assert named("She told local newspaper Tideline that she would resign.") == [("Tideline", CITES)]


@pytest.mark.parametrize(
    ("text", "outlet", "relation"),
    [
        ("The closure, first reported by The Undertow and confirmed by the council, shocked many.", "Undertow", FIRST),
        ("The Millbrook Courier's Ann Porter reported that the bridge was closed.", "Millbrook Courier", CITES),
        ("The Harbour Gazette, citing two officials, reported that she would resign.", "Harbour Gazette", CITES),
        ("A version of this article appeared in the Harbour Gazette on March 3.", "Harbour Gazette", WHOLE),
        ("Ellsworth wrote in a Millhaven Star op-ed that she would resign.", "Millhaven Star", CITES),
        ("She made the remarks during an interview on Radio Lindenau on Monday.", "Radio Lindenau", CITES),
        ("This report contains material from the Norden News Agency.", "Norden News Agency", WIRE),
        ("As the Millhaven Star reported, she resigned. Later the Star said she had moved.", "Millhaven Star", CITES),
    ],
)
def test_less_usual_words_of_crediting(text: str, outlet: str, relation: Relation) -> None:
    assert named(text) == [(outlet, relation)]


def test_a_source_line_may_end_a_paragraph() -> None:
    assert named("The yard lost its largest order and will close in March. Source: Openfield.") == [("Openfield", VIA)]


def test_an_item_of_a_digest_names_its_outlet_at_its_end() -> None:
    items = (
        "Shares in the yard fell by 3 per cent on Monday after it lost an order. (Harbour Gazette)\n"
        "The port will be dredged in spring, the harbour master says on his page. (The Millhaven Star)\n"
        "The bridge is to be closed for good, since nobody will pay for its repair, it is said."
    )
    assert named(items) == [("Harbour Gazette", VIA), ("Millhaven Star", VIA)]


def test_a_summary_names_what_it_is_of() -> None:
    assert named("The yard will close in March. Summary of a Harbour Gazette report.") == [("Harbour Gazette", VIA)]


def test_a_link_to_a_site_of_its_name_makes_an_outlet_of_a_name() -> None:
    text = "The bridge was unsafe, according to Sidewalk."
    span = Span(text.index("Sidewalk"), len(text) - 1)
    assert find_credits(Article(text=text)) == ()
    (credit,) = find_credits(Article(text=text, links=(Link(span, "https://www.sidewalk.org/news/1"),)))
    assert credit.outlet == "Sidewalk"
    assert find_credits(Article(text=text, links=(Link(span, "https://www.openfield.org/"),))) == ()


def test_a_title_in_italics_is_more_than_a_bare_name() -> None:
    text = "The bridge was unsafe, according to Sidewalk."
    span = Span(text.index("Sidewalk"), len(text) - 1)
    (credit,) = find_credits(Article(text=text, emphasis=((span, Emphasis.EMPHASIS),)))
    assert credit.outlet == "Sidewalk"


def test_a_programme_stands_for_its_outlet() -> None:
    outlet = Outlet("Kestrel Bay Broadcasting", programmes=("Harbor This Morning",))
    article = article_from_text("The mayor said Sunday on “Harbor This Morning” that she would resign.")
    (credit,) = find_credits(article, lexicon=known_outlets().extended([Row(outlet, frozenset())]))
    assert credit.outlet == "Kestrel Bay Broadcasting"


def test_captions_credit_nothing() -> None:
    text = "The council met on Monday and closed the bridge for good.\nThe bridge. (Photo: Ann Porter/Millhaven Star)"
    assert named(text) == []


def test_the_strongest_relation_is_kept_once() -> None:
    text = "The mayor told the Millhaven Star that she would resign.\nThis story first appeared in the Millhaven Star."
    assert named(text) == [("Millhaven Star", WHOLE)]


def test_outlets_that_the_user_adds_are_known() -> None:
    lexicon = known_outlets().extended(
        [Row(Outlet("Fox River Almanack Co", ("FRAC Letter",), agency=True), frozenset())]
    )
    article = article_from_text("The FRAC Letter contributed to this report.")
    (credit,) = find_credits(article, lexicon=lexicon)
    assert (credit.outlet, credit.relation) == ("Fox River Almanack Co", WIRE)
