"""Kinds of outlets that are credited without a name: «Ukrainian state media», «state television», «local media»."""

import re
from collections.abc import Iterator

from reader.model.article import FURNITURE, Article
from reader.model.chain import Credit, Relation
from reader.text.spans import Span

_WHOSE = r"(?:(?-i:[A-ZА-ЯІЇЄҐ])[\w-]+(?:['’]s)?\s){0,2}"
_KIND = (
    r"(?:(?-i:state|state-run|state-owned|state-controlled|public|official|government-run|local|regional|independent|"
    r"opposition|pro-government|pro-kremlin)\s(?:news\s)?(?:media|television|tv|radio|broadcasters?|newspapers?|"
    r"news\sagency|news\sagencies|press|outlets?)|(?-i:[A-Z]\w+(?:ian|ish|ese|an|i|ch))\s(?:news\s)?(?:media|television|tv|"
    r"press|newspapers|outlets))"
)
_NAME = rf"(?P<name>{_WHOSE}{_KIND})"
_CREDITED = re.compile(
    r"\b(?:(?:carried|aired|broadcast|televised|shown|reported|cited|quoted|published)\sby|according\sto|citing|quoting|"
    r"told|tells|(?:said|says|speaking|spoke|interview\w*|appear\w*|aired|broadcast|shown)[^.;:!?\n]{0,40}\son|"
    r"reports?\s(?:by|in|from)|as\sreported\s(?:by|in)|comments?\sto|interview\swith)\s(?:the\s|several\s)?"
    rf"{_NAME}\b(?!\s[A-ZА-ЯІЇЄҐ«“„\"])",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?<![\w-]){_NAME}\s(?:also\s|have\s|has\s|had\s|later\s)?(?:reported|reports|quoted|quotes|cited|said)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[a-z] (?:media|television|tv|TV|radio|broadcasters?|newspapers?|press|outlets?|agency|agencies)\b")
_REACH = 120
"""Characters before such a noun in which its words of crediting are looked for."""
_NOT_NAME = re.compile(
    r"^(?:the|a|an|in|on|by|but|and|as|while|according|some|many|other|several|both|these|that)\s", re.IGNORECASE
)

_ABROAD_WORDS = ("Medien", "medien", "Staatsfernsehen", "Staats-TV", "médias", "télévision", "ЗМІ", "медіа", "СМИ")
_ABROAD = tuple(
    re.compile(pattern)
    for pattern in (
        # German
        r"\b(?:[Ll]aut|berichte\w*|melde\w*|zitiere\w*|[Nn]ach Angaben|[Nn]ach Berichten|im|in)\s"
        r"(?:(?:das|der|die|den|dem|des|von)\s)?"
        r"(?P<name>(?:\w+(?:isch\w{1,2}|er)\s)?(?:(?:staatlich|lokal|örtlich|regional)\w{1,2}\s(?:Medien|Fernsehen)|"
        r"Staatsmedien|Staatsfernsehen|Staats-TV|Lokalmedien)|\w+ischen?\sMedien)\b",
        r"\b(?P<name>(?:\w+isch\w{1,2}\s)?(?:(?:[Ss]taatlich|[Ll]okal|[Öö]rtlich)\w{1,2}\sMedien|Staatsmedien|"
        r"Staatsfernsehen|Lokalmedien)|\w+ische\sMedien)\s(?:berichte\w*|melde\w*|zufolge|zitiere\w*)\b",
        # French
        r"\b(?:[Ss]elon|rapporte(?:nt)?|indique(?:nt)?|[Dd]['’]après|cités? par|diffusée? (?:par|sur)|à|sur)\s"
        r"(?:les\s|la\s|des\s|plusieurs\s)?(?P<name>(?:médias|télévision|presse|radio)\s"
        r"(?:d['’]État|publique|officielle|loca(?:le|ux)|ukrainiens?|russes?|allemands?|britanniques|américains))\b",
        # Ukrainian and Russian
        r"\b(?:повідомля\w+|повідоми\w+|пишуть|передають|[Зз]а даними|[Пп]осиланням на|сообща\w+|пишут|[Пп]о данным)\s"
        r"(?P<name>(?:місцев\w+|державн\w+|російськ\w+|українськ\w+|іноземн\w+|местн\w+|государственн\w+)\s"
        r"(?:ЗМІ|медіа|СМИ))\b",
    )
)


def generic_credits(article: Article) -> Iterator[Credit]:
    """Yield one credit for each kind of outlet that the running text names as a source."""
    text = article.text
    seen: set[str] = set()
    hidden = [p.span for p in article.paragraphs if p.role in FURNITURE]
    for match in _matches(text):
        start, name = match.start("name"), match["name"]
        while head := _NOT_NAME.match(name):
            start, name = start + head.end(), name[head.end() :]
        span = Span(min(match.start(), start), match.end())
        name = " ".join(name.split())
        if name.casefold() in seen or any(span.overlaps(h) for h in hidden):
            continue
        seen.add(name.casefold())
        yield Credit(name, Relation.CITES_REPORT, "text", span, "kind-of-outlet", generic=True)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the places in which a kind of outlet stands beside words of crediting."""
    for noun in _NOUN.finditer(text):
        begin = max(text.rfind("\n", 0, noun.start()) + 1, noun.start() - _REACH)
        end = noun.end() + _REACH // 3
        for pattern in (_CREDITED, _SUBJECT):
            if match := pattern.search(text, begin, end):
                yield match
    if any(word in text for word in _ABROAD_WORDS):
        for pattern in _ABROAD:
            yield from pattern.finditer(text)
