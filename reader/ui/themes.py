"""The reader's own themes, and the colours only it knows: each token is declared here and nowhere else.

Meaning never rests on colour: direct quotations are underlined, indirect claims italic, officials bold, the current
claim and credits carry a mark in the margin. So the tokens are free to be calm.
"""

from typing import Final

from textual.theme import Theme

TOKENS: Final = ("claim", "claim-current", "official", "credit", "chain-origin", "drift", "unread", "muted", "frame")
"""Names of the own variables: background of claims, of the current claim, then foregrounds."""

_DARK: Final = {
    "claim": "#2b3d36",
    "claim-current": "#4d5a24",
    "official": "#f0c38e",
    "credit": "#7fc8d6",
    "chain-origin": "#d7a3e0",
    "drift": "#f2967e",
    "unread": "#8fc7ff",
    "muted": "#8d969e",
    "frame": "#3a434d",
}
_LIGHT: Final = {
    "claim": "#e2efe4",
    "claim-current": "#f6e7a1",
    "official": "#8a4b00",
    "credit": "#00646f",
    "chain-origin": "#7a2e8e",
    "drift": "#b3331a",
    "unread": "#0b57a4",
    "muted": "#5f666d",
    "frame": "#c4bfb1",
}
_CONTRAST: Final = {
    "claim": "#003319",
    "claim-current": "#5c4d00",
    "official": "#ffd75f",
    "credit": "#5fffff",
    "chain-origin": "#ff9dff",
    "drift": "#ff9f87",
    "unread": "#ffffff",
    "muted": "#c6c6c6",
    "frame": "#8a8a8a",
}

THEMES: Final = (
    Theme(
        name="newsreader-dark",
        primary="#6fa8d6",
        secondary="#88b59a",
        accent="#e0b26a",
        foreground="#d6d9dc",
        background="#14181c",
        surface="#181d22",
        panel="#222931",
        success="#88b59a",
        warning="#e0b26a",
        error="#e5806d",
        dark=True,
        variables={**_DARK, "block-cursor-text-style": "none", "footer-key-foreground": "#e0b26a"},
    ),
    Theme(
        name="newsreader-light",
        primary="#1f5f99",
        secondary="#3b6f52",
        accent="#9a5b00",
        foreground="#24292e",
        background="#faf9f5",
        surface="#f4f2ec",
        panel="#e6e3da",
        success="#3b6f52",
        warning="#9a5b00",
        error="#b3331a",
        dark=False,
        variables={**_LIGHT, "block-cursor-text-style": "none", "footer-key-foreground": "#9a5b00"},
    ),
    Theme(
        name="newsreader-contrast",
        primary="#5fd7ff",
        secondary="#87ff87",
        accent="#ffd75f",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#262626",
        success="#87ff87",
        warning="#ffd75f",
        error="#ff8787",
        dark=True,
        variables={**_CONTRAST, "block-cursor-text-style": "bold", "footer-key-foreground": "#ffd75f"},
    ),
)
"""A calm dark theme (the default), a light one, and one of high contrast."""

DEFAULT_THEME: Final = THEMES[0].name


def token_defaults(dark: bool) -> dict[str, str]:
    """Return the own variables for a theme that does not know them, to fit a dark or a light background."""
    return dict(_DARK if dark else _LIGHT)
