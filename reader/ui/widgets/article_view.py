"""The article pane: the text with its marks, scrolled to the line, walked claim by claim."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content
from textual.content import Span as StyleSpan
from textual.events import Click, Key
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.text.spans import Span, hull
from reader.ui.content import count
from reader.ui.content import line as foreign_line
from reader.ui.widgets.article_layout import Block, Layout, View, lay_out
from reader.ui.widgets.link_hints import LinkHints, find_spans
from reader.ui.widgets.row_list import draw_strip

if TYPE_CHECKING:
    from reader.pipeline.enrich import OpenEntry

TEXT_WIDTH: Final = 80
"""Most cells a line of text has: 66 characters are held ideal, up to 80 comfortable (WCAG 1.4.8)."""
GUTTER: Final = 2
"""Cells left of the text for marks."""


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """One article; scrolls, marks the current claim, finds words, labels links."""

    ALLOW_SELECT: ClassVar[bool] = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {"article-view--text", "article-view--hint"}

    opened: "var[OpenEntry | None]" = var(None, always_update=True)
    """The entry that is shown."""
    view: var[View] = var(View())
    """How it is shown: furniture, current claim, what was found."""

    @dataclass
    class ClaimSelected(Message):
        """A claim became the current one."""

        index: int

    @dataclass
    class LinkChosen(Message):
        """A link was chosen by its letter or with the mouse."""

        url: str

    BORDER_TITLE = "Article"

    def __init__(self, keys: Mapping[str, str], *, hide_furniture: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = keys
        self.auto_links = False  # styled here; Textual would look at every line for links of its own
        self.set_reactive(ArticleView.view, View(hide_furniture=hide_furniture))
        self._layout = Layout(0)
        self._hints = LinkHints()
        self._said = ""
        self._claim_lines: set[int] = set()
        self._credit_lines: set[int] = set()

    def show(self, opened: "OpenEntry", *, keep_place: bool = False) -> None:
        """Show an entry from its top, or at the place where it was."""
        place = self.scroll_offset.y
        self._hints.end()
        self.set_reactive(ArticleView.view, replace(self.view, claim=None, found=()))
        self.opened = opened
        self.scroll_to(y=place if keep_place else 0, animate=False, immediate=True)

    def say(self, words: str) -> None:
        """Show our own words in place of an article."""
        self._said = words
        self.opened = None

    def watch_opened(self) -> None:
        """Lay out the new article."""
        self._lay_out()

    def watch_view(self) -> None:
        """Lay out the article as it is to be shown now."""
        self._lay_out()

    def on_resize(self) -> None:
        """Lay out at the new width; the text on top stays on top."""
        top = next(
            (o for y in range(6) if (o := self._layout.offset_at(self.scroll_offset.y + y, 0)) is not None), None
        )
        self._lay_out()
        if top is not None and self.scroll_offset.y and (line := self._layout.line_of(top)) is not None:
            self.scroll_to(y=line, animate=False, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Name the article in the border once its headline is scrolled away."""
        super().watch_scroll_y(old_value, new_value)
        self.border_title = _title(self.opened, self._layout, self.scroll_offset.y)

    # --- moving ---------------------------------------------------------------------------------------------------

    def move(self, by: int) -> bool:
        """Scroll by some lines; tell whether there was something to scroll."""
        before = self.scroll_offset.y
        self.scroll_to(y=before + by, animate=False, immediate=True)
        return self.scroll_offset.y != before

    def page(self, pages: int) -> bool:
        """Scroll by some screenfuls, two lines of each kept; tell whether there was something to scroll."""
        return self.move(pages * max(1, self.scrollable_content_region.height - 2))

    def scroll_to_span(self, span: Span) -> bool:
        """Bring a stretch of the text into view, a third from the top; tell whether it is shown at all."""
        line = self._layout.line_of(span.start)
        if line is None:
            return False
        height = self.scrollable_content_region.height
        if not self.scroll_offset.y <= line < self.scroll_offset.y + height - 2:
            self.scroll_to(y=max(0, line - height // 3), animate=False, immediate=True)
        return True

    # --- claims ---------------------------------------------------------------------------------------------------

    def step_claim(self, step: int) -> int | None:
        """Go to the next (1) or previous (-1) claim, from the current one or from the top of the screen."""
        from reader.ui.widgets.article_text import claim_order

        opened = self.opened
        order = claim_order(opened.analysis) if opened else []
        if not order or opened is None:
            return None
        if self.view.claim in order:
            position = (order.index(self.view.claim) + step) % len(order)
        else:
            top = next(
                (o for y in range(8) if (o := self._layout.offset_at(self.scroll_offset.y + y, 0)) is not None), 0
            )
            starts = [hull(opened.analysis.attributions[i].content).start for i in order]
            below = next((n for n, start in enumerate(starts) if start >= top), 0)
            position = below if step > 0 else below - 1
        self.go_to_claim(order[position])
        return order[position]

    def go_to_claim(self, index: int) -> None:
        """Make a claim the current one and bring it into view."""
        if self.opened is None or not 0 <= index < len(self.opened.analysis.attributions):
            return
        from reader.ui.widgets.article_text import attribution_hull

        self.view = replace(self.view, claim=index)
        self.scroll_to_span(attribution_hull(self.opened.analysis.attributions[index]))
        self.post_message(self.ClaimSelected(index))

    def drop_claim(self) -> bool:
        """Make no claim the current one; tell whether one was."""
        had = self.view.claim is not None
        self.view = replace(self.view, claim=None)
        return had

    # --- finding, links -------------------------------------------------------------------------------------------

    def find(self, words: str) -> int:
        """Mark every place of some words; return how many there are."""
        found = find_spans(self.opened.article.text, words) if self.opened else ()
        self.view = replace(self.view, found=found)
        return len(found)

    def mark_span(self, span: Span) -> None:
        """Mark one stretch of the text, as if it had been found."""
        self.view = replace(self.view, found=(span,))

    def toggle_furniture(self) -> str:
        """Hide or show captions, related headlines and promotions; return what was done, in words."""
        from reader.ui.widgets.article_text import furniture_in

        self.view = replace(self.view, hide_furniture=not self.view.hide_furniture)
        number = furniture_in(self.opened) if self.opened is not None else 0
        what = count(number, "caption, link or promotion", "captions, links and promotions")
        if not number:
            what = "Nothing to hide here; captions, links and promotions of other articles are"
        return f"{what} {'hidden' if self.view.hide_furniture else 'shown'}"

    def show_hints(self) -> int:
        """Put a letter on each link in view; return how many there are."""
        links = self.opened.article.links if self.opened else ()
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        placed = [(link, line) for link in links if (line := self._layout.line_of(link.span.start)) is not None]
        number = self._hints.begin([link for link, line in placed if top <= line < top + height])
        self.refresh()
        return number

    def end_hints(self) -> bool:
        """Take the letters off; tell whether there were any."""
        had = self._hints.end()
        self.refresh()
        return had

    def on_key(self, event: Key) -> None:
        """Take letters while links are labelled."""
        if not self._hints.active:
            return
        event.stop()
        event.prevent_default()
        url = self._hints.type(event.character or "")
        if url:
            self.post_message(self.LinkChosen(url))
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Open the link, or go to the claim, under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or self.opened is None or self.text_selection is not None:
            return
        at = self._layout.offset_at(offset.y + self.scroll_offset.y, offset.x - self._margin - GUTTER)
        if at is None:
            return
        link = next((link for link in self.opened.article.links if link.span.start <= at < link.span.end), None)
        if link is not None:
            self.post_message(self.LinkChosen(link.url))
            return
        claims = self.opened.analysis.attributions
        here = [i for i, claim in enumerate(claims) if any(s.start <= at < s.end for s in (*claim.content, *claim.cue))]
        if here:
            self.go_to_claim(here[-1])

    # --- drawing --------------------------------------------------------------------------------------------------

    @property
    def _margin(self) -> int:
        """Cells left of the gutter: the text stands in the middle of a wide pane."""
        return max(0, (self.scrollable_content_region.width - TEXT_WIDTH - GUTTER) // 2)

    def _lay_out(self) -> None:
        """Wrap the article to the present width."""
        width = min(TEXT_WIDTH, self.scrollable_content_region.width - GUTTER)
        if width < 4:
            return
        blocks: list[Block] = []
        if self.opened is not None:
            from reader.ui.widgets.article_text import article_blocks  # the first frame has no article

            blocks = article_blocks(self.opened, self.view, self._keys)
        self._layout = lay_out(blocks, width)
        self._claim_lines, self._credit_lines = set(), set()
        if self.opened is not None:
            if self.view.claim is not None and self.view.claim < len(self.opened.analysis.attributions):
                attribution = self.opened.analysis.attributions[self.view.claim]
                for span in (*attribution.content, *attribution.cue, *(attribution.source or ())):
                    self._claim_lines |= self._lines_of(span)
            for credit in self.opened.credits:
                if credit.where == "text" and (line := self._layout.line_of(credit.span.start)) is not None:
                    self._credit_lines.add(line)
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._layout.lines))
        self.border_title = _title(self.opened, self._layout, self.scroll_offset.y)
        self.refresh()

    def _lines_of(self, span: Span) -> set[int]:
        """Return the lines that a stretch of the text covers."""
        first, last = self._layout.line_of(span.start), self._layout.line_of(max(span.start, span.end - 1))
        return set() if first is None else set(range(first, (first if last is None else last) + 1))

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        number, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        style = self.get_visual_style("article-view--text")
        if self.opened is None:
            words = Content.styled(f"  {self._said}", "$muted") if y == 1 else Content("")
            return draw_strip(self, words, width, style)
        if number >= len(self._layout.lines):
            return Strip.blank(width, style.rich_style)
        mark = "▌ " if number in self._claim_lines else "⟵ " if number in self._credit_lines else "  "
        colour = "bold $accent" if number in self._claim_lines else "$credit"
        gutter = Content(" " * self._margin).append_text(mark, colour)
        content = self._line_content(number)
        left = draw_strip(self, gutter, self._margin + GUTTER, style)
        room = max(1, width - self._margin - GUTTER)
        right = draw_strip(self, content, room, style)
        return Strip.join([left, right.apply_offsets(0, number)])

    def _line_content(self, number: int) -> Content:
        """Return the styled text of one line of the layout."""
        line = self._layout.lines[number]
        if line.block < 0:
            return Content("")
        block = self._layout.blocks[line.block]
        prefix = block.prefix if line.first else ("┃ " if block.prefix.endswith("┃ ") else "").rjust(len(block.prefix))
        shift = len(prefix) - line.start
        text = prefix + block.text[line.start : line.end]
        spans = [
            StyleSpan(max(start, line.start) + shift, min(end, line.end) + shift, style)
            for start, end, style in block.styles
            if start < line.end and end > line.start
        ]
        content = Content(text, spans, None, strip_control_codes=False)
        if block.start is not None and self._hints.active:
            content = self._hints.overlay(content, Span(block.start + line.start, block.start + line.end), len(prefix))
        if (selection := self.text_selection) is not None and (chosen := selection.get_span(number)) is not None:
            style = self.screen.get_visual_style("screen--selection", partial=True)
            content = content.stylize(style, chosen[0], None if chosen[1] == -1 else chosen[1])
        return content

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text with the article's own line breaks, not the screen's."""
        start = (selection.start.y, selection.start.x) if selection.start else (0, 0)
        end = (selection.end.y, selection.end.x) if selection.end else (len(self._layout.lines), -1)
        return self._layout.text_between(start, end), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002  # Textual's signature
        """Draw the selection."""
        self.refresh()


def _title(opened: "OpenEntry | None", layout: Layout, top: int) -> Content:
    """Return what the border says: the headline, where the text is scrolled so far that it cannot be seen there."""
    if opened is None or not layout.lines or top < layout.height_of(0):
        return Content(ArticleView.BORDER_TITLE)
    from reader.ui.widgets.article_text import headline_of

    return foreign_line(headline_of(opened))
