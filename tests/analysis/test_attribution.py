"""Who says what: one small table for each rule, in sentences made up for it."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article
from reader.model.claim import Attribution
from reader.model.wording import RULE_WORDS

Row = tuple[str, str, str | None, str, list[str], str]


def found(text: str) -> list[tuple[str, str | None, str, list[str], str]]:
    """Return (rule, source, cue, contents, kind) of every attribution, as words."""
    return [_words(text, a) for a in analyze_article(Article(text)).attributions]


def _words(text: str, a: Attribution) -> tuple[str, str | None, str, list[str], str]:
    source = " … ".join(s.of(text) for s in a.source) if a.source else None
    return a.rule, source, " … ".join(s.of(text) for s in a.cue), [s.of(text) for s in a.content], str(a.kind)


BEFORE: list[Row] = [
    (
        "Mayor Ana Brill said that the bridge was closed.",
        "said-before-that", "Mayor Ana Brill", "said", ["the bridge was closed"], "indirect",
    ),
    (
        "Police said two people were hurt.",
        "said-before-clause", "Police", "said", ["two people were hurt"], "indirect",
    ),
    (
        "Karl Orlo, 45, a farmer from Karsk, said the river was high.",
        "said-before-clause", "Karl Orlo, 45, a farmer from Karsk", "said", ["the river was high"], "indirect",
    ),
    (
        "In a statement on Thursday, the ministry said that it was “deeply concerned” by the delay.",
        "said-before-that", "the ministry", "said", ["it was “deeply concerned” by the delay"], "mixed",
    ),
    (
        "She told the Daily Lantern on Monday that she would resign.",
        "said-before-that", "She", "told", ["she would resign"], "indirect",
    ),
    (
        "Brill told reporters in Karsk on Tuesday the talks had failed.",
        "said-before-clause", "Brill", "told", ["the talks had failed"], "indirect",
    ),
    (
        "The ministry said in a statement on its website: “Two drones were shot down.”",
        "said-before-quotation", "The ministry", "said", ["“Two drones were shot down.”"], "direct",
    ),
    (
        "Orlo asked whether the dam would hold.",
        "said-before-question", "Orlo", "asked", ["whether the dam would hold"], "indirect",
    ),
    (
        "The union vowed to strike again.",
        "said-before-infinitive", "The union", "vowed", ["to strike again"], "indirect",
    ),
    (
        "Brill called the plan “a disaster.”",
        "said-before-noun", "Brill", "called", ["the plan “a disaster.”"], "mixed",
    ),
    (
        "The council called for an inquiry.",
        "said-before-topic", "The council", "called for", ["an inquiry"], "indirect",
    ),
    (
        "A study of 300 rivers shows that fish are returning.",
        "said-before-that", "A study of 300 rivers", "shows", ["fish are returning"], "indirect",
    ),
    (
        "Orlo went on to say that the money was gone.",
        "shared-subject", "Orlo", "say", ["the money was gone"], "indirect",
    ),
]  # fmt: skip

AFTER: list[Row] = [
    (
        "“We have no choice,” Brill said.",
        "said-after-quotation", "Brill", "said", ["“We have no choice,”"], "direct",
    ),
    (
        "“We have no choice,” he said on Monday. “The bank is closed.”",
        "said-after-quotation", "he", "said", ["“We have no choice,”", "“The bank is closed.”"], "direct",
    ),
    (
        '"We stay," she said, "for as long as we can."',
        "said-after-quotation", "she", "said", ['"We stay,"', '"for as long as we can."'], "direct",
    ),
    (
        "“They left,” said Eva Orlo, head of communications for the Rescue Service.",
        "said-inverted", "Eva Orlo, head of communications for the Rescue Service", "said", ["“They left,”"], "direct",
    ),
    (
        "Three people were killed, the Interior Ministry said on Tuesday.",
        "said-after-clause", "the Interior Ministry", "said", ["Three people were killed"], "indirect",
    ),
    (
        "The plan is “reckless,” the mayor said.",
        "said-after-quotation", "the mayor", "said", ["The plan is “reckless,”"], "mixed",
    ),
    (
        "The museum, she said, would open in May.",
        "said-amid-clause", "she", "said", ["The museum", "would open in May"], "indirect",
    ),
    (
        "“Are you sure?” Brill asked.",
        "said-after-quotation", "Brill", "asked", ["“Are you sure?”"], "direct",
    ),
    (
        "‘We are going home,’ the captain said.",
        "said-after-quotation", "the captain", "said", ["‘We are going home,’"], "direct",
    ),
    (
        "«We stay», he said.",
        "said-after-quotation", "he", "said", ["«We stay»"], "direct",
    ),
    (
        "''We stay,'' he said.",
        "said-after-quotation", "he", "said", ["''We stay,''"], "direct",
    ),
    (
        '"We stay, said Orlo.',
        "said-inverted", "Orlo", "said", ['"We stay,'], "direct",
    ),
    (
        "— We stay, — said Orlo. — We have no choice.",
        "said-inverted", "Orlo", "said", ["— We stay,", "— We have no choice."], "direct",
    ),
]  # fmt: skip

OTHERS: list[Row] = [
    (
        "Rumour has it the bank is for sale.",
        "hedge", None, "Rumour has it", ["the bank is for sale"], "indirect",
    ),
    (
        "What she said in May was that the plan was over.",
        "said-before-clause", "she", "said", ["the plan was over"], "indirect",
    ),
    (
        "As a source told the Karsk Bureau on Monday, the lists were ready.",
        "as-said", "a source", "told", ["the lists were ready"], "indirect",
    ),
    (
        "As was reported earlier, the tomograph was stolen.",
        "as-said", None, "was reported", ["the tomograph was stolen"], "indirect",
    ),
    (
        "Ferry cuts 'will empty island', say residents",
        "said-inverted", "residents", "say", ["Ferry cuts 'will empty island'"], "mixed",
    ),
    (
        "Orlo gave evidence that he saw both cats.",
        "noun-cue", "Orlo", "evidence", ["he saw both cats"], "indirect",
    ),
    (
        "Nobody told us, complained one resident.",
        "said-inverted", "one resident", "complained", ["Nobody told us"], "indirect",
    ),
    (
        "The sergeant asked people not to return to the houses.",
        "said-before-infinitive", "The sergeant", "asked", ["people not to return to the houses"], "indirect",
    ),
    (
        "Karl Orlo is understood to have left on Monday.",
        "passive-to", None, "is understood", ["Karl Orlo", "to have left on Monday"], "indirect",
    ),
    (
        "It was agreed between the parties that the phone was hers.",
        "passive-that", None, "was agreed", ["the phone was hers"], "indirect",
    ),
    (
        "In her words, the list was “a rumour”.",
        "in-words", "her", "In … words", ["the list was “a rumour”"], "mixed",
    ),
    (
        "The driver took the money, a court has heard.",
        "said-after-clause", None, "heard", ["The driver took the money"], "indirect",
    ),
    (
        "Karl Orlo put the number of missing at 43.",
        "said-before-noun", "Karl Orlo", "put", ["the number of missing at 43"], "indirect",
    ),
    (
        "Asked about it, Orlo winced. “Daily, as it happens. But at two.”",
        "quotation-beside", "Orlo", "", ["“Daily, as it happens. But at two.”"], "direct",
    ),
    (
        "The ministry issued a statement: “We will not move one stone.”",
        "said-before-quotation", "The ministry", "issued", ["“We will not move one stone.”"], "direct",
    ),
    (
        "“We will not move one stone,” Orlo trilled.",
        "said-after-quotation", "Orlo", "trilled", ["“We will not move one stone,”"], "direct",
    ),
    (
        "“The dam is safe,” Orlo was quoted as saying by the Lantern.",
        "quoted-as-saying", "Orlo", "was quoted as saying", ["“The dam is safe,”"], "direct",
    ),
    (
        "According to a report by the institute, the lake is shrinking.",
        "according-to-first", "a report by the institute", "According to", ["the lake is shrinking"], "indirect",
    ),
    (
        "The lake is shrinking, according to a report.",
        "according-to-last", "a report", "according to", ["The lake is shrinking"], "indirect",
    ),
    (
        "Sixty people were rescued, per the coast guard.",
        "according-to-last", "the coast guard", "per", ["Sixty people were rescued"], "indirect",
    ),
    (
        "As Brill put it, “nobody won.”",
        "as-said", "Brill", "put it", ["“nobody won.”"], "direct",
    ),
    (
        "The dam, as the ministry noted, was empty.",
        "as-said", "the ministry", "noted", ["The dam", "was empty"], "indirect",
    ),
    (
        "As first reported by the Karsk Herald, the minister resigned.",
        "as-said", "the Karsk Herald", "first reported by", ["the minister resigned"], "indirect",
    ),
    (
        "The minister will resign, the Karsk Herald has learned.",
        "said-after-clause", "the Karsk Herald", "learned", ["The minister will resign"], "indirect",
    ),
    (
        "“The talks have failed,” Brill was quoted on Monday as saying.",
        "quoted-as-saying", "Brill", "was quoted … as saying", ["“The talks have failed,”"], "direct",
    ),
    (
        "He was quoted as saying the vote was fair.",
        "quoted-as-saying", "He", "was quoted as saying", ["the vote was fair"], "indirect",
    ),
    (
        "The leak was first reported by the Karsk Herald.",
        "passive-by", "the Karsk Herald", "was first reported by", ["The leak"], "indirect",
    ),
    (
        "It was reported that the road was open.",
        "passive-that", None, "was reported", ["the road was open"], "indirect",
    ),
    (
        "Brill's claim that the vote was rigged angered many.",
        "noun-cue", "Brill's", "claim", ["the vote was rigged"], "indirect",
    ),
    (
        "The minister reportedly resigned on Sunday.",
        "hedge", None, "reportedly", ["The minister", "resigned on Sunday"], "indirect",
    ),
    (
        "“It was loud and then it was dark.” ― Ana Brill",
        "signed-quotation", "Ana Brill", "―", ["“It was loud and then it was dark.”"], "direct",
    ),
    (
        "ORLO: We have no choice but to stay here.",
        "transcript", "ORLO", ":", ["We have no choice but to stay here"], "indirect",
    ),
    (
        "Police: Bridge closed after crash",
        "headline-name-first", "Police", ":", ["Bridge closed after crash"], "indirect",
    ),
    (
        "Bridge was unsafe for years: report",
        "headline-name-last", "report", ":", ["Bridge was unsafe for years"], "indirect",
    ),
    (
        "Brill Says Bridge Will Stay Closed",
        "said-before-clause", "Brill", "Says", ["Bridge Will Stay Closed"], "indirect",
    ),
    (
        "BRILL SAYS BRIDGE IS CLOSED",
        "said-before-clause", "BRILL", "SAYS", ["BRIDGE IS CLOSED"], "indirect",
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", [*BEFORE, *AFTER, *OTHERS], ids=lambda row: f"{row[1]}: {row[0][:30]}")
def test_each_rule_finds_its_sentence(row: Row) -> None:
    text, *expected = row
    assert [list(item) for item in found(text)] == [expected]


def test_coordinated_verbs_share_their_subject() -> None:
    text = "Brill said the dam was safe and warned that the road was not, adding that repairs had begun."
    assert [(rule, source, content) for rule, source, _, content, _ in found(text)] == [
        ("said-before-clause", "Brill", ["the dam was safe"]),
        ("shared-subject", "Brill", ["the road was not"]),
        ("shared-subject", "Brill", ["repairs had begun"]),
    ]


def test_a_second_subject_ends_the_first_content() -> None:
    text = "The army said three towns were taken, while Ukrainian officials said all attacks failed."
    assert [(source, content) for _, source, _, content, _ in found(text)] == [
        ("The army", ["three towns were taken"]),
        ("Ukrainian officials", ["all attacks failed"]),
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“It began at night,” Ana Brill said. “We heard it.\n“Then it was quiet and we slept for some hours.”"
    last = analyze_article(Article(text)).attributions[-1]
    assert last.rule == "quotation-goes-on"
    assert last.cue == ()
    assert last.source is not None
    assert last.source[0].of(text) == "Ana Brill"
    assert last.speaker == "Ana Brill"


@pytest.mark.parametrize(
    "text",
    [
        "The three states voted on Tuesday.",
        "The battleground states will decide the election.",
        "He read the “Daily Lantern” every day.",
        "The reported crash closed the road.",
        "The points total was high.",
        "What to know: the vote in brief",
        "Source: Karsk Herald",
        "“The Long Road” won a prize.",
        "Heavy rain fell in the north.",
        "Karsk Voices Acknowledge Loss",
        "You may have read that bark cures colds.",
        "The house was built according to a standard project.",
        "",
        "   \n\n ",
    ],
)
def test_what_attributes_nothing(text: str) -> None:
    assert found(text) == []


def test_who_is_cited_says_it_too() -> None:
    text = "The Lantern reported that the bridge was unsafe, citing two people close to the firm."
    assert [(rule, source, content) for rule, source, _, content, _ in found(text)] == [
        ("said-before-that", "The Lantern", ["the bridge was unsafe"]),
        ("citing", "two people close to the firm", ["the bridge was unsafe"]),
    ]


def test_an_aside_between_the_verb_and_what_it_reports() -> None:
    text = "The Fox-like Lantern reported in late December 2025, citing the Other Paper, that the town had fallen."
    assert [(rule, source, content) for rule, source, _, content, _ in found(text)] == [
        ("said-before-that", "The Fox-like Lantern", ["the town had fallen"]),
        ("citing", "the Other Paper", ["the town had fallen"]),
    ]


def test_a_heading_quotes_what_the_text_gives_in_full() -> None:
    text = "'Not a brochure'\nHe added: \"This is a public service and not a brochure.\""
    assert [(rule, content) for rule, _, _, content, _ in found(text)] == [
        ("quotation-again", ["'Not a brochure'"]),
        ("said-before-quotation", ['"This is a public service and not a brochure."']),
    ]


def test_a_quotation_inside_a_quotation() -> None:
    text = "\"They literally told us: 'Count people, and not points,'\" Ana Brill said."
    assert [(source, content) for _, source, _, content, _ in found(text)] == [
        ("Ana Brill", ["\"They literally told us: 'Count people, and not points,'\""]),
        ("They", ["'Count people, and not points,'"]),
    ]


def test_every_rule_has_plain_words() -> None:
    used = {row[1] for row in (*BEFORE, *AFTER, *OTHERS)}
    rest = {"quotation-goes-on", "quotation-alone", "quotation-again", "citing", "asked"}
    assert used | rest == set(RULE_WORDS)
    assert all(words and words[0].isalpha() | (words[0] == "«") for words in RULE_WORDS.values())
