"""What is done with an entry beside reading it: browser, clipboard, tags, notes, links, reasons."""

import webbrowser
from collections.abc import Callable, Sequence

from reader.model.claim import Claim
from reader.model.entry import EntryId
from reader.pipeline.enrich import OpenEntry
from reader.ui.content import safe_line, safe_link
from reader.ui.screens.reading.desk import Desk
from reader.ui.screens.reading.marking import Change, Marking
from reader.ui.screens.reading.opening import Opening


class Acting:
    """Commands on the entry that is open or under the cursor."""

    def __init__(self, desk: Desk, marking: Marking, opening: Opening) -> None:
        self._desk, self._marking, self._opening = desk, marking, opening

    # --- addresses ------------------------------------------------------------------------------------------------

    def open_browser(self) -> None:
        """Open the page of the entry in the browser, saying its address."""
        if (target := self._desk.target()) is not None:
            self._browse(target.url)

    def copy_link(self) -> None:
        """Copy the address of the entry, over SSH too (OSC 52)."""
        target = self._desk.target()
        if target is None or not safe_link(target.url):
            self._desk.tell("This entry has no address to copy", alarm=True)
            return
        self._desk.app.copy_to_clipboard(target.url)
        self._desk.tell(f"Copied: {target.url}")

    def copy_claim(self) -> None:
        """Copy the current claim (in the list of claims: that under the cursor) with its source and where it stands."""
        from reader.export.citation import cite_claim

        desk = self._desk
        opened = desk.article_view.opened
        listed = desk.side.claim_list.current_claim if desk.pane == "side" and desk.side.tab == "claims" else None
        index = desk.article_view.view.claim if listed is None else listed
        if opened is None or index is None:
            desk.tell(desk.named("No claim is chosen: {article.next-claim} goes to one"))
            return
        words = cite_claim(opened.analysis.attributions[index], opened.article, opened.stored)
        desk.app.copy_to_clipboard(words)
        desk.tell(f"Copied: {words}")

    def show_links(self) -> None:
        """Put letters on the links in view."""
        number = self._desk.article_view.show_hints()
        self._desk.tell("Type the letter of a link; any other key ends it" if number else "No links in view")

    def ask_link(self, url: str) -> None:
        """Show the address of a link; Enter opens it, ``y`` copies it."""
        from textual.content import Content

        from reader.ui.content import line
        from reader.ui.screens.dialogs.base import NoticeDialog

        def answer(key: str | None) -> None:
            if key == "open":
                self._browse(url)
            elif key == "copy":
                self._desk.app.copy_to_clipboard(url)
                self._desk.tell(f"Copied: {url}")

        words = [
            line(url, "bold"),
            Content(""),
            Content.styled("Enter opens it, y copies it, Esc leaves it", "$muted"),
        ]
        keys = {"enter": "open", "o": "open", "y": "copy"}
        self._desk.show_over(NoticeDialog("Open this address?", words, keys), answer)

    def _browse(self, url: str) -> None:
        """Open an http(s) address in the browser; never through a shell."""
        address = safe_link(url)
        if not address:
            self._desk.tell(
                f"Only http(s) addresses are opened, not «{safe_line(url)[:60]}»" if url else "No address", alarm=True
            )
            return
        self._desk.tell(f"Opening {address}")

        def work() -> None:
            try:
                browser = webbrowser.get()
            except webbrowser.Error:
                self._desk.app.call_from_thread(self._no_browser, address)
                return
            in_terminal = isinstance(browser, webbrowser.GenericBrowser) and not isinstance(
                browser, webbrowser.BackgroundBrowser
            )
            if in_terminal:
                self._desk.app.call_from_thread(self._browse_here, browser, address)
            else:
                browser.open(address)

        self._desk.in_background("browser", work, exclusive=False)

    def _no_browser(self, address: str) -> None:
        """Copy the address where there is no browser."""
        self._desk.app.copy_to_clipboard(address)
        self._desk.tell(f"No browser was found; copied: {address}", alarm=True)

    def _browse_here(self, browser: webbrowser.BaseBrowser, address: str) -> None:
        """Give the terminal to a browser that runs in it."""
        from textual.app import SuspendNotSupported

        try:
            with self._desk.app.suspend():
                browser.open(address)
        except SuspendNotSupported:
            self._no_browser(address)

    # --- tags and notes -------------------------------------------------------------------------------------------

    def edit_tags(self) -> None:
        """Ask for the tags of an entry."""
        entries = self._desk.services.library.entries

        def write(entry_id: EntryId, words: str) -> None:
            entries.set_tags(entry_id, tuple(t for tag in words.split(",") if (t := tag.strip())))

        self._edit("Tags, with commas between them", "Tagged", "tags", lambda s: ", ".join(s[0]), write)

    def edit_note(self) -> None:
        """Ask for the note on an entry."""
        self._edit("Note", "Noted", "note", lambda s: s[1], self._desk.services.library.entries.set_note)

    def _edit(
        self,
        title: str,
        said: str,
        what: str,
        shown: Callable[[tuple[Sequence[str], str]], str],
        write: Callable[[EntryId, str], object],
    ) -> None:
        """Ask for something that is written on an entry; it can be undone."""
        from reader.ui.screens.dialogs.base import TextDialog

        target = self._desk.target()
        entries = self._desk.services.library.entries
        stored = self._desk.ask(lambda: entries.get(target.id), None) if target else None
        if stored is None:
            return
        before = shown((stored.status.tags, stored.status.note))

        def step(words: str) -> Callable[[], Sequence[EntryId]]:
            def run() -> Sequence[EntryId]:
                write(stored.id, words)
                return (stored.id,)

            return run

        def answer(words: str | None) -> None:
            if words is not None and words != before:
                self._marking.do(Change(said, step(words), step(before), what))

        self._desk.show_over(TextDialog(title, before), answer)

    # --- reasons --------------------------------------------------------------------------------------------------

    def explain(self) -> None:
        """Say why something is marked or not: what the cursor of the chain is on, else the current claim."""
        desk = self._desk
        opened = desk.article_view.opened
        if opened is None:
            return
        if desk.pane == "side" and desk.side.tab == "chain":
            self._explain_chain(opened)
            return
        if desk.pane == "side" and desk.side.tab == "claims":
            under = desk.side.claim_list.current_claim
            if under is not None:
                desk.article_view.go_to_claim(under)
        index = desk.article_view.view.claim
        if index is None:
            index = desk.article_view.step_claim(1)
        if index is None:
            desk.tell("No attributed claim was found in this article")
            return
        from reader.ui.screens.dialogs.why import WhyDialog

        library = desk.services.library

        def answer(claim: Claim | None) -> None:
            if claim is not None:
                self._opening.open(claim.entry_id, claim=claim.index)

        desk.show_over(WhyDialog(opened, index, library.claims.said_by, desk.article_view.step_claim), answer)

    def _explain_chain(self, opened: OpenEntry) -> None:
        """Say why the link under the cursor of the chain is held, or why what is similar there has no part in it."""
        from reader.model.labels import stored_words
        from reader.ui.screens.dialogs.why import explain_apart, explain_link

        desk, panel = self._desk, self._desk.side.chain_panel
        edge, apart = panel.current_edge(), panel.current_independent
        if edge is not None:
            desk.show_over(explain_link(opened.chain, edge))
        elif apart is not None:
            desk.show_over(explain_apart(stored_words(opened.stored), apart))
        else:
            desk.tell("Nothing is known to stand above this outlet: there is no link to explain")
