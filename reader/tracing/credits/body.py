"""Credits in running text: names with words of crediting beside them, as sure as name and words together make it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.model.chain import Relation
from reader.text.commonwords import COMMON_WORDS
from reader.text.spans import Span
from reader.tracing.credits.bare_names import People, describes_only
from reader.tracing.credits.cue_rules import Cue
from reader.tracing.credits.cues import (
    Before,
    before,
    described_behind,
    kind_follows,
    leads_to_name,
    left_cue,
    may_be_credited,
    programme_cue,
    right_cue,
    wie_cue,
)
from reader.tracing.credits.found import Found
from reader.tracing.credits.mentions import Mention
from reader.tracing.credits.not_credits import is_called_body, is_poll_or_photo
from reader.tracing.credits.outlet_forms import Likeness, is_kind, words_of

RANK = (
    Relation.REPUBLISHED_FROM,
    Relation.WIRE,
    Relation.FIRST_REPORTED_BY,
    Relation.AGGREGATED_SUMMARY,
    Relation.CITES_REPORT,
)
"""Of several relations to one outlet the first of these is kept."""
_TOGETHER = re.compile(
    r"(?:['’]s?)?(?:,?\s(?:and|und|et|і|та|и|as\swell\sas|or|together\swith|along\swith|alongside)\s|,\s|/|,?\s&\s|-)(?:both\s)?(?:the\s|der\s|die\s|le\s|la\s)?[\"“„«]?"
)


_NO_MARKS: Mapping[Span, Likeness] = {}


def cued_outlets(
    text: str, line: Span, names: Sequence[Mention], people: People, marks: Mapping[Span, Likeness] = _NO_MARKS
) -> Iterator[Found]:
    """Yield the names in a line that stand beside words of crediting; names side by side share them.

    Args:
        text: The article's text (or its headline).
        line: The line; no cue is looked for outside it.
        names: The names in the line.
        people: The people of the article, who are no outlets.
        marks: How much names look like outlets by what the page does with them: titles in italics, links to a site of
            their name.
    """
    likely = [
        m
        for i, m in enumerate(names)
        if not (i and _programme_of(text, names[i - 1], m))
        and not (i + 1 < len(names) and _programme_on(text, m, names[i + 1]))
        and (
            m.likeness >= Likeness.HINT
            or m.span in marks
            or _worth_a_look(text, m)
            or _beside_an_outlet(text, names, i)
        )
    ]
    for group in _groups(text, likely):
        context = before(text, group[0].left, line.start, group[0].right)
        shared = (
            left_cue(context, group[-1].span.end),
            right_cue(text, group[-1], group[0].span.start, apposed=context.apposed),
        )
        for mention in group:
            near = context if mention is group[0] else before(text, mention.left, line.start, mention.right)
            cues = [cue for cue in (*shared, *_own_cues(text, mention, near, group)) if cue]
            if not cues:
                continue
            likeness = _likeness(text, mention, near, people, marked=marks.get(mention.span))
            if likeness is Likeness.OPEN and any(m.likeness >= Likeness.FORM for m in group):
                likeness = Likeness.HINT
            if likeness is Likeness.OPEN and all(shared) and len(group) == 1:
                likeness = Likeness.HINT  # «a report by X, which published pictures»: words on both sides
            fitting = [cue for cue in cues if _fits(cue, likeness, mention, text)]
            if fitting and not is_poll_or_photo(text, near, mention.right):
                best = min(fitting, key=lambda cue: RANK.index(cue.relation))
                span = _credited(text, best, mention)
                yield Found(mention.name, mention.outlet, best.relation, "text", span, best.rule)


_MARK = re.compile(r"[\"“”„«»]")
_CLOSING = re.compile(rf"[,.]?{_MARK.pattern}")


def _credited(text: str, cue: Cue, mention: Mention) -> Span:
    """Return the stretch that credits: words of crediting and name, with both quotation marks of a pair or none."""
    start, end = min(cue.start, mention.span.start), max(cue.end, mention.span.end)
    if len(_MARK.findall(text, start, end)) % 2:
        if closing := _CLOSING.match(text, end):
            end = closing.end()
        elif start and _MARK.match(text, start - 1):
            start -= 1
    return Span(start, end)


def _own_cues(text: str, mention: Mention, near: Before, group: Sequence[Mention]) -> Iterator[Cue | None]:
    """Yield the cues that a name of a group has to itself."""
    if mention is not group[0]:
        yield left_cue(near, mention.span.end)
    if mention is not group[-1]:
        yield right_cue(text, mention, mention.span.start)
    yield wie_cue(text, mention.right, near, mention.span.start)
    if not mention.quoted:
        yield programme_cue(text, mention.right, near, mention.span.start)


def _worth_a_look(text: str, mention: Mention) -> bool:
    """Tell whether a name without form may be a credit at all (most are not: this saves most of the time)."""
    if mention.likeness is Likeness.REFUSED:
        return mention.outlet is None and kind_follows(text, mention.right)
    if mention.titled or mention.quoted or _ACRONYM.fullmatch(mention.name) or _COMPOSED.match(mention.name):
        return True
    return may_be_credited(text, mention) or (mention.after in words_of("relative") and leads_to_name(mention))


_CHANNEL = re.compile(r"\s?(?:Radio\s)?(?:One|Two|Three|Four|Five|\d)(?:\s[A-Z]\w+)?['’]s\s[“\"]?")


def _programme_of(text: str, owner: Mention, mention: Mention) -> bool:
    """Tell whether a name is that of a broadcast: «NBC's Today», «BBC Radio Four's Any Questions»."""
    near = mention.left - owner.right <= 4 and owner.possessive
    of_channel = not near and _CHANNEL.fullmatch(text[owner.right : mention.left]) is not None
    return bool((near or of_channel) and owner.likeness >= Likeness.HINT and mention.likeness <= Likeness.HINT)


_ON_OUTLET = re.compile(
    r"[”\"“»']?,?(?P<kind>\s(?:podcast|show|programme?))?\s(?:on|at|from|auf|bei|im|sur|на|в ефірі)\s"
    r"(?:the\s|der\s|dem\s)?[„«]?"
)


def _programme_on(text: str, mention: Mention, outlet: Mention) -> bool:
    """Tell whether a name is that of a broadcast on the outlet behind it: «“Late Round” on Moorland Television»."""
    match = _ON_OUTLET.fullmatch(text[mention.span.end : outlet.left])
    if match is None or mention.likeness > Likeness.HINT:
        return False
    return outlet.likeness >= (Likeness.BARE if match["kind"] else Likeness.FORM)


def _groups(text: str, names: Sequence[Mention]) -> list[list[Mention]]:
    """Return the names of a line, those that stand side by side together («NBC News and ABC News both»)."""
    groups: list[list[Mention]] = []
    for number, mention in enumerate(names):
        last = groups[-1][-1] if groups else None
        sure = last is not None and max(last.likeness, mention.likeness) >= Likeness.FORM
        alike = last is not None and min(_looks(text, last), _looks(text, mention)) >= (
            Likeness.BARE if sure else Likeness.HINT
        )
        if last is not None and alike and (_together(text, last, mention) or _in_series(text, names, number)):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _looks(text: str, mention: Mention) -> Likeness:
    """Return the likeness of a name beside others, with such quotation marks as papers' names have: «Торф», „Torf“."""
    titled = mention.quoted and text[mention.span.start - 1] in "«„" and mention.likeness is not Likeness.REFUSED
    return max(mention.likeness, Likeness.HINT) if titled else mention.likeness


def _together(text: str, one: Mention, other: Mention) -> bool:
    """Tell whether two names stand side by side: «A News and B News», «A/B»; for a bare one a comma is not enough."""
    gap = text[one.right - one.possessive : other.left]
    bare = min(one.likeness, other.likeness) < Likeness.HINT
    return _TOGETHER.fullmatch(gap) is not None and not (bare and gap.strip(" \u00a0").startswith((",", "-")))


_COMMA = re.compile(r",\s(?:the\s)?[\"“„«]?")
_LAST_COMMA = re.compile(r",?\s(?:and|or|und|et|та|і|и)\s(?:the\s|der\s|die\s|le\s|la\s)?[\"“„«]?", re.IGNORECASE)


def _in_series(text: str, names: Sequence[Mention], index: int) -> bool:
    """Tell whether a name is the middle or the end of a series of three, the two others surely outlets."""
    for middle in (index, index - 1):
        if not 0 < middle < len(names) - 1:
            continue
        first, mention, last = names[middle - 1 : middle + 2]
        gaps = text[first.right : mention.left], text[mention.right : last.left]
        sure = min(first.likeness, last.likeness) >= Likeness.FORM and mention.likeness is not Likeness.REFUSED
        if sure and _COMMA.fullmatch(gaps[0]) and _LAST_COMMA.fullmatch(gaps[1]):
            return True
    return False


def _beside_an_outlet(text: str, names: Sequence[Mention], index: int) -> bool:
    """Tell whether a bare name stands side by side with one that has an outlet's form: «by Openfield and KXQZ»."""
    mention = names[index]
    if mention.likeness is not Likeness.BARE:
        return False
    before = index > 0 and names[index - 1].likeness >= Likeness.FORM and _together(text, names[index - 1], mention)
    if before or _in_series(text, names, index):
        return True
    return (
        index + 1 < len(names)
        and names[index + 1].likeness >= Likeness.FORM
        and _together(text, mention, names[index + 1])
    )


def _likeness(text: str, mention: Mention, near: Before, people: People, *, marked: Likeness | None) -> Likeness:
    """Return how much a name looks like an outlet, with what stands beside it taken into account."""
    likeness = mention.likeness
    described = near.described or described_behind(text, mention.right, near)
    if likeness is Likeness.REFUSED:
        return Likeness.HINT if mention.outlet is None and described_behind(text, mention.right, near) else likeness
    if mention.outlet is None and (describes_only(mention) or is_kind(mention.name.casefold())):
        return Likeness.REFUSED
    if people.is_body(mention):
        return Likeness.REFUSED
    if marked is Likeness.FORM:
        return max(likeness, Likeness.FORM)
    if likeness is Likeness.BARE and (people.is_person(mention) or is_called_body(text, mention.right)):
        return likeness
    if described:
        return max(likeness, Likeness.FORM)
    if likeness is Likeness.HINT and (mention.article or mention.quoted):
        return Likeness.FORM
    if likeness is Likeness.BARE and not people.speaks_against(mention):
        return Likeness.HINT if marked or mention.titled or mention.quoted else Likeness.OPEN
    return likeness


def _stands_alone(cue: Cue, mention: Mention, text: str) -> bool:
    """Tell whether a bare name is the whole of what a cue names: not «told G7 leaders», not a reporter of two names."""
    if cue.rule == "reported-that":
        led = bool(mention.near) and mention.near[-1] in ("of", "in", "at", "for", "from", "near")
        return " " not in mention.name and not mention.possessive and not led
    return cue.rule not in _TOLD or bool(mention.possessive) or _AFTER_TOLD.match(text, mention.right) is not None


_PEOPLE_OF = re.compile(
    r"\s(?:crew|staff|employees|workers|family|owners?|members|board|union|team|leaders|officials|management|readers|"
    r"shareholders|investors|lawyers?)\b"
)
"""Words behind a name that say it is its people who were told, not its readers."""
_RECEIVED = frozenset({"told", "said-to", "letter-to", "leaked-to", "interview-with"})
"""Cues that name who was told: where the name only modifies a noun, it was that one."""
_HEAD_NOUN = re.compile(
    r"\s(?P<nouns>[a-z][a-z-]{2,}(?:\s[a-z][a-z-]{2,}(?=\sthat\b))?)(?P<next>\s(?:that|it|he|she|they|we|how|why|to)\b|[,.;]|$)"
)


def _modifies(text: str, mention: Mention) -> bool:
    """Tell whether a name is the modifier of a common noun that is no outlet's: «told Channel Tunnel *operators* that».

    Behind a known outlet only «that» makes the word before it such a noun («told Reuters talks to end the strike ...»).
    """
    match = None if mention.possessive or mention.quoted else _HEAD_NOUN.match(text, mention.right)
    if match is None or (mention.likeness is Likeness.KNOWN and match["next"].strip() != "that"):
        return False
    own = words_of("kind person work own-noun") | COMMON_WORDS
    if any(n in own or n.removesuffix("s") in own or n.endswith(("ly", "wards")) for n in match["nouns"].split()):
        return False
    return _AFTER_TOLD.match(text, mention.right) is None


_SAYS = frozenset({"said", "reported", "reported-that"})
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|owners?|heads?|director|chief|president|publisher|founder|lawyers?|chair\w*|executive|manager|boss|union|staff|"
    r"employees?|representatives?)\s(?:for|of|at)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Words before a name that say it is one of its people who speaks, for the house itself."""
_WRITES_FOR = re.compile(r"\s(?:of|from|at|for|over\sat)\s(?:the\s)?[A-ZÀ-Þ0-9]\w+")
"""Words behind a journalist's name: «as noted by Ona Pell of Harbour News»."""
_IMPRINT = re.compile(r"(?:\sin\s|,?\s[(]?)(?:19|20)\d\d\b")
"""A year behind the publisher of a book: «Published by Harbour Press, 2011»."""
_BEHIND_BRACKETED = re.compile(r"\s?[^\w\s“\"„«]|\s(?:and|und|et|та|і)\s|\s?$")
"""What stands behind a name that brackets name whole, not behind «(from Harbour vendors)»."""
_NO_SUBJECT = (("on",), ("with",), ("via",))
"""Words before a name that is no verb's subject."""
_OWN_MATTER = frozenset(
    {"interview", "story", "article", "op-ed", "column", "editorial", "essay", "exclusive", "scoop", "footage"}
)
"""What only outlets have: of an acronym that no list knows a report or an investigation may be a body's."""
_LEADING = frozenset({"in", "to", "from", "by", "citing", "an", "a", "recent", "earlier"})
"""Words before «X report» that make a citation of it («in a Harbour Star essay»)."""
_WORKS = frozenset({"in-print", "of-outlet"})
"""Cues beside which a bare title may as well be a book's or a film's: «appeared in The Green Door»."""
_TOLD = frozenset({"told", "said-to", "on-air"})
_AFTER_TOLD = re.compile(
    r"\W*$|\s?[^\w\s]|\s[A-ZÀ-ÞА-Я0-9]|\s(?:that|on|in|at|last|this|earlier|during|he|she|it|they|we|there|the|his|her|their|"
    r"podcast|about|via|by|after|before|for|when|while|and|as|a|an|what|how|why|if|following|from|is|was|were|are|would|will|"
    r"had|has|yesterday|today|recently|exclusively|not|no|some|all|both|daß|dass|am|im|bei|que)\b"
)
_ACRONYM = re.compile(r"[A-Z]{3,5}")
_LINE_END = re.compile(r"[^\w\n]*(?:\n|$)")
_COMPOSED = re.compile(r"(?!Ma?c[A-Z])[A-Z][a-z]+[A-Z\d]\w*$")
"""Names that sites have, not people: «DroidGarden», «Nine2Fix»."""
_AGENCY_RULES = frozenset({"material-from", "contributed-by", "distributed-by"})
_BROADCAST_RULES = frozenset({"interview-hinten", "on-air", "interview-with", "said-to", "on-programme"})
_JOURNALIST_OF = re.compile(r"\s(?:[a-z]+\s)?[A-ZÀ-Þ][\w.’'-]+\s[A-ZÀ-Þ]\w+")


def _speaks_against(cue: Cue, likeness: Likeness, mention: Mention, text: str) -> bool:
    """Tell whether what stands around a cue and a name that no list knows says that the name is no outlet's."""
    of_two = likeness is Likeness.OPEN and mention.name.count(" ") == 1
    if of_two and (cue.rule == "in-brackets" or _WRITES_FOR.match(text, mention.right)):
        return True  # «(via Ona Pell)», «as noted by Ona Pell of Harbour News»
    if cue.rule == "via":
        marked = text[cue.start : cue.start + 1] in tuple("([–—-")
        return not marked and _LINE_END.match(text, mention.right) is None
    if cue.rule == "reported-by" and text.startswith("Published", cue.start):
        return _IMPRINT.match(text, mention.right) is not None
    if cue.rule == "said":
        return mention.near[-1:] in _NO_SUBJECT or {"name", "of"} <= set(mention.near)
    if cue.rule == "its-report" and likeness <= Likeness.HINT and _ACRONYM.fullmatch(mention.name):
        return text[mention.right : cue.end].split()[-1].casefold() not in _OWN_MATTER
    return False


def _fits(cue: Cue, likeness: Likeness, mention: Mention, text: str) -> bool:
    """Tell whether a cue makes a credit of a name; an acronym is enough on the air or with its journalist."""
    if cue.rule == "told" and _PEOPLE_OF.match(text, mention.right):
        return False
    if cue.rule in _RECEIVED and _modifies(text, mention):
        return False
    if cue.rule in _SAYS and _SPEAKS_FOR.search(text, max(0, mention.left - 40), mention.left):
        return False
    if mention.likeness is Likeness.BARE and cue.rule in _WORKS and likeness < Likeness.FORM:
        return False
    if mention.outlet is None and _speaks_against(cue, likeness, mention, text):
        return False
    if cue.rule == "in-brackets" and _BEHIND_BRACKETED.match(text, mention.right) is None:
        return False
    if cue.rule == "avec" and mention.likeness is not Likeness.KNOWN:
        return likeness >= Likeness.OPEN and _LINE_END.match(text, mention.right) is not None
    if cue.rule == "spotted-by" and likeness is Likeness.OPEN:
        return _COMPOSED.match(mention.name) is not None
    if likeness is Likeness.OPEN and not _stands_alone(cue, mention, text):
        return False
    if likeness >= cue.least:
        return True
    if cue.rule == "its-report" and likeness in (Likeness.HINT, Likeness.OPEN):
        shaped = likeness is Likeness.HINT or _ACRONYM.fullmatch(mention.name) or _COMPOSED.match(mention.name)
        return bool(shaped) and any(word in _LEADING for word in mention.near)
    if likeness is not Likeness.OPEN or not _ACRONYM.fullmatch(mention.name):
        return False
    if cue.rule in _BROADCAST_RULES or cue.rule in _AGENCY_RULES:
        return True
    return bool(cue.rule == "according-to" and mention.possessive and _JOURNALIST_OF.match(text, mention.right))
