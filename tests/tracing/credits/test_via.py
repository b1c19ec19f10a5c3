"""Through whom a credit reached the article."""

from reader.articles.plain import article_from_text
from reader.model.chain import Relation
from reader.model.claim import Analysis, Attribution
from reader.text.spans import Span
from reader.tracing.credits.article import find_credits

REPORT = (
    "The garrison is close to collapse, according to a report.\n"
    "The Harbour Gazette reported Thursday that officials said the units were cut off.\n"
    "“They are surrendering,” Petrak said in a televised briefing carried by Ruritanian state media.\n"
    "The siege has lasted for three months and neither side has said how it will end.\n"
)


def test_what_another_outlet_only_carried_came_through_the_outlet_that_leads() -> None:
    gazette, carrier = find_credits(article_from_text(REPORT))
    assert (gazette.outlet, gazette.via) == ("Harbour Gazette", None)
    assert (carrier.generic, carrier.via) == (True, 0)


def test_all_came_through_the_outlet_from_which_the_text_is() -> None:
    gazette, carrier, whole = find_credits(article_from_text(REPORT + "This article originally appeared on Tideline."))
    assert whole.relation is Relation.REPUBLISHED_FROM
    assert (gazette.via, carrier.via, whole.via) == (2, 0, None)


def test_a_nested_attribution_came_through_the_one_around_it() -> None:
    text = "The Harbour Gazette reported that Ellsworth told the Millhaven Star she would resign."
    outer, inner = text.index(" reported"), text.index(" told")
    analysis = Analysis(
        (
            Attribution((Span(inner - 9, len(text) - 1),), (Span(outer + 1, outer + 9),), (Span(0, outer),)),
            Attribution(
                (Span(text.index("she"), len(text) - 1),),
                (Span(inner + 1, inner + 5),),
                (Span(inner - 9, inner),),
                parent=0,
            ),
        )
    )
    gazette, star = find_credits(article_from_text(text), analysis)
    assert (gazette.via, star.via) == (None, 0)


def test_a_wrong_parent_index_is_passed_over() -> None:
    text = "The Harbour Gazette reported that the bridge was closed."
    analysis = Analysis((Attribution((Span(30, 50),), (Span(20, 28),), (Span(0, 19),), parent=99),))
    (credit,) = find_credits(article_from_text(text), analysis)
    assert credit.via is None
