"""The command palette: every command of the table, the feeds and searches, and the colour themes."""

from collections.abc import Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.theme import BUILTIN_THEMES

from reader.ui.bindings import COMMANDS, Command
from reader.ui.keys import show_keys


class CommandProvider(Provider):
    """Commands that make sense now, with their keys."""

    def _commands(self) -> list[tuple[Command, Callable[[], object]]]:
        """Return the commands of the screen under the palette, each with what runs it."""
        run = getattr(self.screen, "action_run", None)
        can = getattr(self.screen, "can_run", None)
        if run is None or can is None:
            return []
        return [(c, partial(run, c.id)) for c in COMMANDS.values() if "reading" in c.places and can(c.id)]

    def _help(self, command: Command) -> str:
        """Return the line under a command: its keys."""
        keys: dict[str, str] = getattr(self.screen, "keys", {})
        return f"{command.group} · {show_keys(keys.get(command.id, command.keys))}"

    async def discover(self) -> Hits:
        """Yield all commands, before anything is typed."""
        for command, run in self._commands():
            if command.group != "Moving":
                yield DiscoveryHit(command.tooltip.rstrip("."), run, help=self._help(command))

    async def search(self, query: str) -> Hits:
        """Yield the commands that fit what is typed."""
        matcher = self.matcher(query)
        for command, run in self._commands():
            words = command.tooltip.rstrip(".")
            score = max(matcher.match(words), matcher.match(command.label), matcher.match(command.id) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(words), run, help=self._help(command))


class FeedProvider(Provider):
    """Feeds, folders and searches to jump to; their names are foreign text."""

    async def search(self, query: str) -> Hits:
        """Yield the rows of the list of feeds that fit what is typed."""
        rows: list[tuple[Content, Callable[[], object]]] = getattr(self.screen, "palette_rows", list)()
        matcher = self.matcher(query)
        for label, go_to in rows:
            score = matcher.match(label.plain)
            if score > 0:
                yield Hit(score, label, go_to, help="Go to this feed", text=label.plain)


class ThemeProvider(Provider):
    """Colour themes."""

    def _themes(self) -> list[tuple[str, Callable[[], object]]]:
        """Return the names of all themes, Textual's last, each with what chooses it."""
        names = sorted(self.app.available_themes, key=lambda name: (name in BUILTIN_THEMES, name))
        return [(name, partial(setattr, self.app, "theme", name)) for name in names]

    async def discover(self) -> Hits:
        """Yield the reader's own themes and the user's."""
        for name, choose in self._themes():
            if name not in BUILTIN_THEMES:
                yield DiscoveryHit(f"Theme: {name}", choose)

    async def search(self, query: str) -> Hits:
        """Yield the themes that fit what is typed."""
        matcher = self.matcher(query)
        for name, choose in self._themes():
            words = f"Theme: {name}"
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, matcher.highlight(words), choose)
