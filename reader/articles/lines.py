"""Shapes of a line: does it end a sentence, is it in title case, how long is it."""

import re


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set; keeps long lists of words short to read."""
    return frozenset(words.split())


def word_list(words: str) -> tuple[str, ...]:
    """Return the words of a text in their order."""
    return tuple(words.split())


_CLOSERS = "\"'”’»“)]*_ \t\n\r"
_FINAL = frozenset(".!?…。！？")
_SMALL_WORDS = word_set(
    "a an the and but or nor for so yet as at by in of off on onto out over per to up via with from into than that "
    "if it its is be vs amid after"
)
_FUNCTION_WORDS = word_set(
    "about after also because been before being could does from have having here into just more most much only "
    "other over says said some such than that their them then there these they this those through under until very "
    "what when where which while will with would your yours"
)
_WORD = re.compile(r"[^\W\d_][\w'’.\-‑]*")


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends with a full stop, question or exclamation mark, closing marks behind it aside."""
    stripped = line.rstrip(_CLOSERS)
    return stripped[-1:] in _FINAL


def is_title_case(line: str) -> bool:
    """Tell whether nearly all words that title case capitalises are capitalised (names alone do not reach that)."""
    words = _WORD.findall(line)
    content = [w for w in words if w.lower() not in _SMALL_WORDS]
    if len(content) < 2:
        return bool(content) and content[0][0].isupper() and len(words) == 1
    return sum(1 for w in content if w[0].isupper()) >= 0.85 * len(content)


def has_words(line: str) -> bool:
    """Tell whether a line holds a letter or figure; «* * *» and «___» only part what stands around them."""
    return any(c.isalnum() for c in line)


def word_count(line: str) -> int:
    """Return how many words stand between white space."""
    return len(line.split())


_CLAUSE = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|won[’']t|can|can[’']t|could|would|may|might|must|should|does|did|"
    r"says?|said|tells?|told|calls?|warns?|claims?|urges?|vows?|denies|deny|slams?|seeks?|faces?|hits?|wins?|loses?|"
    r"after|as|amid|over|but|while|before|despite|following|because|until|nears?|gets?|gives?|makes?|takes?|sees?|"
    r"[a-z]{3,}ed)\b"
)
_QUESTION = re.compile(
    r"(?i)^(?:on|inside|about|what|how|why|where|who|when|which|whose|is|are|can|could|will|would|does|do|did|should)\b"
)


def looks_like_clause(line: str) -> bool:
    """Tell whether a line asserts something, as a headline does and a section heading mostly does not.

    Questions and «What we know so far» introduce their own text: they are no clause here.
    """
    return _CLAUSE.search(line) is not None and _QUESTION.match(line) is None


def content_stems(line: str) -> set[str]:
    """Return the first five letters of each word that carries meaning, folded: «Ukrainian» and «Ukraine» meet."""
    return {w.casefold()[:5] for w in _WORD.findall(line) if len(w) > 3 and w.lower() not in _FUNCTION_WORDS}
