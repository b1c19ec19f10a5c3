"""The application: themes, keys, style sheets, the guard before the terminal, and the first screen."""

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from reader.config import Settings
from reader.paths import styles_dir
from reader.pipeline.services import Services
from reader.ui.content import ControlGuard, safe_line
from reader.ui.keys import check_keys, keys_in_use
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.themes import DEFAULT_THEME, THEMES, token_defaults

if TYPE_CHECKING:  # the palette is loaded when it is opened
    from textual.command import Provider
    from textual.types import CSSPathType

THEME: str = "reader.theme"
"""Key under which the library keeps the theme that was chosen in the palette."""
STYLE_SHEETS: Sequence[str] = ("app", "reading", "lists", "article", "dialogs")
"""The files of ``styles/``, in the order in which they are read."""


def _command_provider() -> "type[Provider]":
    """Return the palette's commands; loaded when the palette is first opened."""
    from reader.ui.commands import CommandProvider

    return CommandProvider


def _feed_provider() -> "type[Provider]":
    """Return the palette's feeds and searches."""
    from reader.ui.commands import FeedProvider

    return FeedProvider


def _theme_provider() -> "type[Provider]":
    """Return the palette's themes."""
    from reader.ui.commands import ThemeProvider

    return ThemeProvider


class NewsReaderApp(App[None]):
    """The reader over one library."""

    TITLE = "newsreader"
    CSS_PATH: ClassVar["CSSPathType | None"] = [styles_dir() / f"{name}.tcss" for name in STYLE_SHEETS]
    ENABLE_COMMAND_PALETTE = False  # its fixed key; the palette opens by the command app.commands, whose key is free
    COMMANDS: ClassVar[set["type[Provider] | Callable[[], type[Provider]]"]] = {
        _command_provider,
        _feed_provider,
        _theme_provider,
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(
        self,
        services: Services,
        *,
        settings: Settings | None = None,
        problems: Sequence[str] = (),
        themes: Sequence[Theme] = (),
    ) -> None:
        """Make the reader.

        Args:
            services: the library and what works on it.
            settings: those of the services, if no others are given.
            problems: faults of the user's files, told when it has begun.
            themes: the user's own.
        """
        super().__init__()
        self._problems = problems
        self.use_command_palette = True
        self._services = services
        self._settings = settings or services.settings
        self._guard = ControlGuard()
        for theme in (*THEMES, *themes):
            self.register_theme(theme)
        self.set_reactive(App.theme, self._chosen_theme())
        self.stylesheet.set_variables(self.get_css_variables())  # they were made for Textual's own theme
        keys = keys_in_use(self._settings.key_preset, self._settings.keys)
        self.set_keymap({id_: chosen for id_, chosen in keys.items() if chosen})

    def get_default_screen(self) -> Screen[None]:
        """Return the reading screen: it is the first, no empty one is drawn before it."""
        return ReadingScreen(self._services)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's own filters and, last, the guard that no raw control passes."""
        return [*super().get_line_filters(), self._guard]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the reader's own colours for themes that do not know them."""
        return token_defaults(self.current_theme.dark)

    def on_mount(self) -> None:
        """Tell what is wrong with the user's files and keys, and remember a theme that is chosen."""
        for problem in (*self._problems, *check_keys(self._settings.keys, self._settings.key_preset)):
            self.notify(problem, title="Settings", severity="warning", timeout=12, markup=False)
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    def on_unmount(self) -> None:
        """End the children: the threads that wait for them are themselves waited for when the program ends."""
        self._services.workers.close()

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Say nothing: keys were checked at the start, all in one place."""

    def _chosen_theme(self) -> str:
        """Return the theme chosen last in the palette, else that of the settings, else the default."""
        try:
            kept = self._services.library.settings.get(THEME)
        except Exception:  # a fault of the library is told by the screen that needs it
            kept = None
        names = (kept, self._settings.appearance.theme)
        return next((name for name in names if name and name in self.available_themes), DEFAULT_THEME)

    def _keep_theme(self, theme: Theme) -> None:
        """Keep the theme for the next start."""
        settings = self._services.library.settings

        def write() -> None:
            settings.put(THEME, theme.name)

        if theme.name != self._chosen_theme():
            self.run_worker(write, thread=True, group="theme", exit_on_error=False)

    def _handle_exception(self, error: Exception) -> None:
        """End with one clear line, the traceback in the log, should anything unforeseen happen."""
        if self.is_headless:  # tests want to see it
            super()._handle_exception(error)
            return
        logging.getLogger(__name__).error("the reader stopped", exc_info=error)
        words = f"newsreader stopped: {type(error).__name__}: {safe_line(str(error))[:300]} (details are in the log)"
        self.exit(return_code=1, message=Text(words))
