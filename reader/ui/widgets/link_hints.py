"""Letters on links, and places of words: two small helpers of the article pane."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from reader.text.spans import Span
from reader.ui.content import safe_link

if TYPE_CHECKING:
    from reader.model.article import Link

LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"
"""Home row first."""


class LinkHints:
    """Labels for the links in view; typing a label chooses its link."""

    def __init__(self) -> None:
        self._labels: dict[str, Link] = {}
        self._typed = ""

    @property
    def active(self) -> bool:
        """Whether links are labelled now."""
        return bool(self._labels)

    def begin(self, links: "Sequence[Link]") -> int:
        """Label the links that may be opened; return how many there are."""
        links = [link for link in links if safe_link(link.url)]
        if len(links) <= len(LETTERS):
            names = list(LETTERS[: len(links)])
        else:
            names = [a + b for a in LETTERS for b in LETTERS][: len(links)]
        self._labels, self._typed = dict(zip(names, links, strict=False)), ""
        return len(self._labels)

    def end(self) -> bool:
        """Take all labels off; tell whether there were any."""
        had = self.active
        self._labels = {}
        return had

    def type(self, character: str) -> str:
        """Take one typed character; return the chosen address once a label is complete; other keys end it."""
        self._typed += character.lower()
        link = self._labels.get(self._typed)
        if link is not None or not self._typed or not any(name.startswith(self._typed) for name in self._labels):
            self.end()
        return link.url if link is not None else ""

    def overlay(self, content: Content, span: Span, prefix: int) -> Content:
        """Return one line's content with labels laid over the first characters of its links."""
        for name, link in self._labels.items():
            at = link.span.start - span.start + prefix
            if span.start <= link.span.start < span.end:
                label = Content.styled(name, "bold reverse")
                content = content[:at] + label + content[at + len(name) :]
        return content


def find_spans(text: str, words: str) -> tuple[Span, ...]:
    """Return every place of ``words`` in a text, letter case aside."""
    wanted = words.strip().lower()
    if not wanted:
        return ()
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters (İ) grow when lowered: then only exact letters are found
        lowered, wanted = text, words.strip()
    spans: list[Span] = []
    at = lowered.find(wanted)
    while at >= 0 and len(spans) < 2000:
        spans.append(Span(at, at + len(wanted)))
        at = lowered.find(wanted, at + len(wanted))
    return tuple(spans)
