"""The words of crediting beside a name: found by the tables of ``cues_english`` and ``cues_abroad``.

A cue before a name is looked up by its last word («to» in «according to»), after the words that describe the outlet
(«the German weekly») have been taken off; a cue behind it by a match at its place. Each has the least likeness a name
must have for the cue to make a credit of it: «told X» says little of X, «first reported by X» nearly all.
"""

import re
from typing import NamedTuple

from reader.lexicon.outlets import fold
from reader.tracing.credits import cues_abroad, cues_english, cues_english_behind
from reader.tracing.credits.cue_rules import CITES, FIRST, FORM, HINT, OPEN, Cue, Rule
from reader.tracing.credits.mentions import Mention
from reader.tracing.credits.outlet_forms import is_kind, words_of

_LEFT: dict[str, list[Rule]] = {}
for _rule in (*cues_english.LEFT, *cues_abroad.LEFT):
    for _word in _rule.last_words:
        _LEFT.setdefault(_word, []).append(_rule)
_RIGHT = (*cues_english_behind.RIGHT, *cues_abroad.RIGHT)
_SHOW_BEHIND = re.compile(
    r"\s(?:news|radio|tv|television|talk|morning|evening|breakfast|political|late-night|\s)*(?:show|podcast|programme?|broadcast|newscast)\b",
    re.IGNORECASE,
)
_TITLE_BEHIND = re.compile(
    r"\s?(?:news\s|radio\s|show\s)?(?:[“\"„«‘]|''|')\s?[A-ZÀ-ÞА-ЯІЇЄҐ0-9](?:[^“”\"„«»‘’'\n]{0,60}(?:[”\"“»’]|''?))?"
)
_ON_PROGRAMME = re.compile(r"\b(?:on|over|told|of|during|with|in|from|to|by|for|bei|im|sur|dans)\s*$", re.IGNORECASE)
_HOST_OF = re.compile(
    r"(?<!told\s)(?<!with\s)\b(?:anchor|host|presenter|moderator|star|producer|creator)s?\sof\s*$", re.IGNORECASE
)
"""Words before a programme that only say whose it is."""
_SPOKE_ON = re.compile(
    r"\b(?:told|asked\son|(?:appeared|appearing|said|spoke|speaking|interviewed|interview|recalled|revealed|joked)\s(?:on|to|with)|by)\s*$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"([^\W_]+(?:[/'’][^\W_]+)*):?\s*$")
_WINDOW = 110
_LAST_REACH = 40
"""Characters at the end of the words before a name in which the last of them lies."""
_OWNER_REACH = 70


_KIND_BEHIND = re.compile(
    r"(?:\s(?:newspaper|magazine|daily|weekly|tabloid|broadsheet|news\s(?:agency|site|website|outlet|portal|channel|service)|radio\sstation|"
    r"tv\s(?:station|channel)|website|newsletter|blog|radio|monthly)\b|,\s(?:a|an|the|its|ein|eine|un|une)\s(?:[\w'’-]+\s){0,4}"
    r"(?:newspaper|paper|newsroom|monthly|quarterly|fanzine|podcast|radio\sstation|news\s(?:site|agency|outlet|website|portal|organi[sz]ation|service)|website|magazine|broadcaster|"
    r"station|outlet|blog|daily|weekly|tabloid|newsletter|publication|channel|zeitung|sender|portal|quotidien)\b)",
    re.IGNORECASE,
)


def kind_follows(text: str, right: int) -> bool:
    """Tell whether a noun for an outlet stands behind a name."""
    return _KIND_BEHIND.match(text, right) is not None


_COMMON = frozenset({"in", "on", "at", "to", "with", "from", "by", "of"})
_OPEN_KEYS = frozenset(
    part
    for key, rules in _LEFT.items()
    if any(rule.least <= OPEN for rule in rules)
    for part in fold(key).replace("/", " ").split()
)
_OPEN_TRIGGER = re.compile(
    r"riginally|irst\b|reviously|nitially|eprinted|epublished|eposted|eproduced|ross-posted|yndicated|dapted|xcerpted|"
    r"h/t|tip\b|\bby$|[(\[]from|\b(?:comes|came)\s|\bper\b|eaked|(?:odcast|ewscast|ewsletter|programme?)\sfrom|"
    r"uerst|rsprünglich|rstmals|rschien|ublié|\b[Pp]aru|перше|спочатку|(?:ublished|osted|roadcast|rinted)\s(?:on|in)$"
)
"""Words without which a common preposition before a bare name does not end one of the cues that can credit it."""
_OPEN_RIGHT = tuple(rule.pattern for rule in _RIGHT if rule.least <= OPEN)


def may_be_credited(text: str, name: Mention) -> bool:
    """Tell whether one of the cues that make a credit of a bare name may stand beside it."""
    for word in name.near:
        if is_kind(word):
            return True
        if word in _OPEN_KEYS and (
            word not in _COMMON or _OPEN_TRIGGER.search(text, max(0, name.left - _WINDOW), name.left - 1)
        ):
            return True
    if name.after in words_of("credited-next") and any(p.match(text, name.right) for p in _OPEN_RIGHT):
        return True
    return name.after in words_of("kind-next") and kind_follows(text, name.right)


def leads_to_name(name: Mention) -> bool:
    """Tell whether the word before a name can end a cue."""
    return bool(name.near) and name.near[-1] in _LEFT


def described_behind(text: str, right: int, context: "Before") -> bool:
    """Tell whether the words behind a name say that it is an outlet: «X newspaper», «X, a local news site»."""
    match = _KIND_BEHIND.match(text, right)
    if match is None:
        return False
    # «a Harbour newspaper» is some newspaper of Harbour
    return match.group()[0] == "," or not re.search(r"\b(?:an?|ein|eine|eines|einer|une|un)\s*$", context.description)


_DATIVE = re.compile(r"\b(?:dem|der|den)\b")
_ELISION = re.compile(r"[lLdD]['’]")
_OWNER = re.compile(r"(?:[A-ZÀ-Þ][\w.-]+\s){0,2}[A-ZÀ-Þ][\w.-]+['’]s?$")


class Before(NamedTuple):
    """The words before a name, with the outlet's description taken off."""

    words: str
    """Words from the beginning of the line (at most ``_WINDOW`` characters) up to the description."""
    start: int
    """Offset of ``words`` in the text."""
    described: bool
    """The description says that an outlet follows («the German weekly»)."""
    description: str
    apposed: bool = False
    """The name stands in apposition: «the village newsletter, the X, »."""


_LED = ("-based", "-owned", "-run", "-backed", "-affiliated", "-language", "-funded", "-controlled")
"""Ends of adjectives that describe outlets."""
_CYRILLIC_ADJECTIVE = re.compile(r"[а-яіїєґ'’-]{3,}(?:[нкцв](?:е|а|ий|ого|ому|ої|ій|ою|им)|ське|ська|ський)")


def _describes(word: str, described: bool) -> bool:
    """Tell whether a word is an adjective of the noun for an outlet behind it, though no list has it."""
    return word.endswith(_LED) or (described and _CYRILLIC_ADJECTIVE.fullmatch(word) is not None)


_DESCRIBING = 3
"""Words up to which a description may hold others than those the lexicon has: «the *village fishing* newsletter X»."""


def before(text: str, left: int, line_start: int, right: int = 0) -> Before:
    """Return the words before ``left`` without those that describe the outlet; the name ends at ``right``."""
    start = max(line_start, left - _WINDOW)
    words = text[start:left]
    end = len(words.rstrip(" \u00a0\"'“”„«»‘’("))
    described = False
    descriptors = words_of("descriptor")
    cut = end
    if owner := _OWNER.search(words, max(0, end - _OWNER_REACH), end):
        # «Jane Doe's WXYZ show»: the presenter stands between cue and outlet
        cut = end = owner.start()
    apposed = led = False
    for number in range(7):
        head = words[:cut].rstrip(" \u00a0")
        if head[-1:] == "," and number < 2 and text[right : right + 1] in (",", ".", ";", ")"):
            apposed, led = True, False
            head = head[:-1]
        space = max(head.rfind(" "), head.rfind("\u00a0"))
        raw = head[space + 1 :].strip("“”\"'‘’")
        if elision := _ELISION.match(raw):
            raw = raw[elision.end() :]
        word = raw if raw == "à" else fold(raw)
        listed = word in descriptors and (described or not apposed)
        if word == "show" and head[:space].rstrip()[-1:] == "s" and fold(head[:space].split()[-1]) not in descriptors:
            break  # «the videos show Scott»
        if (
            not word
            or not word.replace("-", "").isalpha()
            or not head[-1:].isalpha()
            or not (is_kind(word) or listed or _describes(word, described))
        ):
            if described and not led and (lead := _description_start(head)) is not None:
                cut = lead
            break
        described, led = described or is_kind(word), led or elision is not None or word in words_of("determiner")
        cut = space + 1
    return Before(words[:cut].rstrip(' \u00a0"“„«('), start, described, words[cut:end], apposed and described)


def _description_start(words: str) -> int | None:
    """Return where the description at the end of ``words`` begins, its determiner included; None if it has none."""
    at = len(words)
    for _ in range(_DESCRIBING + 1):
        space = max(words.rfind(" ", 0, at), words.rfind("\u00a0", 0, at))
        word = words[space + 1 : at].casefold()
        if word in words_of("determiner"):
            return space + 1
        if not word.replace("-", "").isalpha() or word in words_of("link") or not words[space + 1].islower():
            return None
        at = space
        if at < 0:
            return None
    return None


_BESIDE = " \u00a0\t.,;:!?…\"'”’»)([–—-"
"""Marks before words of crediting that belong to what is said before them."""


def left_cue(context: Before, name_end: int) -> Cue | None:
    """Return the cue before a name that stands behind ``context``."""
    last = _LAST_WORD.search(context.words, max(0, len(context.words) - _LAST_REACH))
    if last is None:
        return None
    word = last[1].casefold()
    for rule in _LEFT.get(word, ()) or _LEFT.get(re.split("['’]", word)[-1], ()):
        if match := rule.pattern.search(context.words):
            led = len(match.group()) - len(match.group().lstrip(_BESIDE))
            return Cue(rule.rule, rule.relation, rule.least, context.start + match.start() + led, name_end)
    if _DATIVE.search(context.description) and (m := cues_abroad.GERMAN_SAID.search(context.words)):
        return Cue("sagte-dem", CITES, HINT, context.start + m.start(), name_end)
    return None


_OWNED = frozenset(
    {"its-report", "its-opinion", "its-journalist", "its-journalist-first", "journalist-reported", "contributed"}
)
"""Cues that may stand behind a possessive."""
_ONLY_OWNED = frozenset({"its-journalist", "its-journalist-first"})
_AFTER_ASIDE = frozenset({"reported-that", "reported", "said"})
_ASIDE = re.compile(r",\s(?:citing|quoting|an?|the|its|whose|based|owned|part)\s[^,.;:!?\n]{3,70},(?=\s)")
"""What may stand between a name and its verb: «the X, citing two officials, reported»."""
_PLACE_NEXT = re.compile(r"\sof\s[A-ZÀ-Þ][\w.-]+(?:\s[A-ZÀ-Þ][\w.-]+)?(?:,\s[A-Z][\w.]+,?)?(?=\s[a-z])")
_KIND_NEXT = re.compile(
    r"\s(?:newspaper|magazine|daily|weekly|tabloid|broadsheet|news\s(?:agency|site|website|service|channel)|website|radio|television|tv|journal)"
    r"(?=\s)"
)


def right_cue(text: str, name: Mention, start: int, *, apposed: bool = False) -> Cue | None:
    """Return the cue behind a name (and behind a noun that says what the name is); it begins at ``start``.

    ``apposed``: the name is the apposition of such a noun, and a comma closes it.
    """
    right = name.right + 1 if apposed and text[name.right : name.right + 1] == "," else name.right
    if kind := _KIND_NEXT.match(text, right):
        right = kind.end()
    elif place := _PLACE_NEXT.match(text, right):
        right = place.end()
    aside = _ASIDE.match(text, right) if name.likeness >= FORM or name.article else None
    for rule in _RIGHT:
        if rule.rule not in _OWNED if name.possessive else rule.rule in _ONLY_OWNED:
            continue
        match = rule.pattern.match(text, right)
        if match is None and aside and rule.rule in _AFTER_ASIDE:
            match = rule.pattern.match(text, aside.end())
        if match:
            return Cue(rule.rule, rule.relation, rule.least, start, match.end())
    return None


_WIE = re.compile(r"\b(?:wie|hatten?|hat|haben)$", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.!?“»”]\s)(?:In|Im|Bei|Auf)$")
_SAID_BEHIND = re.compile(
    r"(?:\s[\w.]+){0,3}?\s(?:sagt|erklärt|kündigt|beton|warn|forder|äußer|verr[ia]et|schilder|kritisier)\w*\b"
)
_CONFIDED = re.compile(
    r"(?:\s[\w.]+){0,4}?\s(?:gesagt|verraten|erzählt|mitgeteilt|bestätigt|anvertraut|erklärt|gestanden|geschildert)\b"
)
_FIRST = re.compile(r"\b(?:zuerst|als\serste[rs]?)\b", re.IGNORECASE)
_WIE_BEHIND = re.compile(r"(?:\s[\w.]+){0,5}?\s(?:berichte\w*|melde\w*|schrieb\w*|schreib\w*)\b")


def wie_cue(text: str, right: int, context: Before, name_start: int) -> Cue | None:
    """Return the German cue around a name: «wie die X am Dienstag berichtete», «in der X sagte er»."""
    if _OPENING.search(context.words) and (said := _SAID_BEHIND.match(text, right)):
        return Cue("in-blatt", CITES, FORM, name_start, said.end())
    opening = _WIE.search(context.words)
    confided = _CONFIDED.match(text, right) if opening and _DATIVE.search(context.description) else None
    if opening and confided and opening.group().casefold() != "wie":
        return Cue("sagte-dem", CITES, HINT, min(name_start, context.start + opening.start()), confided.end())
    match = _WIE_BEHIND.match(text, right)
    if match is None or opening is None:
        return None
    relation = FIRST if _FIRST.search(context.words) or _FIRST.search(match.group()) else CITES
    return Cue("wie-berichtet", relation, HINT, min(name_start, context.start + opening.start()), match.end())


def programme_cue(text: str, right: int, context: Before, name_start: int) -> Cue | None:
    """Return the cue of a broadcast named behind its outlet: «on WXYZ's "Morning Hour"»."""
    match = _TITLE_BEHIND.match(text, right)
    if _HOST_OF.search(context.words):
        return None
    if match is None or not _ON_PROGRAMME.search(context.words):
        match = _SHOW_BEHIND.match(text, right)
        if match is None or not _SPOKE_ON.search(context.words):
            return None
    last = _LAST_WORD.search(context.words, max(0, len(context.words) - _LAST_REACH))
    start = context.start + last.start() if last else name_start
    return Cue("on-programme", CITES, FORM, start, match.end())
