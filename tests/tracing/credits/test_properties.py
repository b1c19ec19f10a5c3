"""Credits never raise, their spans lie inside the place they name, and ``via`` is an index without a circle."""

from hypothesis import given
from hypothesis import strategies as st

from reader.articles.plain import article_from_text
from reader.model.article import Article
from reader.model.chain import Credit
from reader.model.claim import Analysis, Attribution
from reader.text.spans import Span
from reader.tracing.credits.article import find_credits

ALL_PIECES = (
    "The Millhaven Star reported|according to|told| KXQZ|©|(|)|—|Source:|\n|\n\n|h/t|Read on the Tideline app|by |"
    "Ann Porter|tideline.com|-x.com|NORTHMOOR (NNA) —|This article|first appeared in|state media|carried by|«Вісник»|"
    "повідомляє|laut|dem Sender|selon La Gazette|'s \"Morning|Sources:|first reported by|“|”|’s|2018|Channel 9|\x00|"
    "contributed to this report.|\u202e|🗞|É|ß|İ| and |/|,|. "
)
PIECES = st.sampled_from([*ALL_PIECES.split("|"), "|"])
MIXED = st.lists(PIECES, max_size=25)
TEXTS = st.one_of(MIXED.map(" ".join), MIXED.map("".join), st.text(max_size=200))
META = st.dictionaries(
    st.sampled_from(["canonical", "author", "DC.source", "feed.via", "credit", "ld.publisher", "og:site_name", "x"]),
    st.lists(TEXTS, max_size=2).map(tuple),
    max_size=4,
)
SPANS = st.tuples(st.integers(0, 80), st.integers(0, 40)).map(lambda t: Span(t[0], t[0] + t[1]))
ATTRIBUTIONS = st.lists(
    st.builds(
        Attribution,
        content=st.lists(SPANS, min_size=1, max_size=2).map(tuple),
        cue=st.lists(SPANS, max_size=1).map(tuple),
        source=st.one_of(st.none(), st.lists(SPANS, min_size=1, max_size=1).map(tuple)),
        parent=st.one_of(st.none(), st.integers(-3, 6)),
        speaker=st.one_of(st.none(), TEXTS),
    ),
    max_size=4,
)


def place(article: Article, credit: Credit) -> list[str]:
    if credit.where == "text":
        return [article.text]
    if credit.where == "byline":
        return [article.byline]
    if credit.where == "title":
        return [article.headline]
    key = credit.where.removeprefix("meta.")
    return list(article.metadata.get(key, article.metadata.get(credit.where, ())))


@given(TEXTS, TEXTS, TEXTS, META, ATTRIBUTIONS, st.booleans())
def test_credits_of_anything(
    text: str,
    byline: str,
    outlet: str,
    metadata: dict[str, tuple[str, ...]],
    attributions: list[Attribution],
    plain: bool,
) -> None:
    if plain:
        article = article_from_text(text, byline=byline, outlet=outlet, url=outlet, metadata=metadata)
    else:
        article = Article(text=text, headline=byline, byline=byline, outlet=outlet, url=outlet, metadata=metadata)
    credits = find_credits(article, Analysis(tuple(attributions)))
    for index, credit in enumerate(credits):
        assert credit.outlet.strip()
        assert any(0 <= credit.span.start < credit.span.end <= len(value) for value in place(article, credit)), credit
        seen = {index}
        step = credit.via
        while step is not None:
            assert 0 <= step < len(credits)
            assert step not in seen
            seen.add(step)
            step = credits[step].via


@given(TEXTS)
def test_credits_are_the_same_each_time(text: str) -> None:
    article = article_from_text(text)
    assert find_credits(article) == find_credits(article)
