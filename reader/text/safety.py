"""Foreign text made safe to keep and to print: the one place where hostile characters are taken out.

What counts as hostile, and why:

* controls (C0 but newline and tab, U+007F to U+009F) and the escape sequences they open: neither Textual nor Rich
  stops them, so a title could write the clipboard, rename the window or wipe the screen (compare CVE-2024-52005,
  the same fault in git). A sequence goes as a whole, so that no ``[31m`` is left; the 8-bit forms too, but only where
  they are closed: text that was decoded wrongly is full of U+009D and U+009E, and must not lose the rest of its line;
* bidirectional controls (U+202A-E, U+2066-9) and the invisible marks U+200E, U+200F, U+061C: they reorder what is
  read (the "Trojan Source" paper, CVE-2021-42574). The three marks have honest uses in Hebrew and Arabic, but a
  terminal lays the line out without them just as well, and words that only look equal cannot be searched for;
* tag characters (U+E0000-7F), annotation anchors (U+FFF9-B), U+FEFF, U+2060-2064, U+206A-F and runs of variation
  selectors: invisible text inside text. A single variation selector behind a character stays: emoji and Japanese
  names need it. Of flags spelt with tags (Scotland) the plain flag is left;
* more than eight combining marks in a row (they climb over neighbouring lines), counting zero-width characters;
* half surrogates and the non-characters U+FFFE and U+FFFF, which cannot be written to a file: U+FFFD instead.

Soft hyphens are harmless but go too where text is cleaned (not where it is masked): terminals do not hyphenate, and a
name with one inside is found by nobody. U+200B to U+200D stay: Persian, Khmer and emoji need them. Text is not
normalised. Everything runs in linear time.
"""

import re
import unicodedata
from typing import Final

LINE_LIMIT: Final = 1_000
"""Characters a line may have; the longest headline of a year of agency feeds has under 400."""
BLOCK_LIMIT: Final = 2_000_000
"""Characters a block may have: a book; what is longer is no article."""
MARKS_IN_A_ROW: Final = 8
"""Combining marks kept in a row; no language needs more than five or six on a letter."""

_STRING = r"[^\n\x07\x1b\x90\x98\x9c-\x9f]*"
_SEQUENCE = re.compile(
    r"\x1b+(?:"
    r"\[[0-?]*[ -/]*[@-~]?"  # CSI, also cut off
    rf"|[\]PX^_]{_STRING}(?:\x07|\x9c|\x1b+\\)?"  # OSC, DCS, SOS, PM, APC: to the end of the line if not closed
    r"|(?:[ -/]+[0-~]?|[6-9=>DEFHMNOVWZ\\clmno|}~])?"  # the other sequences that terminals know, and a lone ESC
    r")"
    r"|(?<![\x80-\xff])(?:"  # behind such a character a C1 is the rest of wrongly decoded UTF-8
    r"\x9b[0-?]*[ -/]*[@-~]"
    rf"|[\x90\x98\x9d-\x9f]{_STRING}(?:\x07|\x9c|\x1b+\\)"
    r")"
)
_DROPPED = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    r"\ud800-\udfff\U000e0000-\U000e007f"
)
_SELECTORS = r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
_MARKED = (  # the blocks that hold combining marks, zero-width characters or selectors: what is outside needs no care
    r"\u0300-\u036f\u0483-\u0489\u0590-\u07ff\u0800-\u109f\u1300-\u139f\u1700-\u1cff\u1dc0-\u1dff\u200b-\u200d"
    r"\u20d0-\u20ff\u2c80-\u2dff\u302a-\u302f\u3099\u309a\ua640-\ua6ff\ua800-\uabff\ufb1e\ufe00-\ufe2f"
    r"\U00010100-\U0001efff\U000e0100-\U000e01ef"
)
_ASCII_HOSTILE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_HOSTILE = re.compile(rf"[{_DROPPED}]")
_CAREFUL = re.compile(rf"[{_DROPPED}{_MARKED}]")
_SELECTOR_RUNS = re.compile(rf"[{_SELECTORS}]+")
_MARK_RUNS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MARKS_IN_A_ROW + 1},}}")  # a superset: `re` has no class for marks
_SOFT_HYPHEN = "\xad"
_UNWRITABLE = "\ufffe\uffff"
_ZERO_WIDTH = "\u200b\u200c\u200d"
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t\n]{2,}|[\t\n]")


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return ``text`` as one safe line of at most ``limit`` characters, without blanks around it.

    Line breaks and tabs become one blank; what is cut off is shown by an ellipsis.
    """
    text = _BLANKS.sub(" ", _clean(text)).strip()
    return _cut(text, limit).strip()


def clean_block(text: str, limit: int = BLOCK_LIMIT) -> str:
    """Return ``text`` safe, with its newlines and tabs kept and every kind of line break made a newline.

    At most ``limit`` characters come back, the last an ellipsis where something was cut off.
    """
    return _cut(_clean(text), limit)


def mask_text(text: str) -> str:
    """Return ``text`` with each hostile character replaced by a blank or U+FFFD, so that every offset still holds.

    Of an escape sequence every character becomes a blank.
    """
    if is_clean(text):
        return text
    text = _SEQUENCE.sub(lambda match: " " * len(match[0]), text)
    return _thin_runs(_HOSTILE.sub(lambda match: _stand_in(match[0], " "), text), " ")


def is_clean(text: str) -> bool:
    """Tell whether ``text`` holds nothing hostile; newlines and tabs are not, and length does not count."""
    if not _suspicious(text):
        return True
    return _HOSTILE.search(text) is None and _thin_runs(text, "") == text


def _clean(text: str) -> str:
    """Return ``text`` without anything hostile; no control outlives one pass, so a second changes nothing."""
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    if not _suspicious(text):
        return text
    text = _BREAKS.sub("\n", _SEQUENCE.sub("", text))
    return _thin_runs(_HOSTILE.sub(lambda match: _stand_in(match[0], ""), text), "")


def _suspicious(text: str) -> bool:
    """Tell whether there is anything to look at; most texts are let through here, after one search."""
    return (_ASCII_HOSTILE if text.isascii() else _CAREFUL).search(text) is not None


def _cut(text: str, limit: int) -> str:
    """Return ``text`` with at most ``limit`` characters, the last an ellipsis where something was cut off."""
    return text if len(text) <= limit else (text[: limit - 1] + "…" if limit > 0 else "")


def _stand_in(char: str, nothing: str) -> str:
    """Return what takes the place of one hostile character: U+FFFD for what cannot be written, else ``nothing``."""
    return "\ufffd" if char in _UNWRITABLE or "\ud800" <= char <= "\udfff" else nothing


def _thin_runs(text: str, nothing: str) -> str:
    """Return ``text`` with one selector a character and ``MARKS_IN_A_ROW`` marks, ``nothing`` instead of the rest."""

    def thin_selectors(match: re.Match[str]) -> str:
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        kept = "" if not before or before.isspace() else match[0][0]
        return kept + nothing * (len(match[0]) - len(kept))

    def thin_marks(match: re.Match[str]) -> str:
        marks, kept = 0, []
        for char in match[0]:
            marks = marks + 1 if char in _ZERO_WIDTH or unicodedata.category(char)[0] == "M" else 0
            kept.append(char if marks <= MARKS_IN_A_ROW else nothing)
        return "".join(kept)

    if text.isascii():
        return text
    return _MARK_RUNS.sub(thin_marks, _SELECTOR_RUNS.sub(thin_selectors, text))
