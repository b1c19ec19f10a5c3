"""Words of crediting in running text, before and behind a name: English, German, French, Ukrainian (and Russian) cues.

A cue before a name is looked up by its last word («to» in «according to»), after the words that describe the outlet
(«the German weekly») have been taken off; a cue behind it by a match at its place. Each has the least likeness a name
must have for the cue to make a credit of it: «told X» says little of X, «first reported by X» nearly all.
"""

import re
from typing import NamedTuple

from reader.lexicon.outlets import fold
from reader.model.chain import Relation
from reader.tracing.outlet_forms import Likeness, words_of
from reader.tracing.outlet_names import Mention

_CITES, _FIRST, _WHOLE = Relation.CITES_REPORT, Relation.FIRST_REPORTED_BY, Relation.REPUBLISHED_FROM
_VIA, _WIRE = Relation.AGGREGATED_SUMMARY, Relation.WIRE
_OPEN, _HINT, _FORM, _KNOWN = Likeness.OPEN, Likeness.HINT, Likeness.FORM, Likeness.KNOWN


class Cue(NamedTuple):
    """Words of crediting beside a name."""

    rule: str
    relation: Relation
    least: Likeness
    """The least likeness of the name."""
    start: int
    """Offset in the text at which the crediting words begin (before or at the name)."""
    end: int
    """Offset behind them."""


class _Rule(NamedTuple):
    rule: str
    relation: Relation
    least: Likeness
    pattern: re.Pattern[str]


_GAP = r"(?:\s[\w'’,-]+)"
_WORK = (
    r"(?:op-eds?|columns?|pieces?|articles?|story|stories|reports?|essays?|editorials?|interviews?|investigations?|"
    r"profiles?|reviews?|commentary|analysis|letters?|exposé|expose|accounts?|headlines?|posts?|scoop|dispatch|features?)"
)
_LEFT: dict[str, list[_Rule]] = {}


def _left(words: str, rule: str, relation: Relation, least: Likeness, pattern: str) -> None:
    compiled = re.compile(rf"(?:{pattern})\s*$", re.IGNORECASE)
    for word in words.split():
        _LEFT.setdefault(word, []).append(_Rule(rule, relation, least, compiled))


# --- English
_THIS = (
    r"(?:article|story|piece|post|column|op-ed|essay|report|version|item|commentary|interview|excerpt|feature|text|"
    r"review)"
)
_left(
    "by in on at with from",
    "originally-published",
    _WHOLE,
    _OPEN,
    rf"\b(?:this|the|an?|earlier|whose|where)\s(?:\w+\s)?{_THIS}\b[^.;:!?\n]{{0,25}}\b(?:originally|first|previously|initially)\s"
    rf"(?:appeared|published|ran|posted|printed|written|produced|released|aired){_GAP}{{0,5}}\s(?:by|in|on|at|with|from)",
)
_left(
    "by in on at",
    "originally-published",
    _WHOLE,
    _HINT,
    rf"\b(?:originally|first)\s(?:appeared|published|ran|posted|printed){_GAP}{{0,4}}\s(?:by|in|on|at)",
)
_left(
    "from by permission",
    "reprinted",
    _WHOLE,
    _OPEN,
    rf"\b(?:reprinted|republished|reposted|reproduced|cross-posted|syndicated|adapted|excerpted){_GAP}{{0,6}}\s(?:from|by|of)",
)
_left(
    "by",
    "provided-by",
    _WHOLE,
    _OPEN,
    rf"\b(?:this|the)\s(?:\w+\s)?{_THIS}\s(?:was|is|has\sbeen)\s(?:\w+\s)?(?:provided|supplied|produced|contributed|syndicated)\sby",
)
_left("via", "by-via", _WHOLE, _OPEN, r"\bby\s(?-i:(?:[A-ZÀ-Þ][\w.’'-]+\s){1,3})via")
_left("of", "reprinted", _WHOLE, _HINT, r"\b(?:permission|courtesy)\sof")
_left(
    "by",
    "first-reported-by",
    _FIRST,
    _OPEN,
    r"\bfirst\s(?:reported|revealed|disclosed|broken|published|noted|spotted|obtained|detailed|described|uncovered|announced)"
    rf"{_GAP}{{0,3}}\sby",
)
_left("in on", "first-reported-by", _FIRST, _HINT, rf"\bfirst\s(?:reported|revealed|disclosed){_GAP}{{0,3}}\s(?:in|on)")
_left("told tells telling informed", "told", _CITES, _OPEN, r"\b(?:told|tells|telling|informed)")
_left("to", "according-to", _CITES, _HINT, r"\baccording\sto")
_left(
    "to",
    "said-to",
    _CITES,
    _HINT,
    r"\b(?:said|says|saying|spoke|speaking|speaks|spoken|talked|talking|confirmed|comments?|statements?|remarks|emailed|"
    r"e-mailed|interview|interviews|admitted|revealed|explained|complained|leaked|described|disclosed|"
    rf"denied|released|texted|provided){_GAP}{{0,5}}\sto|\b(?:granted|given|gave|supplied|sent){_GAP}{{0,2}}\sto",
)
_left(
    "in",
    "in-print",
    _CITES,
    _HINT,
    rf"\b(?:wrote|writes|writing|written|said|argued|argues|noted|notes|reported|reports|revealed|published|appeared|"
    r"appears|printed|quoted|cited|out|claimed|explained|featured|opined|observed|asserted|warned|ran|detailed|described|"
    rf"documented|covered|{_WORK}){_GAP}{{0,4}}\sin",
)
_left(
    "on",
    "on-air",
    _CITES,
    _HINT,
    r"\b(?:appears?|appeared|appearing|an\sappearance|said|says|saying|speaking|spoke|speaks|interview\w*|told|aired|broadcast\w*|asked|went|"
    r"guest|comments?|commented|remark\w*|discuss\w*|live|phone|telephone|declared|reported|claimed|argued|added|"
    r"announced|admitted|defended|hosted?|featured|confirmed|revealed|joked|published|posted|seen|shown|quoted|"
    r"insisted|predicted|responded|acknowledged|suggested|sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b"
    r"(?:(?!'')[^.;:!?\n“”\"]){0,60}\son",
)
_left(
    "with",
    "interview-with",
    _CITES,
    _HINT,
    rf"\b(?:interview\w*|sat\sdown|sit-down|speaking|spoke|speaks|talk\w*|chat\w*|chatted|conversation|q&a|discussion|"
    rf"shared|discussed|appearance){_GAP}{{0,5}}\swith",
)
_left(
    "by",
    "seen-by",
    _CITES,
    _OPEN,
    r"\b(?:memos?|documents?|e-?mails?|letters?|reports?|records?|filings?|cop(?:y|ies)|drafts?|transcripts?|video|footage|"
    r"statements?|audio|recordings?|files?|data|texts?|messages?|figures|which\s(?:was|were)|complaint|lawsuit)\b"
    r"[^.;:!?\n]{0,40}\b(?:seen|obtained|reviewed|viewed)\sby",
)
_left(
    "by",
    "visited",
    _CITES,
    _FORM,
    r"\b(?:stopped|dropped|swung|stop|drop)\sby",
)
_left(
    "by",
    "reported-by",
    _CITES,
    _HINT,
    rf"\b(?:reported|published|revealed|revealing|obtained|seen|viewed|reviewed|cited|quoted|interviewed|carried|aired|"
    r"broadcast|televised|streamed|uncovered|posted|reporting|revelations?|allegations|asked|pressed|contacted|released|"
    r"compiled|verified|confirmed|tallied|count|tally|analy[sz]ed|challenged|recorded|surfaced|highlighted|noted|"
    rf"questioned|documented|detailed|translated|relayed|disclosed|leaked|exposed|{_WORK}){_GAP}{{0,3}}\sby",
)
_left(
    "from",
    "report-from",
    _CITES,
    _HINT,
    rf"\b(?:reporting|footage|questions?|video|clip|transcript|excerpts?|news|alert|coverage|quotes?|citing|{_WORK})"
    rf"{_GAP}{{0,3}}\sfrom",
)
_left(
    "of",
    "of-outlet",
    _CITES,
    _HINT,
    r"\b(?:(?:told|tells|with|to|by)\s(?-i:(?:[A-Z][\w.’'-]+\s){1,3})of|(?:broadcast|edition|episode|issue|pages|airing|"
    r"front\spage|board|editors|editor\sat\slarge|columnist|correspondent|online\sversion)\sof)",
)
_left(
    "at",
    "writing-at",
    _CITES,
    _HINT,
    r"\b(?:writing|writes|wrote|published|posted|reporters?|journalists?)\s(?:\w+\s){0,2}(?:over\s)?at",
)
_left("for", "writing-for", _CITES, _HINT, rf"\b(?:writing|writes|wrote|{_WORK}){_GAP}{{0,3}}\sfor")
_left(
    "citing quoting cites quotes cited quoted per referencing",
    "citing",
    _CITES,
    _HINT,
    r"\b(?:citing|quoting|cites|quotes|cited|quoted|per|referencing)",
)
_left("joined joining", "joined", _CITES, _KNOWN, r"\b(?:joined|joining)")
_left(
    "reported reports wrote writes said says noted notes",
    "reported-inverted",
    _CITES,
    _FORM,
    r"[,”\"’'»]\s+(?:as\s)?(?:reported|reports|wrote|writes|said|says|noted|notes)",
)
_left("via from source", "in-brackets", _VIA, _OPEN, r"[(\[](?:via|from|source:?|quelle:?|джерело:?)")
_left("via", "via", _VIA, _FORM, r"(?:^|[\s(\[–—-])via")
_left("h/t ht t tip to", "hat-tip", _VIA, _OPEN, r"(?:\bh/t|\bht|\bhat[\s-]tip)(?:\sto)?:?")
# --- German
_left("laut gegenüber zufolge", "laut", _CITES, _HINT, r"\b(?:laut|gegenüber|zufolge)")
_left(
    "berichtet berichtete berichten berichteten meldet meldete melden schreibt schrieb zitiert zitierte",
    "berichtet",
    _CITES,
    _HINT,
    r"\b(?:berichte\w*|melde\w*|schreib\w*|schrieb|zitier\w*)",
)
_left("mit", "interview-mit", _CITES, _HINT, rf"\b(?:interviews?|gespräch\w*|telefonat){_GAP}{{0,3}}\smit")
_left(
    "von bericht berichten berichts informationen angaben recherchen meldung meldungen interview",
    "bericht-von",
    _CITES,
    _HINT,
    r"\b(?:bericht\w*|recherchen|informationen|angaben|meldung\w*|interview|aussagen)(?:\s[\w-]+)?(?:\svon)?",
)
_left(
    "bei im in auf",
    "sagte-bei",
    _CITES,
    _HINT,
    r"\b(?:sagt\w*|erklärt\w*|schreib\w*|schrieb|interview|gespräch|kündigte|betonte|berichtete?|äußerte)\b"
    r"[^.;:!?\n]{0,60}\s(?:bei|im|in|auf)",
)
_left("gastbeitrag", "gastbeitrag", _CITES, _HINT, r"\bgastbeitrag")
_GERMAN_SAID = re.compile(
    r"\b(?:sagt|sagte|sagten|erzählte|erklärte|verriet|bestätigte|schilderte|gestand|betonte|mitteilte|berichtete)\b"
    r"[^.;:!?\n„“\"]{0,60}$",
    re.IGNORECASE,
)
# --- French
_left("selon après", "selon", _CITES, _HINT, r"\b(?:selon|d['’]après)")
_left(
    "rapporte rapportait rapportent révèle révélait écrit écrivait indique indiquait précise relate annonce note "
    "explique",
    "rapporte",
    _CITES,
    _HINT,
    r"\b(?:rapport\w+|révèl\w+|révélait|écri\w+|indiqu\w+|précise|relate|annonce|note|explique)",
)
_left(
    "à au aux",
    "declare-a",
    _CITES,
    _HINT,
    r"\b(?:déclaré|déclare|confié|confie|dit|expliqué|affirmé|indiqué|assuré|raconté|répondu|précisé|entretien|interview|"
    rf"accordée?|annoncé){_GAP}{{0,5}}\s(?:à|au|aux)",
)
_left(
    "par",
    "cite-par",
    _CITES,
    _HINT,
    r"\b(?:cité|rapporté|révélé|relayé|publié|interrogé|diffusé|consulté|interviewé)(?:e|s|es)?\spar",
)
_left(
    "dans sur avec de",
    "paru-dans",
    _CITES,
    _HINT,
    r"\b(?:écrit|déclaré|publié|paru|parue|entretien|interview|tribune|enquête|invité|invitée|expliqué|micro)\b"
    r"[^.;:!?\n]{0,40}\s(?:dans|sur|avec|de)",
)
# --- Ukrainian and Russian
_left(
    "повідомляє повідомили повідомило повідомив повідомила повідомляють пише пишуть писала писав передає передають "
    "інформує зазначає розповідає сообщает сообщили сообщил пишет передает передаёт информирует",
    "povidomliaie",
    _CITES,
    _OPEN,
    r"\b(?:повідом\w+|пиш\w+|писа\w+|переда\w+|інформу\w+|зазнача\w+|розповіда\w+|сообщ\w+|информир\w+)",
)
_left(
    "даними інформацією на данным информации словами",
    "za-danymy",
    _CITES,
    _HINT,
    r"(?:\bза\s(?:даними|інформацією)|\bпосиланням\sна|\bпо\sданным|\bпо\sинформации|\bссылкой\sна)",
)
_left("цитує цитують цитирует", "tsytuie", _CITES, _HINT, r"\bцит\w+")
_left(
    "інтерв'ю інтерв’ю ю коментарі для интервью комментарии",
    "interviu",
    _CITES,
    _HINT,
    r"\b(?:інтерв['’]ю|коментарі|интервью|комментарии)(?:\s(?:для|изданию|виданню))?",
)
_left(
    "розповів розповіла сказав сказала заявив заявила рассказал заявил",
    "rozpoviv",
    _CITES,
    _FORM,
    r"\b(?:розпові\w+|сказа\w+|заяви\w+|рассказа\w+)",
)

_ADVERB = (
    r"(?:(?:also|both|later|previously|has|have|had|recently|all|separately|earlier|exclusively|initially|each|then|"
    r"itself|on\s\w+day|last\s(?:week|month|year)|this\s(?:week|month)|still|now|subsequently|today|yesterday|"
    r"just|meanwhile|further|for\sexample|in\s\w+)\s)*"
)
_RIGHT: tuple[_Rule, ...] = tuple(
    _Rule(rule, relation, least, re.compile(pattern, re.IGNORECASE))
    for rule, relation, least, pattern in (
        (
            "contributed",
            _WIRE,
            _HINT,
            r"(?:\s(?:[a-z]+\s){0,2}(?:writers?|reporters?|journalists?|correspondents?|staff|staffers?|editors?)\b[^\n]{0,220}?)?"
            r"(?:\s[A-ZÀ-Þ][\w.’'-]+){0,3}\s(?:also\s)?contributed(?:\s(?:reporting|to\sthis|to\sthe|information)|\.?\s*$)",
        ),
        (
            "first-reported",
            _FIRST,
            _OPEN,
            rf",?\s(?:which\s|who\s)?{_ADVERB}(?:first\s(?:reported|revealed|broke|disclosed|published|wrote)|the\sfirst\sto\sreport|"
            r"broke\sthe\s(?:news|story))\b",
        ),
        (
            "originally-published",
            _WHOLE,
            _OPEN,
            r",?\s(?:where|which)\s(?:\w+\s)?(?:this|the|an?|first|originally)\s(?:\w+\s){0,3}(?:first|originally|published)"
            r"(?:\s(?:published|appeared|ran|posted|reported|this|the)){0,2}\b|,?\s(?:originally|first)\spublished\sthis\b",
        ),
        (
            "reported-that",
            _CITES,
            _OPEN,
            rf"\s{_ADVERB}(?:reported|reports)\b(?![^.;\n]{{0,60}}\b(?:profits?|loss|losses|earnings|revenues?|sales|income|deaths|"
            r"cases|results|quarter|for\sduty|to\sthe)\b)(?!\s\$)",
        ),
        (
            "reported",
            _CITES,
            _HINT,
            rf"\s{_ADVERB}(?:reported|reports|is\sreporting|reporting|wrote|writes|revealed|reveals|quoted|quotes|cited|cites|uncovered|"
            r"learned|obtained|tallied|broke)\b(?!\s(?:a\s)?(?:net|profits?|loss|losses|earnings|revenues?|sales|income|"
            r"quarterly|record|for\sduty|cases|deaths|\$))",
        ),
        (
            "said",
            _CITES,
            _FORM,
            rf"\s{_ADVERB}(?:said|says|noted|notes|claimed|claims|asked|published|described|ran|aired|broadcast|"
            r"estimated|estimates|projected|called|opined|opines|editoriali[sz]ed|chided|argued|interviewed|spoke|points?\sout|pointed\sout|found|explained|"
            r"detailed|adds?|added|put\sit|listed|showed)\b",
        ),
        (
            "journalist-reported",
            _CITES,
            _HINT,
            r"(?:\s(?:news|sports|political|national|local))?\s(?:journalists?|reporters?|correspondents?|columnists?|editors?|"
            r"hosts?|anchors?|contributors?|analysts?|writers?)\b[^.;:!?\n]{0,50}\s(?:reported|wrote|writes|reports|said|saw|"
            r"witnessed|heard|asked|described|tweeted|pressed|noted)\b",
        ),
        (
            "its-report",
            _CITES,
            _FORM,
            r"\s(?:news\s)?(?:report|reports|story|article|interview|interviewer|investigation|exclusive|editorial|essay|opinion\spiece|op-ed|column|"
            r"analysis|scoop|profile|piece|footage|broadcast|reporting|tally|count|account|documentary|feature)\b",
        ),
        (
            "berichtet",
            _CITES,
            _HINT,
            r"\s(?:zufolge|berichte\w*|melde\w*|schreib\w*|schrieb|zitier\w*|erfuhr|enthüllt\w*|sagt\w*)\b",
        ),
        (
            "rapporte",
            _CITES,
            _HINT,
            r"\s(?:rapport\w+|a\s(?:rapporté|révélé|indiqué|écrit|annoncé)|écrit|révèl\w+|indiqu\w+|affirm\w+|annonc\w+|précis\w+|cit\w+)\b",
        ),
        (
            "povidomliaie",
            _CITES,
            _HINT,
            r",?\s(?:повідом\w+|пише|писа\w+|переда\w+|інформу\w+|з\sпосиланням|опубліку\w+|розповіда\w+|сообщ\w+|пишет)\b",
        ),
    )
)
_POLL = re.compile(
    r"(?:\s?[-/–]\s?[\w.’' ]{1,30}?)?\s(?:(?:exit|news|national|state|tracking|new|opinion|online|weekly|latest|daily|"
    r"university|joint|recent|approval|\w+/\w+)\s){0,2}(?:polls?|polling|surveys?|rankings?|index|average|umfrage\w*|"
    r"sondages?|опитування)\b",
    re.IGNORECASE,
)
_POLL_BEFORE = re.compile(
    r"\b(?:polls?|surveys?|polling|commissioned|conducted|sponsored)\b(?:\s[\w-]+){0,3}\s(?:by|from|for|of)\s[^.;:!?\n]{0,40}$",
    re.IGNORECASE,
)
_PHOTO_BEFORE = re.compile(
    r"\b(?:photo|photograph|image|picture|graphic|illustration|credit|foto|bild)s?\b[^.\n]{0,12}(?:by|from|via|of|:|/|©)\s*$",
    re.IGNORECASE,
)
_PHOTO_BEHIND = re.compile(
    r"\s?(?:photo\b|images\b|via\sgetty|/\s?getty|via\sap\b|/\s?ap\b|file\sphoto|/\s?shutterstock|/\s?file)",
    re.IGNORECASE,
)
_SHOW_BEHIND = re.compile(
    r"\s(?:news|radio|tv|television|talk|morning|evening|breakfast|political|late-night|\s)*(?:show|podcast|programme?|broadcast|newscast)\b",
    re.IGNORECASE,
)
_TITLE_BEHIND = re.compile(r"\s?(?:news\s|radio\s|show\s)?(?:[“\"„«‘]|''|')\s?[A-ZÀ-ÞА-ЯІЇЄҐ0-9]")
_ON_PROGRAMME = re.compile(r"\b(?:on|told|of|during|with|in|from|to|by|for|bei|im|sur|dans)\s*$", re.IGNORECASE)
_SPOKE_ON = re.compile(
    r"\b(?:told|(?:appeared|appearing|said|spoke|speaking|interviewed|interview|recalled|revealed|joked)\s(?:on|to|with)|by)\s*$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"([^\W_]+(?:[/'’][^\W_]+)*):?\s*$")
_WINDOW = 130


_KIND_BEHIND = re.compile(
    r"(?:\s(?:newspaper|magazine|daily|weekly|news\s(?:agency|site|website|outlet|portal|channel|service)|radio\sstation|"
    r"tv\s(?:station|channel)|website|newsletter|blog)\b|,\s(?:a|an|the|its|ein|eine|un|une)\s(?:[\w-]+\s){0,4}"
    r"(?:newspaper|paper|news\s(?:site|agency|outlet|website|portal|organi[sz]ation|service)|website|magazine|broadcaster|"
    r"station|outlet|blog|daily|weekly|tabloid|newsletter|publication|channel|zeitung|sender|portal|quotidien)\b)",
    re.IGNORECASE,
)


def described_behind(text: str, right: int, context: "Before") -> bool:
    """Tell whether the words behind a name say that it is an outlet: «X newspaper», «X, a local news site»."""
    match = _KIND_BEHIND.match(text, right)
    if match is None:
        return False
    # «a Harbour newspaper» is some newspaper of Harbour
    return match.group()[0] == "," or not re.search(r"\b(?:an?|ein|eine|eines|einer|une|un)\s*$", context.description)


_OWNER = re.compile(r"(?:[A-ZÀ-Þ][\w.-]+\s){0,2}[A-ZÀ-Þ][\w.-]+['’]s?$")


class Before(NamedTuple):
    """The words before a name, with the outlet's description taken off."""

    words: str
    """Words from the beginning of the line (at most 130 characters) up to the description."""
    start: int
    """Offset of ``words`` in the text."""
    described: bool
    """The description says that an outlet follows («the German weekly»)."""
    description: str


def before(text: str, left: int, line_start: int) -> Before:
    """Return the words before ``left`` without those that describe the outlet."""
    start = max(line_start, left - _WINDOW)
    words = text[start:left]
    end = len(words.rstrip(" \u00a0\"'“”„«»‘’("))
    described = False
    kinds, descriptors = words_of("kind"), words_of("descriptor")
    cut = end
    if owner := _OWNER.search(words, 0, end):
        # «Jane Doe's WXYZ show»: the presenter stands between cue and outlet
        cut = end = owner.start()
    for _ in range(7):
        head = words[:cut].rstrip(" \u00a0")
        space = max(head.rfind(" "), head.rfind("\u00a0"))
        word = fold(head[space + 1 :].strip("“”\"'‘’"))
        if (
            not word
            or not word.replace("-", "").isalpha()
            or not head[-1:].isalpha()
            or not (word in kinds or word in descriptors or word.endswith("-based"))
        ):
            break
        described = described or word in kinds
        cut = space + 1
    return Before(words[:cut].rstrip(' \u00a0"“„«('), start, described, words[cut:end])


def left_cue(context: Before, name_end: int) -> Cue | None:
    """Return the cue before a name that stands behind ``context``."""
    last = _LAST_WORD.search(context.words)
    if last is None:
        return None
    for rule in _LEFT.get(last[1].casefold(), ()):
        if match := rule.pattern.search(context.words):
            return Cue(rule.rule, rule.relation, rule.least, context.start + match.start(), name_end)
    if ("dem " in context.description or "der " in context.description) and (m := _GERMAN_SAID.search(context.words)):
        return Cue("sagte-dem", _CITES, _HINT, context.start + m.start(), name_end)
    return None


_OWNED = frozenset({"its-report", "journalist-reported", "contributed"})
"""Cues that may stand behind a possessive."""
_KIND_NEXT = re.compile(
    r"\s(?:newspaper|magazine|daily|weekly|news\s(?:agency|site|website|service|channel)|website|radio|television|tv|journal)"
    r"(?=\s)"
)


def right_cue(text: str, name: Mention, start: int) -> Cue | None:
    """Return the cue behind a name (and behind a noun that says what the name is); it begins at ``start``."""
    right = name.right
    if kind := _KIND_NEXT.match(text, right):
        right = kind.end()
    for rule in _RIGHT:
        if name.possessive and rule.rule not in _OWNED:
            continue
        if match := rule.pattern.match(text, right):
            return Cue(rule.rule, rule.relation, rule.least, start, match.end())
    return None


_WIE_BEHIND = re.compile(r"(?:\s[\w.]+){0,5}?\s(?:berichte\w*|melde\w*|schrieb\w*|schreib\w*)\b")


def wie_cue(text: str, right: int, context: Before, name_start: int) -> Cue | None:
    """Return the German cue around a name: «wie die X am Dienstag berichtete»."""
    match = _WIE_BEHIND.match(text, right)
    if match is None or not context.words.casefold().endswith("wie"):
        return None
    return Cue("wie-berichtet", _CITES, _HINT, min(name_start, context.start + len(context.words) - 3), match.end())


def programme_cue(text: str, right: int, context: Before, name_start: int) -> Cue | None:
    """Return the cue of a broadcast named behind its outlet: «on WXYZ's "Morning Hour"»."""
    match = _TITLE_BEHIND.match(text, right)
    if match is None or not _ON_PROGRAMME.search(context.words):
        match = _SHOW_BEHIND.match(text, right)
        if match is None or not _SPOKE_ON.search(context.words):
            return None
    last = _LAST_WORD.search(context.words)
    start = context.start + last.start() if last else name_start
    return Cue("on-programme", _CITES, _FORM, start, match.end())


def is_poll_or_photo(text: str, context: Before, right: int) -> bool:
    """Tell whether the name credits a poll or a picture, not a report."""
    words = context.words + context.description + " "
    return bool(
        _POLL.match(text, right)
        or _POLL_BEFORE.search(words + " ")
        or _PHOTO_BEFORE.search(words)
        or _PHOTO_BEHIND.match(text, right)
    )
