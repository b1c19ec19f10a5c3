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
_BEFORE = (
    r"(?:according\sto|carried|aired|broadcast|televised|shown|published|reported|cited|quoted|citing|quoting|told|said\son|"
    r"spoke\son|interview\swith|by|on|reports?\s(?:by|in|from))"
)
_CREDITED = re.compile(
    rf"\b(?P<cue>(?:carried|aired|broadcast|televised|shown|reported|cited|quoted|published)\sby|according\sto|citing|quoting|"
    rf"told|tells|(?:said|says|speaking|spoke|interview\w*|appear\w*|aired|broadcast|shown)[^.;:!?\n]{{0,40}}\son|"
    rf"reports?\s(?:by|in|from)|as\sreported\s(?:by|in)|comments?\sto|interview\swith)\s(?:the\s|several\s)?{_NAME}\b(?!\s[A-ZА-ЯІЇЄҐ«“„\"])",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?<![\w-]){_NAME}\s(?:also\s|have\s|has\s|had\s|later\s)?(?:reported|reports|quoted|quotes|cited|said)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[a-z] (?:media|television|tv|TV|radio|broadcasters?|newspapers?|press|outlets?|agency|agencies)\b")
_REACH = 120
"""Characters before such a noun in which its words of crediting are looked for."""
_PRONOUNS = re.compile(
    r"^(?:the|a|an|in|on|by|but|and|as|while|according|some|many|other|several|both|these|that)\s", re.IGNORECASE
)


def generic_credits(article: Article) -> Iterator[Credit]:
    """Yield one credit for each kind of outlet that the running text names as a source."""
    seen: set[str] = set()
    text = article.text
    hidden = [p.span for p in article.paragraphs if p.role in FURNITURE]
    for noun in _NOUN.finditer(text):
        begin = max(text.rfind("\n", 0, noun.start()) + 1, noun.start() - _REACH)
        end = noun.end() + _REACH // 3
        for match in (m for p in (_CREDITED, _SUBJECT) if (m := p.search(text, begin, end))):
            start = match.start("name")
            name = match["name"]
            while head := _PRONOUNS.match(name):
                start, name = start + head.end(), name[head.end() :]
            span = Span(min(match.start(), start), match.end())
            name = " ".join(name.split())
            if name.casefold() in seen or any(span.overlaps(h) for h in hidden):
                continue
            seen.add(name.casefold())
            yield Credit(name, Relation.CITES_REPORT, "text", span, "kind-of-outlet", generic=True)
