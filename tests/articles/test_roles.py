"""Furniture by words and by place; what looks like furniture and is none stays body."""

import pytest

from reader.articles.captions import is_caption
from reader.articles.plain import article_from_text
from reader.articles.role_cues import is_date_line, is_promotion, is_source_line
from reader.model.article import Role

BEFORE = "The council of Samphire Bay voted late on Monday to close the old harbour bridge until May."
BEHIND = "Engineers had warned for years that salt was eating the cables, according to minutes seen by the paper."


def role_of(line: str, before: str = BEFORE, behind: str = BEHIND) -> Role:
    """Return the role of a line between two paragraphs of running text."""
    text = f"Bridge closes for repairs\n{before}\n{line}\n{behind}"
    article = article_from_text(text)
    return next(p.role for p in article.paragraphs if p.span.of(text) == line)


@pytest.mark.parametrize(
    "line",
    [
        "Ferry company wins licence after long dispute with fishermen",
        "Island nears water deal as mayor drops demand for new wells",
        "Officials say talks over the airport are making progress despite strike",
        "Museum reopens its doors, but visitors fear higher prices will stay",
    ],
)
def test_a_headline_of_another_article_is_related(line: str) -> None:
    assert role_of(line) is Role.RELATED_HEADLINE


@pytest.mark.parametrize("line", ["What the Council Wants", "WHAT THE HARBOUR WANTS"])
def test_a_heading_may_follow_a_quotation(line: str) -> None:
    assert role_of(line, before="The minutes say that it “cannot be crossed on foot or by car.”") is Role.HEADING


def test_a_line_behind_a_divider_is_no_headline_of_another_article() -> None:
    line = "Ferry company wins licence after long dispute with fishermen"
    text = f"Bridge closes\n{BEFORE}\n___\n{line}\n{BEHIND}"
    roles = {p.span.of(text): p.role for p in article_from_text(text).paragraphs}
    assert roles[line] is Role.HEADING
    assert roles["___"] is Role.BODY


def test_headlines_below_a_list_header_are_related() -> None:
    links = "Ferry company wins a licence on the north coast\nNew pier for the fish market opens in June"
    text = f"Bridge closes\n{BEFORE}\nRelated stories\n{links}\n{BEHIND}"
    roles = [p.role for p in article_from_text(text).paragraphs]
    assert roles[2:] == [Role.PROMOTION, Role.RELATED_HEADLINE, Role.RELATED_HEADLINE, Role.BODY]


@pytest.mark.parametrize("line", ["What happens next", "Costs and Timetable", "Outlook", "Why did it take so long?"])
def test_a_section_heading_stays_a_heading(line: str) -> None:
    assert role_of(line) is Role.HEADING


def test_a_headline_about_the_text_behind_it_is_a_heading_at_most() -> None:
    line = "Salt ate the cables for years before engineers warned"
    behind = "Salt had eaten the cables for many years when engineers first warned the council about the bridge."
    assert role_of(line, behind=behind) is not Role.RELATED_HEADLINE


@pytest.mark.parametrize(
    ("line", "before", "behind"),
    [
        ("“We will not wait for the bridge to fall into the water”", BEFORE, BEHIND),
        ("'We were told nothing about the closure until the signs went up.'", BEFORE, BEHIND),
        ("The ferries will run every hour", "The plan has three parts:", "The buses will wait for them."),
        ("and that is what the harbour office has said all along", "The mayor replied that it was late", BEHIND),
        ("But nobody knows where the money will come from after the summer", BEFORE, BEHIND),
        ("MS QUILL: So what did the harbour office know, and when was it told?", BEFORE, BEHIND),
        ("Mara Quill, head of the port office", "“It is not safe to cross it on foot or by car.”", BEHIND),
        ("The bridge was closed on 3 March 2026.", BEFORE, BEHIND),
        ("He walks to the harbour every morning and looks at the water.", BEFORE, BEHIND),
        ("Read in full, the report blames three successive councils for the decay.", BEFORE, BEHIND),
        ("Comments by the mayor were met with silence.", BEFORE, BEHIND),
        ("Sign languages are taught at the island's only school.", BEFORE, BEHIND),
        ("Follow the money, she told the inquiry, and you will find the cables.", BEFORE, BEHIND),
        ("A strong current has contributed to the decay of the piers.", BEFORE, BEHIND),
        ("She posted a video: it shows the ferry at the quay.", BEFORE, BEHIND),
        ("The bank had turned the harbour office down (a credit of four million).", BEFORE, BEHIND),
        ("They met at the lock (see photo on page 3).", BEFORE, BEHIND),
        ("The office looked after the cables and/or the piers (and the deck/roadway).", BEFORE, BEHIND),
        ("The photo shows that the cable had been cut, the inquiry found on Tuesday.", BEFORE, BEHIND),
    ],
)
def test_running_text_stays_body(line: str, before: str, behind: str) -> None:
    assert role_of(line, before, behind) is Role.BODY


@pytest.mark.parametrize(
    "line",
    [
        "Read on the Tidewater News app",
        "Click here to download the Courier app",
        "CLICK HERE TO SUBSCRIBE",
        "Sign up for our morning newsletter and never miss a tide.",
        "Get the harbour briefing in your inbox every weekday",
        "Follow us on Mastodon",
        "Follow Ann Example on X @annexample",
        "Read more: How the bridge was built",
        "READ MORE",
        "Related: Council votes on ferry line",
        "Related stories",
        "Advertisement",
        "Story continues below",
        "We use cookies to improve this site. Accept all | Settings",
        "Leave a comment",
        "Comments (12)",
        "Join the conversation",
        "Share this article: Facebook | X | WhatsApp",
        "Share",
        "Facebook Twitter Email Print",
        "Already a subscriber? Sign in",
        "Have a tip? Write to our newsroom. Do you have a story for us?",
        "Support our journalism today",
        "Subscribe",
        "Most read",
    ],
)
def test_prompts_are_promotion(line: str) -> None:
    assert is_promotion(line)
    assert role_of(line) is Role.PROMOTION


@pytest.mark.parametrize(
    "line",
    [
        "Source: Tidewater Post",
        "Original article source: Bridge Shut as Salt Eats Cables: Report",
        "This article originally appeared on Tidewater Post.",
        "This story was first published by the Harbour Wire and is republished with permission.",
        "Originally published on Harbour Wire.",
        "© 2026 Samphire Courier. All rights reserved.",
        "Copyright 2026 Harbour Wire",
        "(Reporting by Ann Example; Editing by Ben Other)",
        "Additional reporting by Ben Other",
        "Ben Other in Samphire Bay contributed to this report.",
        "Harbour Wire writer Ben Other contributed.",
        "With files from Harbour Wire",
        "h/t Tidewater Post",
        "Example reported from Samphire Bay. Ben Other contributed reporting from Upper Quay.",
        "Republished with permission from the Tidewater Post",
    ],
)
def test_source_lines_are_found(line: str) -> None:
    assert is_source_line(line)
    assert role_of(line) is Role.SOURCE_LINE


@pytest.mark.parametrize(
    "line",
    [
        "A ferry passes under the closed harbour bridge in Samphire Bay, Freedonia, January 6, 2025.",
        "Workers inspect a cable of the bridge in Samphire Bay, Freedonia, on Friday. (Ben Other/Harbour Wire)",
        "The harbour bridge. (AP Photo/Ben Other)",
        "The harbour bridge at dusk | Getty Images",
        "Photo: Ben Other/Harbour Wire",
        "FILE - In this June 4, 2024 photo, cars cross the harbour bridge.",
        "Mara Quill, left, is seen at the harbour office in Samphire Bay on March 2, 2026.",
        "Image: Samphire Bay council",
    ],
)
def test_captions_are_found(line: str) -> None:
    assert is_caption(line)
    assert role_of(line) is Role.CAPTION


def test_a_scene_is_a_caption_only_beside_other_furniture() -> None:
    scene = "Members of a rowing club carry their boat as children watch a crane at work in Samphire Bay, Freedonia."
    assert role_of(scene) is Role.BODY
    headline = "Ferry company wins licence after long dispute with fishermen"
    text = f"Bridge closes for repairs\n{BEFORE}\n{headline}\n{scene}\n{BEHIND}"
    roles = {p.span.of(text): p.role for p in article_from_text(text).paragraphs}
    assert roles[headline] is Role.RELATED_HEADLINE
    assert roles[scene] is Role.CAPTION
    assert roles[BEHIND] is Role.BODY


@pytest.mark.parametrize(
    "line",
    [
        "Monday, May 18, 2015",
        "Published 7:05 a.m. MT July 16, 2018",
        "Updated: 4:35 PM, July 15, 2018",
        "5 min read",
        "3 hours ago",
        "2026-03-02",
        "14 July 2018",
        "by First Example - Jul 15, 2018 5:23 pm",
        "7:32 am CDT, Sunday, July 15, 2018",
    ],
)
def test_date_lines_are_found(line: str) -> None:
    assert is_date_line(line)
    assert not is_date_line(line + " the harbour office said it would close the bridge for good.")


@pytest.mark.parametrize(
    "line",
    [BEFORE, BEHIND, "", "Quill said so.", "“No.”", "The report, published on Monday, said that the dam was old."],
)
def test_no_rule_takes_plain_sentences(line: str) -> None:
    assert not is_promotion(line)
    assert not is_source_line(line)
    assert not is_caption(line, beside_furniture=True)
