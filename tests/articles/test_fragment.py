"""HTML of feeds -> Markdown -> article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.blocks import read_blocks
from reader.articles.extract import MAX_BYTES, article_from_feed_html
from reader.articles.fragment import fragment_to_markdown
from reader.articles.tree import ArticleError
from reader.model.article import Role

GOLDEN = [
    ("plain &amp; simple", "plain \\& simple"),
    ("<p>a<p>b", "a\n\nb"),
    ("<p>a <b>bold</b>, <i>it</i> <code>x*y</code></p>", "a **bold**, *it* `x*y`"),
    ("<b>wo</b>rd<i>s</i>", "**wo**rd*s*"),
    ("<b>“a”</b>b", "“a”b"),
    ("<b>a</b><i>b</i>", "**a**b"),
    ("a <b> b </b> c", "a **b** c"),
    ("<h2>Head <b>x</b></h2>text", "## Head **x**\n\ntext"),
    ("<ul><li>a<li>b<ol><li>c</ol></ul>", "- a\n\n- b\n\n  - c"),
    ("<blockquote>a<p>b</blockquote>c", "> a\n\n> b\n\nc"),
    ("a<br>b<br><br>c", "a\\\nb\n\nc"),
    ("<table><tr><td>1<td><p>2</p><tr><td>3</table>", "1 \\| 2\n\n3"),
    ("<pre>a  *b*\n c</pre>", "```\na  *b*\n c\n```"),
    ("<script>x</script><style>y</style>z<!-- no -->", "z"),
    ('<a href="/x?a=1&amp;b=<c>">go</a> on', "[go](<https://a.example/x?a=1&b=%3Cc%3E>) on"),
    ('<a href="javascript:x">go</a>', "go"),
    ('<a href="/x"><h3>head</h3><p>text</p></a>', "### [head](<https://a.example/x>)\n\n[text](<https://a.example/x>)"),
    (
        "1. not a list<br># nor heading<br>- nor item<br>+ x",
        "1\\. not a list\\\n\\# nor heading\\\n\\- nor item\\\n\\+ x",
    ),
    ("*a* _b_ [c](d) `e` &lt;f&gt; ~g~ h|i", "\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\<f\\> \\~g\\~ h\\|i"),
    ("<dl><dt>term<dd>meaning</dl>", "term\n\n- meaning"),
    ('<img src="x" alt="A ferry at the quay">', "A ferry at the quay"),
    ('so <img src="s" alt="😀"> it is <img src="x" alt="photo.jpg">', "so 😀 it is"),
    ("a\x1b[31m b&#27;]0;x&#7;", "a b"),
    ("<![CDATA[x]]>y", "y"),
    ("", ""),
    ("   \n ", ""),
    ("<p></p><br><br>", ""),
]


@pytest.mark.parametrize(("html", "golden"), GOLDEN)
def test_golden_markdown(html: str, golden: str) -> None:
    assert fragment_to_markdown(html, "https://a.example/").markdown == golden


def test_figure_captions_are_captions_and_not_doubled_by_the_picture() -> None:
    html = (
        '<p>The ferry left at noon.</p><figure><img alt="A ferry on the sea">'
        "<figcaption>The ferry <i>Ida</i>.</figcaption></figure>"
    )
    article = article_from_feed_html(html)
    assert [(p.role, p.span.of(article.text)) for p in article.paragraphs] == [
        (Role.BODY, "The ferry left at noon."),
        (Role.CAPTION, "The ferry Ida."),
    ]


def test_a_feed_entry_keeps_what_the_feed_says() -> None:
    article = article_from_feed_html(
        "<p>The ferry left at noon, the office said.</p><p>The post Ferry leaves appeared first on Courier.</p>",
        headline="Ferry leaves",
        outlet="Courier",
        url="https://courier.example/f",
        byline="Ann Example",
        metadata={"feed.source": ("Harbour Wire",)},
    )
    assert (article.headline, article.outlet, article.byline) == ("Ferry leaves", "Courier", "Ann Example")
    assert article.metadata == {"feed.source": ("Harbour Wire",)}
    assert article.paragraphs[-1].role is Role.SOURCE_LINE


def test_an_entry_without_text_is_an_empty_article() -> None:
    assert article_from_feed_html("<img src=x>").text == ""
    assert article_from_feed_html("").paragraphs == ()


def test_too_large_an_entry_is_refused() -> None:
    with pytest.raises(ArticleError, match="more than"):
        article_from_feed_html("a" * (MAX_BYTES + 1))


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul", "table", "font", "a", "h1"])
def test_deep_nesting_keeps_the_words(tag: str) -> None:
    article = article_from_feed_html(f"<{tag}>" * 5_000 + "the ferry left")
    assert "the ferry left" in article.text


def test_of_too_many_tags_the_words_are_kept() -> None:
    article = article_from_feed_html("<p>the <b>ferry</b> left" + "<i>" * 100_001)
    assert article.text == "the ferry left"


WORDS = st.text(alphabet=st.sampled_from("#->*_`[](){}&|~!+=1.)ab\\<ü“”é "), max_size=40)


@given(
    st.lists(WORDS, max_size=5),
    st.lists(st.sampled_from(["b", "i", "code", "a href=/x", "span", "li", "q"]), max_size=5),
)
def test_words_come_through_as_they_are(words: list[str], tags: list[str]) -> None:
    html = ""
    for number, word in enumerate(words):
        escaped = word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        tag = tags[number] if number < len(tags) else ""
        html += f"<p>{escaped}</p>" if not tag else f"<p><{tag}>{escaped}</{tag.split()[0]}></p>"
    blocks = read_blocks(fragment_to_markdown(html, "https://a.example/").markdown)
    shown = [p.span.of(blocks.text) for p in blocks.paragraphs]
    assert shown == [" ".join(w.split()) for w in words if w.split()]


@given(st.text(max_size=200) | st.text(alphabet=st.sampled_from("<>/abpi=\"' &;!-[]brul\x00\x1b\n"), max_size=200))
def test_no_markup_raises(html: str) -> None:
    article = article_from_feed_html(html, url="https://a.example/")
    assert all(p.span.end <= len(article.text) for p in article.paragraphs)
