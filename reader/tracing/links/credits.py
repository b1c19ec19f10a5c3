"""Links by credit: documents whose outlet another one credits, or at least names, and with which it shares matter.

A credit lowers the bar for common text; how far depends on what it says. What credits no stored report may still name
its outlet (``names``).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from reader.model.chain import Relation
from reader.tracing.identity import outlet_key
from reader.tracing.links.names import (
    OWN_NAMES,
    SOME_WORDS,
    add_named,
    has_fact,
    has_matter,
    is_built_on_quotation,
    tells_again,
)
from reader.tracing.links.quotes import LONG_QUOTE, REMEMBERED
from reader.tracing.links.sources import CreditedOutlet, credited_outlets, delay_between, in_window, is_before
from reader.tracing.links.table import Links, is_strong
from reader.tracing.reuse.kinds import SHORT, VERBATIM
from reader.tracing.reuse.overlap import Reuse, ReuseMeter
from reader.tracing.reuse.profile import Profile

LATE_STAMP = timedelta(hours=6)
"""A page is stamped anew when it is changed: so much later than its copy a credited source may seem to be."""
DIGESTED = 0.6
"""Probability of common descent from which a short text is a digest of another that carries the same credit."""

OWN_PER_100 = 7
"""Names per 100 words that such a text may have besides, however long it is."""


def add_credited(
    links: Links, profiles: Mapping[str, Profile], near: Mapping[str, Sequence[str]], meter: ReuseMeter
) -> None:
    """Add the links from credited and named outlets to the documents that credit or name them."""
    carried = {key: {o.key: o for o in credited_outlets(p.document) if o.is_text} for key, p in profiles.items()}
    for key, child in profiles.items():
        known = [profiles[other] for other in near[key] if _may_be_source(profiles[other], child)]
        earlier = [other for other in known if is_before(child.document, other.document) is not True]
        outlets = credited_outlets(child.document, [n for o in known for n in _outlets_of(o)])
        new_version = _is_new_version(child, earlier, meter)
        for outlet in outlets:
            best: tuple[bool, bool, float, Profile] | None = None
            for other in known:
                own = outlet_key(other.article.outlet) == outlet.key
                if not own and (outlet.key not in carried[other.key] or other not in earlier):
                    continue
                reuse = meter.measure(child, other)
                # a page's time counts where another version answers as well
                backs = _backs(reuse, outlet, own=own) or (own and has_fact(reuse) and tells_again(child, other, meter))
                rank = (backs, other in earlier, reuse.words)
                if (rank[0] or (own and has_fact(reuse))) and (best is None or rank > best[:3]):
                    best = (*rank, other)
            if best is not None:
                backed, *_, source = best
                reuse = meter.measure(child, source)
                took = backed and not new_version and _took_text(child, source, meter, outlet)
                (links.credited if took else links.cited)[(source.key, key)] = outlet
        sources = [profiles[parent] for parent, made in links.credited if made == key]
        add_named(links, child, earlier, {o.key for o in outlets}, carried, meter, sources)


def _is_new_version(child: Profile, earlier: Sequence[Profile], meter: ReuseMeter) -> bool:
    """Tell whether a document is its outlet's next version of a report: what it credits besides is only cited."""
    own = outlet_key(child.article.outlet)
    versions = (o for o in earlier if own and outlet_key(o.article.outlet) == own)
    before = (o for o in versions if is_before(o.document, child.document))
    return any(meter.measure(child, other).covered >= VERBATIM for other in before)


def _outlets_of(other: Profile) -> Iterator[str]:
    yield other.article.outlet
    yield from (c.outlet for c in other.document.credits)


def _may_be_source(other: Profile, child: Profile) -> bool:
    """Tell whether a document may be what another credits: a credit beats the times, unless they lie far apart."""
    if in_window(child.document, other.document):
        return not is_before(child.document, other.document, LATE_STAMP)
    delay = delay_between(other.document, child.document)
    # a remark is quoted long after the news of which it was part
    common = frozenset(child.document.fingerprint.quotes).intersection(other.document.fingerprint.quotes)
    return len(common) > 1 and delay is not None and timedelta(0) <= delay <= REMEMBERED


def _backs(reuse: Reuse, outlet: CreditedOutlet, *, own: bool) -> bool:
    """Tell whether the common matter is enough to take the credited document for the source."""
    if not own:
        # a near copy of an agency's text stands beside the other copies, not below one of them
        if outlet.is_text:  # of two texts that say they are the agency's, the one may be a digest of the other
            related = reuse.probability >= DIGESTED and reuse.length < SHORT * reuse.parent_length
        else:
            related = reuse.probability >= 0.3 or (reuse.words >= 0.35 and reuse.foreign_names <= 2)
        return related and reuse.covered < VERBATIM
    if is_built_on_quotation(reuse):
        return True
    if outlet.relation in (Relation.CITES_REPORT, Relation.FIRST_REPORTED_BY):
        return has_matter(reuse) or (reuse.longest_quote >= LONG_QUOTE and reuse.words >= SOME_WORDS)
    return reuse.words >= 0.25 or reuse.pairs >= 0.08 or (reuse.words >= 0.12 and reuse.pairs >= 0.03)


def _took_text(child: Profile, parent: Profile, meter: ReuseMeter, outlet: CreditedOutlet) -> bool:
    """Tell a derivation from a mere citation: a text that took its matter tells much of it, or little besides."""
    reuse = meter.measure(child, parent)
    if outlet.relation is not Relation.CITES_REPORT and outlet.relation is not Relation.FIRST_REPORTED_BY:
        return True
    if is_strong(reuse) or reuse.foreign_names <= OWN_NAMES or reuse.names >= 0.8:
        return True
    own = meter.account(child, parent).foreign_names
    return own <= OWN_NAMES or (tells_again(child, parent, meter) and 100 * own <= OWN_PER_100 * reuse.length)
