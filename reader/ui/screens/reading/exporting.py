"""Writing the open article with its claims and its chain, or the subscriptions, to a file; an article for a command."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.model.feed import Subscription
from reader.pipeline.enrich import OpenEntry
from reader.ui.content import count, joined, line
from reader.ui.screens.reading.desk import Desk, canceller

if TYPE_CHECKING:
    from reader.pipeline.piping import Answer


def _markdown(opened: OpenEntry) -> str:
    from reader.export.markdown import citation_markdown

    return citation_markdown(opened.article, stored=opened.stored, analysis=opened.analysis, chain=opened.chain)


def _json(opened: OpenEntry) -> str:
    from reader.export.records import analysis_record, article_record, chain_record, entry_record

    record = {
        "entry": entry_record(opened.stored),
        "article": article_record(opened.article),
        "analysis": analysis_record(str(opened.stored.id), opened.analysis, opened.credits),
        "chain": chain_record(opened.chain),
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _mermaid(opened: OpenEntry) -> str:
    from reader.export.mermaid import chain_mermaid

    return chain_mermaid(opened.chain)


def _prov(opened: OpenEntry) -> str:
    from reader.export.prov import chain_prov

    return chain_prov(opened.chain, {opened.chain.focus: opened.article.text})


FORMATS: Final[tuple[tuple[str, str, str, Callable[[OpenEntry], str]], ...]] = (
    ("Markdown", "md", "the article, its claims, the chain with its evidence", _markdown),
    ("JSON", "json", "everything, for other programs", _json),
    ("Mermaid", "mmd", "the chain as a diagram", _mermaid),
    ("PROV", "prov.json", "the chain in W3C PROV-JSON", _prov),
)
"""Name, file ending, what it holds, and what writes it."""
ANSWER_ROWS: Final = 500
"""Lines of a command's answer that are shown."""


class Exporting:
    """Export of the open article."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._command = ""
        """The command that was typed last."""

    def ask_format(self) -> None:
        """Ask for the format, then for the file."""
        opened = self._desk.article_view.opened
        if opened is None:
            return
        from reader.ui.screens.dialogs.base import ChoiceDialog

        rows = [joined(line(name, "bold"), "  ", line(words, "$muted")) for name, _, words, _ in FORMATS]

        def answer(chosen: int | None) -> None:
            if chosen is not None:
                self._ask_file(opened, chosen)

        self._desk.show_over(ChoiceDialog("Export as", rows), answer)

    def _ask_file(self, opened: OpenEntry, chosen: int) -> None:
        """Ask where to; nothing that exists is overwritten."""
        from reader.ui.screens.dialogs.base import TextDialog

        _, ending, _, write = FORMATS[chosen]
        path = free_path(Path.cwd(), opened.article.headline or opened.stored.entry.title, ending)

        def answer(name: str | None) -> None:
            if name:
                self._write(Path(name).expanduser(), lambda: write(opened))

        self._desk.show_over(TextDialog("Write to which file?", str(path)), answer)

    def ask_list(self) -> None:
        """Ask for a file and write the subscriptions to it as OPML, which other readers take over."""
        from reader.feeds.opml import write_opml
        from reader.ui.screens.dialogs.base import TextDialog

        none: tuple[Subscription, ...] = ()
        feeds = self._desk.ask(self._desk.services.library.feeds.all, none)
        local = sum(feed.url.startswith("file:") for feed in feeds)
        note = f"{count(len(feeds) - local, 'feed')} as OPML, which other readers take over."
        note += f" {count(local, 'local feed')} left out: other machines could not read the files." if local else ""

        def answer(name: str | None) -> None:
            if name:
                self._write(Path(name).expanduser(), lambda: write_opml(feeds))

        path = free_path(Path.cwd(), "subscriptions", "opml")
        self._desk.show_over(TextDialog("Write the subscriptions to which file?", str(path), note=note), answer)

    def _write(self, path: Path, write: Callable[[], str]) -> None:
        """Write a file (in the background); nothing that exists is overwritten."""

        def work() -> None:
            try:
                with path.open("x", encoding="utf-8") as file:
                    file.write(write())
            except FileExistsError:
                words, alarm = f"{path} exists already; nothing was written", True
            except OSError as error:
                words, alarm = f"{path}: {error.strerror}", True
            else:
                words, alarm = f"Written: {path}", False
            self._desk.app.call_from_thread(self._desk.tell, words, alarm=alarm)

        self._desk.in_background("export", work, exclusive=False)

    def ask_command(self) -> None:
        """Ask for a command and hand it the article as Markdown."""
        opened = self._desk.article_view.opened
        if opened is None:
            return
        from reader.ui.screens.dialogs.base import TextDialog

        def answer(command: str | None) -> None:
            if command:
                self._command = command
                self._pipe(_markdown(opened), command)

        note = "It gets the article, its claims and its chain as Markdown on its standard input; what it says is shown."
        self._desk.show_over(TextDialog("Hand the article to which command?", self._command, "wc -w", note), answer)

    def _pipe(self, text: str, command: str) -> None:
        """Run a command (in the background) and show what it says."""
        self._desk.tell(f"Running {command}")

        def work() -> None:
            from reader.pipeline.piping import Answer, pipe_text

            try:
                said = pipe_text(text, command, cancelled=canceller())
            except OSError as error:
                said = Answer(error.strerror or "there is no shell", 1)
            self._desk.app.call_from_thread(self._show_answer, command, said)

        self._desk.in_background("pipe", work)

    def _show_answer(self, command: str, said: "Answer") -> None:
        """Show what a command said; a single line at the bottom, more in a window."""
        rows = said.text.expandtabs().splitlines()
        ended = "" if said.code == 0 else "was ended" if said.code is None else f"ended with code {said.code}"
        if len(rows) < 2:
            self._desk.tell(": ".join(filter(None, (command, ended, *rows))) or command, alarm=bool(ended))
            return
        from reader.ui.screens.dialogs.base import NoticeDialog

        more = len(rows) - ANSWER_ROWS
        shown = [line(row) for row in rows[:ANSWER_ROWS]]
        shown += [line(f"… and {more:,} more lines", "$muted")] if more > 0 else []
        shown += [line(f"{command} {ended}", "$error")] if ended else []
        self._desk.tell("")
        self._desk.show_over(NoticeDialog(command, shown))


def free_path(folder: Path, title: str, ending: str) -> Path:
    """Return a file name in ``folder`` made from letters and figures of a foreign title; one that is still free."""
    stem = re.sub(r"[^\w]+", "-", title.lower()).strip("-")[:60].strip("-") or "article"
    path = folder / f"{stem}.{ending}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.{ending}"
        number += 1
    return path
