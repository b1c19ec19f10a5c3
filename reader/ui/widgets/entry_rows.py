"""What stands behind the entry list: pages of summaries read when needed, and which stories are folded."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from reader.model.entry import EntrySummary

PAGE: Final = 64
"""Entries read at once."""
PAGES_KEPT: Final = 24

PageSource = Callable[[Sequence[int]], tuple[EntrySummary, ...]]
"""Takes entry ids, gives what the list shows of them; ids that are gone are left out."""


class SummaryPages:
    """Summaries by row, a page at a time; the pages used last are kept."""

    def __init__(self, source: PageSource) -> None:
        self._source = source
        self._pages: OrderedDict[int, dict[int, EntrySummary]] = OrderedDict()

    def clear(self) -> None:
        """Forget all pages: what they hold has changed."""
        self._pages.clear()

    def fill(self, summaries: Sequence[EntrySummary]) -> None:
        """Take summaries that were read already, from the first row on."""
        self._pages.clear()
        for start in range(0, len(summaries), PAGE):
            self._pages[start // PAGE] = {s.id: s for s in summaries[start : start + PAGE]}

    def get(self, ids: "array[int]", row: int) -> EntrySummary | None:
        """Return the summary of a row of ``ids``; None if the entry has gone."""
        if not 0 <= row < len(ids):
            return None
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = {s.id: s for s in self._source(ids[number * PAGE : (number + 1) * PAGE])}
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(ids[row])


class StoryFolds:
    """Which entries tell one story, and which stories are folded into their newest entry."""

    def __init__(self, stories: Mapping[int, int] | None = None, *, fold: bool = True) -> None:
        self._stories = stories or {}
        self._fold = fold
        self._turned: set[int] = set()
        self._members: dict[int, list[int]] = {}
        for entry_id, head in self._stories.items():
            self._members.setdefault(head, []).append(entry_id)

    def renew(self, stories: Mapping[int, int], *, fold: bool) -> "StoryFolds":
        """Return the folds of another listing; what the user turned stays turned."""
        made = StoryFolds(stories, fold=fold)
        if fold == self._fold:
            made._turned = self._turned
        return made

    def members(self, entry_id: int) -> list[int]:
        """Return the entries that tell the same story, newest first; none but itself where it is alone."""
        head = self._stories.get(entry_id)
        return [entry_id] if head is None else self._members[head]

    def is_folded(self, entry_id: int) -> bool:
        """Tell whether the story of an entry is folded."""
        head = self._stories.get(entry_id)
        return head is not None and self._fold != (head in self._turned)

    def turn(self, entry_id: int) -> bool:
        """Fold or unfold the story of an entry; tell whether it has others."""
        head = self._stories.get(entry_id)
        if head is not None:
            self._turned.symmetric_difference_update({head})
        return head is not None

    def hidden_under(self, entry_id: int) -> int:
        """Return how many entries are folded away under this one."""
        return len(self.members(entry_id)) - 1 if self.is_folded(entry_id) else 0

    def is_inside(self, entry_id: int) -> bool:
        """Tell whether an entry stands under a newer one of its unfolded story."""
        return not self.is_folded(entry_id) and self.members(entry_id)[0] != entry_id

    def visible(self, ids: "array[int]") -> "array[int]":
        """Return the entries that are not folded away; an unfolded story stands together under its newest entry."""
        return array("q", self._walk(ids)) if self._members else ids

    def _walk(self, ids: "array[int]") -> Iterator[int]:
        """Yield the visible entries."""
        done: set[int] = set()
        for entry_id in ids:
            head = self._stories.get(entry_id)
            if head is None:
                yield entry_id
            elif head not in done:
                done.add(head)
                yield from self._members[head][:1] if self.is_folded(head) else self._members[head]
