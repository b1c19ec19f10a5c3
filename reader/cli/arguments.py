"""What can be typed: every command with its arguments, and the function that runs it."""

import argparse
import importlib
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, NoReturn, TypeAlias

from reader import __version__

ENTRY_HELP = "the number that `list` prints, or the entry's address"
QUERY_HELP = (
    'words, "a phrase", pre*, NOT word, title: feed: tag: after: before: is:unread is:bookmarked origin: said-by: '
    "origins:1; put -- before a query that begins with -"
)
FIRST_YEAR, LAST_YEAR = 1600, 2200
"""Years of an article's date: before the first newspaper none was printed, and near the years 1 and 9999 a time can
not be told in another zone."""
SHOWN = 200
"""Characters of an argument that an error repeats."""
_LINE = 500
"""Characters of an error; one with the names of all commands has 300."""
QUERY_ARGUMENT = "query"
"""Name of the arguments that take words of the query language."""
_HELP_WORD = re.compile(r"argument -h/--help: ignored explicit argument (['\"])(.*)\1", re.DOTALL)
"""What argparse says of «-harbour»."""
_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


class _Parser(argparse.ArgumentParser):
    """A parser whose errors stay short, however long what was typed is; it takes no abbreviations of options."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # as ArgumentParser
        super().__init__(**{"allow_abbrev": False, **options})

    def error(self, message: str) -> NoReturn:
        """Print usage and error, and end with exit code 2."""
        if (glued := _HELP_WORD.fullmatch(message)) and any(a.dest == QUERY_ARGUMENT for a in self._actions):
            message = f"-h{glued[2]} begins with the option -h{left_out('h' + glued[2])}"
        super().error(message if len(message) <= _LINE else f"{message[:_LINE]}…")


def left_out(word: str) -> str:
    """Return how to leave a word out of what is searched, as the end of an error."""
    return f"; to leave a word out write NOT {word}, or -- -{word}"


def parse_arguments(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was typed; ``run`` in it is the function of the command, taking it and returning the exit code.

    Raises:
        SystemExit: 2 for wrong usage, 0 after help or version; the text has been printed.
    """
    parser = _Parser(
        prog="newsreader",
        description="Read the news in the terminal and see where each sentence came from. "
        "Without a command the reader opens.",
        parents=[_common()],
    )
    parser.add_argument("--version", action="version", version=f"newsreader {__version__}")
    parser.add_argument("--demo", action="store_true", help="open a throw-away library made from the sample feeds")
    parser.set_defaults(run=_later("reader.cli.screen", "open_reader"), command="")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for declare in (_library_commands, _article_commands, _listing_commands, _corpus_commands, _care_commands):
        declare(commands)
    arguments, unknown = parser.parse_known_args(argv)
    if unknown:
        words = [word for word in unknown if word[:2].strip("-")]
        hint = left_out(words[0].lstrip("-")) if words else ""
        asks = hasattr(arguments, QUERY_ARGUMENT)
        parser.error(f"unrecognized arguments: {' '.join(unknown)}" + (hint if asks else ""))
    if arguments.demo and arguments.command:
        parser.error("--demo opens the reader and takes no command")
    return arguments


def _common() -> _Parser:
    """Return the options that may stand before and behind the command."""
    common = _Parser(add_help=False)
    common.add_argument(
        "--data-dir",
        metavar="DIR",
        default=argparse.SUPPRESS,  # else the default behind the command would wipe what stands before it
        help="folder that holds everything of one library (also $NEWSREADER_DATA_DIR)",
    )
    return common


def _later(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """Return a function that imports the command's own module only when it is run."""

    def run(arguments: argparse.Namespace) -> int:
        code: int = getattr(importlib.import_module(module), name)(arguments)
        return code

    return run


def _add(commands: _Commands, name: str, module: str, text: str) -> _Parser:
    """Declare one command; its function is ``run_<name>`` in ``reader.cli.<module>``."""
    parser = commands.add_parser(name, help=text, description=text, parents=[_common()])
    parser.set_defaults(run=_later(f"reader.cli.{module}", f"run_{name.replace('-', '_')}"))
    return parser


def _json(parser: "argparse.ArgumentParser | argparse._MutuallyExclusiveGroup") -> None:
    """Declare ``--json``."""
    parser.add_argument("--json", action="store_true", help="print data as JSON")


def _library_commands(commands: _Commands) -> None:
    """Declare what changes the set of feeds and fetches them."""
    parser = _add(commands, "add", "library_commands", "follow feeds")
    parser.add_argument(
        "address", nargs="+", metavar="ADDRESS", help="a feed, a page that announces feeds, or a local feed file"
    )
    parser = _add(commands, "feeds", "library_commands", "list the subscriptions with their health")
    _json(parser)
    parser = _add(commands, "remove", "library_commands", "stop following a feed; its entries stay in the library file")
    parser.add_argument("feed", metavar="FEED", help="number, address or title")
    parser = _add(commands, "import", "library_commands", "take over an OPML file, a newsboat urls file or cache.db")
    parser.add_argument("file", metavar="FILE", help="told apart by content")
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch private and loopback addresses that stand in it too"
    )
    parser = _add(commands, "refresh", "library_commands", "fetch what is due, then analyse and trace what is new")
    parser.add_argument("feed", nargs="*", metavar="FEED", help="number, address or title; without: what is due")
    parser.add_argument("--all", action="store_true", help="fetch every feed, due or not")
    parser.add_argument("--fetch-only", action="store_true", help="leave analysing and tracing to the next run")
    _json(parser)


def _article_commands(commands: _Commands) -> None:
    """Declare what concerns single articles."""
    parser = _add(commands, "save", "article_commands", "keep one article without a feed")
    parser.add_argument("address", metavar="ADDRESS|FILE", help="a page, or a file of HTML, Markdown or plain text")
    parser.add_argument("--outlet", metavar="NAME", default="", help="who published it")
    parser.add_argument("--date", metavar="ISO", type=_moment, help="when: 2025-12-26 or 2025-12-26T08:30:00Z")
    parser.add_argument("--title", metavar="T", default="", help="its headline")
    parser = _add(commands, "show", "article_commands", "print an article with its claims and its chain")
    parser.add_argument("entry", metavar="ENTRY", help=ENTRY_HELP)
    _one_of(parser, "json", "markdown")
    parser = _add(commands, "trace", "article_commands", "print the chain of outlets an article came through")
    parser.add_argument("entry", metavar="ENTRY", help=ENTRY_HELP)
    _one_of(parser, "json", "markdown", "mermaid", "prov")
    parser = _add(commands, "compare", "article_commands", "print two articles side by side and what changed")
    parser.add_argument("entry", nargs=2, metavar="ENTRY", help=ENTRY_HELP)
    _json(parser)
    parser = _add(commands, "bookmark", "article_commands", "bookmark an article")
    parser.add_argument("entry", metavar="ENTRY", help=ENTRY_HELP)
    parser.add_argument("--remove", action="store_true", help="take the bookmark away")


def _listing_commands(commands: _Commands) -> None:
    """Declare what lists over the whole library."""
    parser = _add(commands, "list", "listing_commands", "list entries, newest first")
    parser.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    parser.add_argument("--limit", metavar="N", type=_count, help="how many at most (50, with --json all; 0: all)")
    _json(parser)
    parser = _add(commands, "officials", "listing_commands", "list who said how much, over the whole library")
    parser.add_argument(
        QUERY_ARGUMENT,
        nargs="*",
        metavar="QUERY",
        help="words of a name, an office or an organisation; fields of the query language (feed: is: after:) choose "
        "the articles that count; with --json, where at most 20 people answer to it, each with the claims made",
    )
    _json(parser)
    parser = _add(commands, "export", "export_commands", "write entries or subscriptions for other programs")
    parser.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    parser.add_argument("--format", required=True, choices=("markdown", "json", "opml"), help="opml: subscriptions")
    parser.add_argument("--output", metavar="PATH", default="", help="file to write; without: standard output")


def _corpus_commands(commands: _Commands) -> None:
    """Declare what works on loose texts, without a library."""
    parser = _add(commands, "analyze", "corpus_commands", "attributions, officials and credits of loose texts")
    parser.add_argument("file", nargs="*", metavar="FILE", help="texts, or with --jsonl lines; without: standard input")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--jsonl", action="store_true", help='read lines {"id", "text", ...}, write one line for each')
    _json(group)
    parser = _add(commands, "trace-corpus", "corpus_commands", "chain edges and drift over a file of articles")
    parser.add_argument("file", metavar="FILE.jsonl", help='lines {"id", "text", ...}; - for standard input')


def _care_commands(commands: _Commands) -> None:
    """Declare what keeps the installation sound."""
    parser = _add(commands, "config", "care_commands", "print where the settings file is and what holds")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--init", action="store_true", help="write the file, each option explained, if there is none")
    group.add_argument(
        "--check", action="store_true", help="only tell whether it, and outlets.tsv and themes/ beside it, are right"
    )
    parser = _add(commands, "doctor", "care_commands", "tell whether library and installation are sound")
    parser.add_argument("--repair", action="store_true", help="mend what can be mended")


def _one_of(parser: argparse.ArgumentParser, *forms: str) -> None:
    """Declare forms of output of which at most one is chosen; ``form`` is its name, or empty."""
    group = parser.add_mutually_exclusive_group()
    for form in forms:
        group.add_argument(f"--{form}", dest="form", action="store_const", const=form, default="", help=f"as {form}")


def _moment(text: str) -> datetime:
    """Return an ISO date or time as an aware time; what names no zone is in UTC.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text[:SHOWN]!r} is no date such as 2025-12-26 or 2025-12-26T08:30:00Z"
        ) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text[:SHOWN]!r} is not between the years {FIRST_YEAR} and {LAST_YEAR}")
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _count(text: str) -> int:
    """Return a number from 0 up.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"{text[:SHOWN]!r} is not a whole number from 0 up")
    return int(text)
