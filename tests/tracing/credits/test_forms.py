"""Credits in more forms of words and names, each with outlets that no list knows; and what only looks like one."""

import pytest

from reader.articles.plain import article_from_text
from reader.model.chain import Relation
from reader.tracing.credits.article import find_credits

CITES, WIRE = Relation.CITES_REPORT, Relation.WIRE
WHOLE, FIRST, VIA = Relation.REPUBLISHED_FROM, Relation.FIRST_REPORTED_BY, Relation.AGGREGATED_SUMMARY
BEFORE = "Workmen came to Corriden in the morning with a barrow and two signs, and it rained."
BEHIND = "Nobody had asked them for anything but a new lamp, which they had left at home."


def named(text: str, byline: str = "") -> list[tuple[str, Relation]]:
    article = article_from_text(text, outlet="Corriden Weekly", byline=byline)
    return [(c.outlet, c.relation) for c in find_credits(article)]


@pytest.mark.parametrize(
    ("words", "outlet", "relation"),
    [
        ("He told the breakfast programme of Holmside FM that he would go.", "Holmside FM", CITES),
        ("He told reporters from Holmside FM that he would go.", "Holmside FM", CITES),
        ("He would go, per Jane Marden of Tidelow.", "Tidelow", CITES),
        ("He spoke on the podcast from Tidelow.", "Tidelow", CITES),
        ("The audit was leaked to Openfield.", "Openfield", CITES),
        ("The audit was sent to the local paper, Tidelow, which printed it in full.", "Tidelow", CITES),
        ("The fishing weekly Tidelow wrote that the bridge was unsafe.", "Tidelow", CITES),
        ("The village daily, Skerry Day, has calculated that it would take a year.", "Skerry Day", CITES),
        ("The Marsh Thunderer followed with a report on the audit.", "Marsh Thunderer", CITES),
        ("It was read out by the Sunday Clarion, which published two pages.", "Sunday Clarion", CITES),
        ("The Sunday Clarion reported that the bridge was unsafe.", "Sunday Clarion", CITES),
        ("According to Fox-owned WLNT, the road was shut.", "WLNT", CITES),
        ("According to News 12 Harborview, the road was shut.", "News 12 Harborview", CITES),
        ("WLNT Channel 8 reported that the road was shut.", "WLNT Channel 8", CITES),
        ("He said in an interview with El Faro de la Ría.", "El Faro de la Ría", CITES),
        ("The Brassington Mercury's Ona Pell broke the news.", "Brassington Mercury", FIRST),
        ("The Brassington Mercury was first with the story.", "Brassington Mercury", FIRST),
        ("Additional reporting by the Brassington Mercury.", "Brassington Mercury", WIRE),
        ("The post Road shut after rain appeared first on The Marsh Clarion.", "Marsh Clarion", WHOLE),
        ("READ ON THE TIDELOW APP", "Tidelow", WHOLE),
        ("Full story: Marsh Clarion", "Marsh Clarion", VIA),
        ("He told Now magazine that he would go.", "Now", CITES),
        ("He told the Independent newspaper that he would go.", "The Independent", CITES),
        ("“I will go,” he was quoted as saying by Tidelow.", "Tidelow", CITES),
        ("The Moor Gazette has seen the letter.", "Moor Gazette", CITES),
        ("In a letter to the Moor Gazette, he said he would go.", "Moor Gazette", CITES),
        ("He made the remark in the Moor Gazette.", "Moor Gazette", CITES),
        ("On Moor FM this morning he said he would go.", "Moor FM", CITES),
        ("He told the Marsh Talk podcast that he would go.", "Marsh Talk", CITES),
        ("He told the Moor Broadcasting Corporation that he would go.", "Moor Broadcasting Corporation", CITES),
        ("The Moor Gazette put the number at nine.", "Moor Gazette", CITES),
        ("It was the Moor Gazette that broke the story.", "Moor Gazette", FIRST),
        ("The claims were first made public by the Moor Gazette.", "Moor Gazette", FIRST),
        ("With inputs from HNA.", "HNA", WIRE),
        ("This article is published in partnership with the Moor Gazette.", "Moor Gazette", WHOLE),
        ("To read the full article, visit Moor Gazette.", "Moor Gazette", VIA),
        ("The Moor Gazette's reporter Jane Marden said that he would go.", "Moor Gazette", CITES),
        ("The Moor Gazette's editor in chief, Jane Marden, wrote that he would go.", "Moor Gazette", CITES),
        ("He told a Moor Gazette documentary that he would go.", "Moor Gazette", CITES),
        ("He told the Moor Gazette online that he would go.", "Moor Gazette", CITES),
        ("He told Reuters staffing was low.", "Reuters", CITES),
        ("He wrote a paper in the journal Marsh Ecology.", "Marsh Ecology", CITES),
        # German
        ("Das geht aus einem Bericht des Nordkuriers hervor.", "Nordkurier", CITES),
        ("Laut einem Bericht des Saarboten ist die Brücke gesperrt.", "Saarbote", CITES),
        ("Er sagte der Redaktion des Moorkuriers, er werde gehen.", "Moorkurier", CITES),
        ("Das sagte er einem Reporter des Deichfunks.", "Deichfunk", CITES),
        ("Er sei gegangen, so der „Moorkurier“.", "Moorkurier", CITES),
        ("Er sei gegangen, heißt es im „Moorkurier“.", "Moorkurier", CITES),
        ("Der „Moorkurier“ hatte am Montag darüber berichtet.", "Moorkurier", CITES),
        ("Das geht aus Unterlagen hervor, die dem „Moorkurier“ vorliegen.", "Moorkurier", CITES),
        ("Nach Recherchen von Deichfunk und „Marschpost“ ist die Straße gesperrt.", "Deichfunk", CITES),
        ("Der Minister sagte der Marschpost, die Straße bleibe gesperrt.", "Marschpost", CITES),
        ("Dem Magazin „Die Schleuse“ sagte er, die Straße bleibe gesperrt.", "Die Schleuse", CITES),
        ("Das Branchenportal Schleusentor schreibt, die Straße sei gesperrt.", "Schleusentor", CITES),
        ("Im „Deichfunk“-Interview sagte er, die Straße bleibe gesperrt.", "Deichfunk", CITES),
        ("Zuerst hatte der Marschkurier über den Fall berichtet.", "Marschkurier", FIRST),
        ("Dieser Text ist zuerst bei Deichblick erschienen.", "Deichblick", WHOLE),
        ("Zum Originalartikel bei der Marschpost", "Marschpost", VIA),
        ("Die Straße bleibt gesperrt. (mit Material der dpa)", "dpa", WIRE),
        ("Nach MDF-Informationen soll er gehen.", "MDF", CITES),
        ("Auf Anfrage von Moorfunk bestätigte er das.", "Moorfunk", CITES),
        ("In der Moorpost erklärte er seinen Abschied.", "Moorpost", CITES),
        ("Im Podcast der Moorpost erklärte er seinen Abschied.", "Moorpost", CITES),
        ("Er sagte dem Redaktionsnetzwerk Moor, er gehe.", "Redaktionsnetzwerk Moor", CITES),
        # French
        ("Il est parti, a appris La Gazette de la Tourbe.", "La Gazette de la Tourbe", CITES),
        ("Contacté par Radio Tourbe, il dit être parti.", "Radio Tourbe", CITES),
        ("La route est fermée, a indiqué le maire au Clairon du Marais.", "Clairon du Marais", CITES),
        ("« La route reste fermée », a-t-il affirmé sur Radio Roseau.", "Radio Roseau", CITES),
        ("Dans les colonnes du Clairon du Marais, il dit que la route est fermée.", "Clairon du Marais", CITES),
        ("La route est fermée, comme l'écrit le site Marais-Actu.", "Marais-Actu", CITES),
        ("C'est Le Clairon du Marais qui a révélé l'affaire.", "Le Clairon du Marais", FIRST),
        ("Lire la suite sur Le Clairon du Marais", "Le Clairon du Marais", VIA),
        ("(avec Agence Roseau)", "Agence Roseau", WIRE),
        ("Sur Radio Tourbe, il a dit qu'il partait.", "Radio Tourbe", CITES),
        ("Selon nos confrères de La Gazette de la Tourbe, il part.", "La Gazette de la Tourbe", CITES),
        ("L'Écho du Marais avait été le premier à le révéler.", "L'Écho du Marais", FIRST),
        # Ukrainian
        ("Про це пишуть «Торф» та «Болото».", "Болото", CITES),
        ("Про це повідомляє інформаційне агентство «Торф».", "Торф", CITES),
        ("Про це йдеться у статті видання «Очерет».", "Очерет", CITES),
        ("За матеріалами: Очерет", "Очерет", VIA),
        ("Читайте повну версію на «Очерет»", "Очерет", VIA),
        ("Про це пише Болотний вісник.", "Болотний вісник", CITES),
        ("Дорогу перекрили, передає кореспондент Очерет-Інформ.", "Очерет-Інформ", CITES),
        ("Першим про це повідомило видання «Очерет».", "Очерет", FIRST),
        ("Матеріал вперше опубліковано на сайті «Очерет».", "Очерет", WHOLE),
    ],
)
def test_words_that_credit(words: str, outlet: str, relation: Relation) -> None:
    assert (outlet, relation) in named(f"{BEFORE}\n\n{words}\n\n{BEHIND}")


@pytest.mark.parametrize(
    ("byline", "outlet", "relation"),
    [
        ("Jane Marden (Brassington Mercury)", "Brassington Mercury", WHOLE),
        ("By Jane Marden, special to the Marsh Clarion", "Marsh Clarion", WHOLE),
        ("Harbour Wire Service", "Harbour Wire Service", WIRE),
        ("Jane Marden, Harbour News Service", "Harbour News Service", WIRE),
        ("Von Jana Roth, Norddeutsche Presseagentur", "Norddeutsche Presseagentur", WIRE),
        ("Jean Roux avec Agence Marais Presse", "Agence Marais Presse", WIRE),
        ("Ірина Коваль, «Очерет»", "Очерет", WHOLE),
        ("Очерет-Інформ", "Очерет-Інформ", WIRE),
    ],
)
def test_bylines_that_credit(byline: str, outlet: str, relation: Relation) -> None:
    assert named(BEFORE, byline) == [(outlet, relation)]


@pytest.mark.parametrize(
    "byline", ["By Rupert Post", "Jana Roth und Tim Post", "Wire reports", "By Jane Marden, Head of News"]
)
def test_bylines_of_people_credit_nobody(byline: str) -> None:
    assert named(BEFORE, byline) == []


@pytest.mark.parametrize(
    "words",
    [
        "Holmside TV said it would cut forty jobs.",
        "The town reads the Sunday Clarion in bed.",
        "Sie sagte, der Mobilfunk sei ausgefallen.",
        "Der Postbote sagte, die Straße bleibe gesperrt.",
        "According to the newspaper, the Harbour Company paid nothing.",
        "He said on Facebook Live that he would go.",
        "© Harbour Press Agency",
        "Read on the Facebook app",
        "A spokesman for Moor FM said that the studio would move.",
        "The concert will be broadcast live on Moor FM.",
        "He wrote for the Moor Gazette for thirty years.",
        "The picture by Jane Marden of the Moor Gazette won.",
        "Er sei gegangen, sagte er der Zeitung.",
        "The Moor Gazette said on Monday that its editor had resigned.",
        "A survey by pollsters for the Moor Gazette found that he would win.",
        "According to Beacon Homes, he would go.",
        "He told Sentinel Security that he would go.",
        "Die Moorpost meldet Insolvenz an.",
        "La Poste a indiqué que le courrier aurait du retard.",
        "Moor FM's managing director, Jo Marden, said the station would move.",
        "Photograph: Jane Marden/Moor Gazette",
        "He said on his YouTube channel that he would go.",
        "The Moor Gazette's editor was arrested on Monday, police said.",
        "The Moor Gazette's editor Jane Marden resigned on Monday, her lawyer said.",
        "The Moor Gazette's reporters, who the mayor said had lied, went home.",
        "He told the Daily Bread charity that he would go.",
        "He told Channel Tunnel operators to go.",
        "He told the Daily Bread food bank that he would go.",
        "He sent a letter to the Daily Bread charity.",
        # documents are sources of claims, not outlets of a chain
        "Court documents show that he went.",
        "A report by the Audit Office says the bridge was unsafe.",
        "According to the indictment, he went.",
    ],
)
def test_what_only_looks_like_a_credit(words: str) -> None:
    assert named(f"{BEFORE}\n\n{words}\n\n{BEHIND}") == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Corriden (dpa/lno) – Die Straße ist gesperrt.", [("dpa", WIRE)]),
        ("(dpa) Die Straße ist gesperrt.", [("dpa", WIRE)]),
        ("CORRIDEN — (AP) — The road was shut.", [("Associated Press", WIRE)]),
        ("CORRIDEN, 3 November (HNA) The road was shut on Monday.", [("HNA", WIRE)]),
        ("КИЇВ, 3 листопада /УНН/. Дорогу перекрили.", [("UNN", WIRE)]),
        ("Corriden (Weekly) played well on Monday.", []),
        ("CORRIDEN (Nov. 3) - The road was shut.", []),
        ("The Harbour Watch Office (HWO) shut the road.", []),
    ],
)
def test_datelines(line: str, found: list[tuple[str, Relation]]) -> None:
    assert named(f"{line}\n\n{BEHIND}") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Sources: AP, Moor Gazette, Tidelow", ["Associated Press", "Moor Gazette", "Tidelow"]),
        ("[Via: Tidelow, Moor Gazette]", ["Tidelow", "Moor Gazette"]),
        ("Read more at Tidelow.", ["Tidelow"]),
        ("Information from Harbour News Agency was used in this report.", ["Harbour News Agency"]),
        ("Translated from the Polish newspaper Gazeta Bagienna.", ["Gazeta Bagienna"]),
        ("— Moor Gazette", ["Moor Gazette"]),
        ("- Jane Marden, Moor Gazette", ["Moor Gazette"]),
        ("The lamp is back. — The Moor Gazette", ["Moor Gazette"]),
        ("— Corriden Weekly", []),
        ("— Jane Marden", []),
        ("“A lamp fit for kings.”\n\n— Moor Gazette", []),
        ("Sources: interviews; court records; Corriden Town Council", []),
        ("Read more: Road shut again", []),
        ("First published on Monday at noon.", []),
    ],
)
def test_lines_at_the_end(line: str, found: list[str]) -> None:
    assert [outlet for outlet, _ in named(f"{BEFORE}\n\n{BEHIND}\n\n{line}")] == found


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("It rained. On the programme Morning Tide he said he would go.", "On the programme Morning Tide"),
        ("He said on the programme “Morning Tide” that he would go.", "said on the programme “Morning Tide”"),
        ("He said on “Meet the Press,” of all places.", "said on “Meet the Press,”"),
        ("“I will go,” wrote the Moor Gazette.", "wrote the Moor Gazette"),
        ("He said during WLNT's “Morning Hour” that he would go.", "during WLNT's “Morning Hour”"),
        ("The “Moor Gazette” reported that he would go.", "“Moor Gazette” reported"),
        ("Wie der „Moorkurier“ berichtete, geht er.", "„Moorkurier“ berichtete"),
    ],
)
def test_a_credit_takes_whole_quotation_marks_and_no_full_stop(words: str, span: str) -> None:
    article = article_from_text(words, outlet="Corriden Weekly")
    (credit,) = find_credits(article)
    assert credit.span.of(article.text) == span


def test_a_line_under_a_byline_says_where_its_people_write() -> None:
    assert named(f"By Jane Marden\n\nBrassington Mercury\n\n{BEFORE}") == [("Brassington Mercury", WHOLE)]


def test_in_a_digest_names_in_brackets_need_no_form() -> None:
    items = [f"{BEFORE[:-1]} again. ({name})" for name in ("Marsh Clarion", "Tidelow", "Openfield / Sallow")]
    assert named("\n\n".join(items)) == [(n, VIA) for n in ("Marsh Clarion", "Tidelow", "Openfield", "Sallow")]
    assert named(f"{BEFORE}\n\n{items[1]}") == []


def test_in_a_digest_items_may_begin_with_their_outlets_or_end_with_a_dash() -> None:
    outlets = ("Marsh Clarion", "Tidelow", "Moor Gazette")
    begin = "\n\n".join(f"{name}: The lamp is lit again." for name in outlets)
    writers = "\n\n".join(f"Ona Pell / {name}: The lamp is lit again." for name in outlets)
    dashes = "\n\n".join(f"The lamp at the pier is lit again – {name}" for name in outlets)
    for text in (begin, writers, dashes):
        assert named(f"{BEFORE}\n\n{text}") == [(name, VIA) for name in outlets]
    people = "\n\n".join(
        f"{name}: The lamp is lit again." for name in ("Moor Gazette", "Moor FM", "Ona Pell", "Odo Roth", "Ada")
    )
    assert named(f"{BEFORE}\n\n{people}") == []


@pytest.mark.parametrize(
    ("outlet", "words"),
    [
        ("Saarpost", "Das sagte er der Saarpost."),
        ("Moorbote", "Das sagte er dem Moorboten."),
        ("Болотний вісник", "Про це він розповів «Болотному віснику»."),
        ("Le Clairon du Marais", "Il l'a confié au Clairon du Marais."),
    ],
)
def test_an_outlet_that_names_itself_in_another_case_credits_nobody(outlet: str, words: str) -> None:
    assert list(find_credits(article_from_text(f"{BEFORE}\n\n{words}", outlet=outlet))) == []


def test_a_programme_is_not_credited_beside_its_outlet() -> None:
    assert named("He said so on “Late Round” on Moorland Television.") == [("Moorland Television", CITES)]
    assert named("He said so on the “Late Round” podcast from Tidelow.") == [("Tidelow", CITES)]


def test_what_came_via_an_outlet_in_brackets_is_one_credit() -> None:
    assert named(f"{BEFORE} (via Moor Gazette)") == [("Moor Gazette", VIA)]


def test_one_outlet_under_its_domain_and_its_name_is_one_credit() -> None:
    assert len(named("The road was shut, said marshclarion.com on Monday, and the Marsh Clarion reported why.")) == 1
