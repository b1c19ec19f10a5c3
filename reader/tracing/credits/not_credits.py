"""What looks like a credit and is none: polls that an outlet ordered, and pictures."""

import re

from reader.tracing.credits.cues import Before

_POLL = re.compile(
    r"(?:\s?[-/–]\s?[\w.’' ]{1,30}?)?\s(?:(?:exit|news|national|state|tracking|new|opinion|online|weekly|latest|daily|"
    r"university|joint|recent|approval|\w+/\w+)\s){0,2}(?:polls?|polling|surveys?|rankings?|index|average|umfrage\w*|"
    r"sondages?|опитування)\b"
    r"(?!\sof\s(?:[\w-]+\s){0,2}(?:lists|records|documents|data|files|filings|rolls|accounts|prices|papers|archives)\b)",
    re.IGNORECASE,
)
_POLL_BEFORE = re.compile(
    r"\b(?:polls?|surveys?|polling|commissioned|conducted|sponsored)\b(?:\s(?!(?:reported|published|cited|aired|carried)\b)[\w-]+){0,3}\s(?:by|from|for|of)\s[^.;:!?\n]{0,40}$",
    re.IGNORECASE,
)
_PHOTO_BEFORE = re.compile(
    r"\b(?:photo|photograph|image|picture|graphic|illustration|credit|foto|bild)s?\b[^.\n]{0,12}(?:by|from|via|of|:|/|©)\s*"
    r"(?:(?-i:[A-ZÀ-Þ][\w.’'-]+\s){1,3}(?:of|for|from)\s*(?:the\s*)?)?$",
    re.IGNORECASE,
)
_PHOTO_BEHIND = re.compile(
    r"\s?(?:photo\b|images\b|via\sgetty|/\s?getty|via\sap\b|/\s?ap\b|file\sphoto|/\s?shutterstock|/\s?file)",
    re.IGNORECASE,
)


_NOT_YET = re.compile(
    r"\b(?:will|would|shall|to|can|could|may|might)\sbe\s\w+(?:\s(?:live|later|soon|shortly))?\s(?:on|in|by|at)\s*$|"
    r"\bwill\s(?:also\s)?(?:participate|take\spart|appear|sit|give|hold|do|speak|talk)\b[^.;:!?\n]{0,40}$|"
    r"\b(?:airs|premieres|returns|screens|starts|streams)\b[^;:!?\n]{0,40}\son\s*$",
    re.IGNORECASE,
)
"""What is only announced: «will be broadcast on», «airs at 8 p.m. on»."""
_BODY_BEHIND = re.compile(
    r",\s(?:an?|the|which\sis\san?)\s(?:(?!(?:news|media|press|reporting|journalism|broadcasting|publishing)\b)[\w'’-]+\s){0,4}"
    r"(?:group|organi[sz]ation|think[\s-]tank|charity|firm|company|party|union|non-?profit|watchdog|institute|foundation|"
    r"association|committee|campaign|coalition|university|hospital|bank|consultancy|contractor|business|authority)"
    r"(?=\W*$|[,.;:)—]|\s(?:of|that|which|based|in|for|who|from|with|and|led|run)\b)",
    re.IGNORECASE,
)


def is_called_body(text: str, right: int) -> bool:
    """Tell whether the words behind a name that ends at ``right`` say that it is a body: «X, the advocacy group»."""
    return _BODY_BEHIND.match(text, right) is not None


_USER_BEFORE = re.compile(
    r"\bcall(?:s|ed|ing)?\s(?:him|her|it|them)sel(?:f|ves)|"
    r"\b(?:user|account|handle|profile|poster|leaker|group|page)\s(?:(?:called|named|known\sas|by\sthe\sname\sof)\s?)?$",
    re.IGNORECASE,
)
"""Words before the name of an account on a social network."""
_PHOTO_VIA = re.compile(r"(?:/[\w .’'-]{1,40}|\bpool|\bhandout|\bphoto)\svia\s*$", re.IGNORECASE)


def is_poll(text: str, right: int) -> bool:
    """Tell whether the word behind a name that ends at ``right`` makes a poll of it."""
    return _POLL.match(text, right) is not None


def is_photo(text: str, right: int) -> bool:
    """Tell whether what stands behind a name that ends at ``right`` makes a picture's credit of it."""
    return _PHOTO_BEHIND.match(text, right) is not None


def is_poll_or_photo(text: str, context: Before, right: int) -> bool:
    """Tell whether the name credits a poll, a picture, an account or what has yet to come, not a report."""
    words = f"{context.words} {context.description} "
    return bool(
        _POLL.match(text, right)
        or _POLL_BEFORE.search(words)
        or _PHOTO_BEFORE.search(words)
        or _PHOTO_BEHIND.match(text, right)
        or _USER_BEFORE.search(words.rstrip())
        or _PHOTO_VIA.search(context.words)
        or _NOT_YET.search(context.words)
    )
