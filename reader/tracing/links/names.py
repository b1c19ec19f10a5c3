"""Links by name: texts that name the outlet of a stored report, in words which no credit rule knows.

Of the development texts that name an outlet and have nothing from the report of it which is stored, none has a tenth
of its words, by weight, in common with it; so that the bar is that of a credit.
"""

from collections.abc import Iterator, Mapping, Sequence

from reader.model.chain import Credit, Relation
from reader.text.spans import Span
from reader.tracing.identity import find_outlet_name, find_short_name, is_short_form, outlet_key
from reader.tracing.links.quotes import LONG_QUOTE, ONLY_QUOTED, QUOTED_LATER, QUOTED_PART
from reader.tracing.links.sources import CreditedOutlet, delay_between
from reader.tracing.links.table import LESSER, Links
from reader.tracing.reuse.kinds import VERBATIM
from reader.tracing.reuse.overlap import Reuse, ReuseMeter
from reader.tracing.reuse.profile import Profile
from reader.tracing.reuse.spelling import without_respelt

NAMES_STORED = "names-stored-outlet"
"""Rule of a credit that is made of a mere name."""
QUOTED_WORDS = 10
"""Words in quotation marks that both have, all runs together: a quotation that was changed in its middle."""
FACT = 0.12
"""Share of its words, by weight, that such a text has in common with the report of which it cites a fact."""
TOGETHER = 0.02
"""Share of its word pairs, by weight, that both must have: a fact is more than a few rare words."""
MUCH = 0.25
"""The same where the outlet's name is short, so that others may be meant."""
SOME_WORDS = 0.1
"""Share of its words, by weight, that a text has in common with a report which it names and from which it quotes."""
OWN_NAMES = 8
"""Names that a text may have besides those of the report that it is made of; one with more only cites it."""
BEYOND = 2
"""Sentences that a text must have from a report besides those that it has from others which it credits."""
TOOK = 0.3
"""Probability by its facts from which a text was made of the report that it names, among others."""
TOLD_SENTENCES = 4
"""Sentences that such a text tells after the report: what is merely cited is said in one or two."""
NAMED = 0.5
"""Probability of common descent from which the naming of an agency counts as a credit to a text that carries it."""


def add_named(
    links: Links,
    child: Profile,
    earlier: Sequence[Profile],
    credited: set[str],
    carried: Mapping[str, Mapping[str, CreditedOutlet]],
    meter: ReuseMeter,
    sources: Sequence[Profile] = (),
) -> None:
    """Link a document with the report that it shares most with among those whose outlets it names, be it only a fact.

    Args:
        links: Where the link goes.
        child: A document.
        earlier: What may be its source.
        credited: Keys of the outlets that it credits.
        carried: Document -> outlets whose text it says to be, by their keys.
        meter: Measures pairs.
        sources: Documents that it credits and is made of. Another one must account for what these do not.
    """
    best: tuple[bool, float, Profile, CreditedOutlet] | None = None
    for other in earlier:
        if sources and (other in sources or _beyond(child, other, sources, meter) < BEYOND):
            continue
        for name in (other.article.outlet, *(outlet.name for outlet in carried[other.key].values())):
            key = outlet_key(name)
            if not key or key in credited or key == outlet_key(child.article.outlet):
                continue
            for span, made_of in _named_with_matter(child, other, name, meter):
                made_of = made_of and not _came_along(child, other, name, earlier, meter)
                rank = (made_of, meter.measure(child, other).words)
                if best is None or rank > best[:2]:
                    best = (*rank, other, _named(name, key, span))
    if best is not None:
        (links.credited if best[0] else links.cited)[(best[2].key, child.key)] = best[3]


def _beyond(child: Profile, other: Profile, sources: Sequence[Profile], meter: ReuseMeter) -> int:
    """Return how many sentences of a text another one accounts for, and none of its known sources."""
    if meter.common_words(child, other) < SOME_WORDS:
        return 0
    known = [meter.account(child, source).sources for source in sources]
    return sum(
        place >= 0 and all(places[index] < 0 for places in known)
        for index, place in enumerate(meter.account(child, other).sources)
    )


def _came_along(child: Profile, other: Profile, name: str, earlier: Sequence[Profile], meter: ReuseMeter) -> bool:
    """Tell whether a name came with the text of a third document, which names the outlet and explains far more."""
    explained = meter.measure(child, other).words / LESSER
    return any(
        third is not other
        and meter.common_words(child, third) > explained
        and meter.measure(child, third).words > explained
        and outlet_key(third.article.outlet) != outlet_key(name)
        and find_outlet_name(third.article.text, name) is not None
        for third in earlier
    )


def _named_with_matter(child: Profile, other: Profile, name: str, meter: ReuseMeter) -> Iterator[tuple[Span, bool]]:
    """Yield the place in which an outlet is named, if the text has matter of its report; and whether it took text."""
    text = child.article.text
    span = find_outlet_name(text, name)
    if span is not None:
        reuse = meter.measure(child, other)
        if _is_made_of(child, reuse, other, name):
            yield span, True
        elif name == other.article.outlet and has_fact(reuse) and not _tells_its_own(child, reuse, other):
            yield span, False
    elif name == other.article.outlet and (span := find_short_name(text, name)) is not None:
        reuse = meter.measure(child, other)
        # there are many Heralds: the quotation or the matter tells which of them is meant
        much = reuse.words >= MUCH and _has_its_matter(child, reuse, other)
        much = much or (len(span.of(text).split()) > 1 and has_fact(reuse) and tells_again(child, other, meter))
        own = is_short_form(span.of(text), child.article.outlet)
        if not own and (much or _quotes_later(child, reuse, other)):
            yield span, True


def _named(name: str, key: str, span: Span) -> CreditedOutlet:
    credit = Credit(name, Relation.CITES_REPORT, "text", span, rule=NAMES_STORED)
    return CreditedOutlet(key, name, Relation.CITES_REPORT, (credit,))


def _is_made_of(child: Profile, reuse: Reuse, other: Profile, name: str) -> bool:
    """Tell whether a text that names an outlet is probably made of its report.

    A copy of a text in which the outlet is named says nothing by naming it.
    """
    if reuse.covered < VERBATIM and outlet_key(name) == outlet_key(other.article.outlet):
        return _has_its_matter(child, reuse, other) or _quotes_later(child, reuse, other)
    if reuse.probability < NAMED:
        return False
    if reuse.foreign_names > 3 and reuse.names < 0.8 and len(without_respelt(child.proper, other.proper)) > 3:
        return False
    return reuse.covered < VERBATIM or find_outlet_name(other.article.text, name) is None


def _has_its_matter(child: Profile, reuse: Reuse, other: Profile) -> bool:
    return reuse.covered < VERBATIM and has_matter(reuse) and not _tells_its_own(child, reuse, other)


def _tells_its_own(child: Profile, reuse: Reuse, other: Profile) -> bool:
    """Tell whether a text is a report of its own, which may speak of another outlet as of anybody."""
    if reuse.covered >= VERBATIM:
        return True
    many = reuse.foreign_names > OWN_NAMES and reuse.names < 0.8
    return many and len(without_respelt(child.proper, other.proper)) > OWN_NAMES


def _quotes_later(child: Profile, reuse: Reuse, other: Profile) -> bool:
    """Tell whether a text quotes from a report, and later: on the same day everybody has the words."""
    delay = delay_between(other.document, child.document)
    quotes = reuse.longest_quote >= LONG_QUOTE and reuse.words >= SOME_WORDS
    later = delay is None or delay >= QUOTED_LATER
    return later and (quotes or is_built_on_quotation(reuse)) and reuse.covered < VERBATIM


def is_built_on_quotation(reuse: Reuse) -> bool:
    """Tell whether a text is built round a quotation, and has nothing else word for word."""
    long = reuse.longest_quote >= LONG_QUOTE or reuse.quoted_words >= QUOTED_WORDS
    return long and reuse.quoted >= ONLY_QUOTED and reuse.covered >= QUOTED_PART


def tells_again(child: Profile, parent: Profile, meter: ReuseMeter) -> bool:
    """Tell whether a text which names a report tells it again, in whatever words, and not only a fact of it."""
    account = meter.account(child, parent)
    return account.probability >= TOOK or account.sentences >= TOLD_SENTENCES


def has_fact(reuse: Reuse) -> bool:
    """Tell whether a text that names an outlet has at least a fact of its report."""
    return reuse.words >= FACT and reuse.pairs >= TOGETHER


def has_matter(reuse: Reuse) -> bool:
    """Tell whether the common matter is that of a report and of a text which names its outlet."""
    alike = reuse.names >= 0.3 or reuse.foreign_names <= 3
    return reuse.words >= 0.4 or reuse.pairs >= 0.15 or (alike and reuse.words >= 0.15 and reuse.pairs >= 0.04)
