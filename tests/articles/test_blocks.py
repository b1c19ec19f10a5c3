"""Markdown -> paragraphs, links and emphasis: golden cases, and promises for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.blocks import MAX_MARKDOWN, article_from_markdown, read_blocks
from reader.articles.tree import ArticleError
from reader.model.article import Emphasis, Role
from reader.text.safety import is_clean

GOLDEN = [
    ("one\n\ntwo\nlines", ["one", "two lines"]),
    ("hard\\\nbreak", ["hard\nbreak"]),
    ("hard  \nbreak", ["hard\nbreak"]),
    ("# Head\n\ntext\n\n### Sub *x*", ["h1 Head", "text", "h3 Sub x"]),
    ("> quoted *text*\n>\n> more", ["q quoted text", "q more"]),
    ("- a\n- b\n  - c\n\n1. d", ["l1 a", "l1 b", "l2 c", "l1 d"]),
    ("> - in both", ["ql1 in both"]),
    ("| a | *b* |\n|---|---|\n| 1 | |\n| 2 | 3 |", ["a | b", "1", "2 | 3"]),
    ("![A ferry at dusk](x.jpg)", ["caption A ferry at dusk"]),
    ("[![A ferry at dusk](x.jpg)](https://a.example/)", ["caption A ferry at dusk"]),
    ("text with ![picture of it](x.png) inside", ["text with  inside"]),
    ("```py\nx = 1\n\ny\n```\n\n    z", ["x = 1\n\ny", "z"]),
    ("<div>in <b>html</b></div>\n\n<script>alert(1)</script>\n\nafter", ["in html", "after"]),
    ("a <span>b</span> c<!-- d -->", ["a b c"]),
    ("---\n\n***", []),
    ("&amp; &lt;b&gt; &#27;[31mred &#x202e;", ["& <b> �[31mred"]),
    ("~~gone~~ kept", ["gone kept"]),
    ("\\*not\\* _em_", ["*not* em"]),
    ("", []),
]


def _mark(role: Role, level: int, quoted: bool, listed: bool) -> str:
    mark = "q" * quoted + (f"l{level}" if listed else "") + (f"h{level}" if role is Role.HEADING else "")
    return mark + ("caption" if role is Role.CAPTION else "")


@pytest.mark.parametrize(("markdown", "golden"), GOLDEN)
def test_golden_paragraphs(markdown: str, golden: list[str]) -> None:
    blocks = read_blocks(markdown)
    found = [
        f"{_mark(p.role, p.level, p.quoted, p.listed)} {p.span.of(blocks.text)}".lstrip(" ") for p in blocks.paragraphs
    ]
    assert found == golden
    assert blocks.text == "\n\n".join(p.span.of(blocks.text) for p in blocks.paragraphs)


def test_links_and_emphasis_have_spans() -> None:
    blocks = read_blocks(
        "See **the [north *quay*](/q) plan** and `x`, [bad](javascript:x) [ ](https://e.example/).",
        base="https://a.example/b",
    )
    assert blocks.text == "See the north quay plan and x, [bad](javascript:x)  ."
    assert [(n.span.of(blocks.text), n.url) for n in blocks.links] == [("north quay", "https://a.example/q")]
    assert [(s.of(blocks.text), kind) for s, kind in blocks.emphasis] == [
        ("quay", Emphasis.EMPHASIS),
        ("the north quay plan", Emphasis.STRONG),
        ("x", Emphasis.CODE),
    ]


def test_a_relative_link_needs_a_base() -> None:
    assert read_blocks("[a](/b)").links == ()


def test_the_first_heading_is_the_headline() -> None:
    article = article_from_markdown("# Bridge *closes*\n\nBy Ann Example\n\nIt closed on Monday, she said.\n")
    assert article.headline == "Bridge closes"
    assert article.byline == "By Ann Example"
    assert [p.role for p in article.paragraphs] == [Role.HEADING, Role.SOURCE_LINE, Role.BODY]


def test_escape_sequences_are_gone_before_they_are_parsed() -> None:
    blocks = read_blocks("a \x1b[31mred\x1b[0m \x1b]0;title\x07 [b\x1b[1m](https://a.example/)")
    assert blocks.text == "a red  b"


def test_too_long_a_text_is_refused_in_one_line() -> None:
    with pytest.raises(ArticleError, match="characters, more than") as caught:
        read_blocks("a" * (MAX_MARKDOWN + 1))
    assert "\n" not in str(caught.value)


def test_many_brackets_are_read_as_text() -> None:
    blocks = read_blocks("[" * 3000 + "\n\n[a](https://a.example/)")
    assert blocks.text.startswith("[" * 3000)
    assert [n.url for n in blocks.links] == ["https://a.example/"]


MARKS = st.text(alphabet=st.sampled_from("#->*_`[](){}<>&|~!+=1.) \\ab\n\t\x1b&#27;:/"), max_size=120)


@given(MARKS | st.text(max_size=120))
def test_spans_of_any_markdown_lie_inside_the_text(markdown: str) -> None:
    blocks = read_blocks(markdown, base="https://a.example/")
    position = 0
    for paragraph in blocks.paragraphs:
        start, end = paragraph.span
        assert position <= start < end <= len(blocks.text)
        position = end
    for span in [n.span for n in blocks.links] + [s for s, _ in blocks.emphasis]:
        assert any(p.span.contains(span) and span.length for p in blocks.paragraphs)
    assert all(n.url.startswith(("http://", "https://")) for n in blocks.links)
    assert is_clean(blocks.text)
