"""Credits of real pages whose outlets no list knows: ``python -m tests.evaluation.unknown_outlets``.

Every outlet of the lexicon is given an invented name of like form, the same on a whole page, in memory only: words that
say what an outlet is stay («Times», «Daily»), others are replaced by invented ones with as many capitals. What remains
to recognise it by is what an outlet has that the program never heard of: its form and the words around it.
"""

import json
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from reader.lexicon.outlets import OutletLexicon, fold, known_outlets, name_key
from reader.model.chain import Outlet
from reader.tracing.credits.mentions import Mention
from reader.tracing.credits.outlet_forms import words_of
from reader.tracing.credits.outlet_names import find_names
from tests.evaluation import measures
from tests.evaluation.markup import Record
from tests.evaluation.offsets import joined_pages

_SYLLABLES = ("bren", "dal", "fel", "gor", "hul", "ken", "lor", "mar", "nor", "pel", "rud", "sev", "tor", "ves", "wal")
_ENDS = ("by", "den", "don", "ford", "ham", "ick", "ley", "mere", "sted", "ton", "wick", "worth", "bridge")
_NOUNS = ("Argus", "Clarion", "Bugle", "Sentinel", "Lantern", "Beacon", "Herald", "Courier", "Packet", "Gleaner")
_PART = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ]+|\d+|\w+")
_WORD = re.compile(r"\w+(?:\.\w+)*\.?")
_END = re.compile(r"(?:\.(?:co|com))?\.[a-z]{2,}$", re.IGNORECASE)
"""The top-level domain of a host."""
_SMALL = frozenset({"of", "the", "and", "de", "la", "le", "du", "der", "die", "das", "für", "am", "for", "in", "on"})


class Renaming:
    """Invented names for the outlets of the lexicon, as a page calls them."""

    def __init__(self, lexicon: OutletLexicon) -> None:
        self.lexicon = lexicon
        self.called: dict[str, str] = {}
        """Folded name, invented or real -> the invented name of its outlet."""

    def title(self, outlet: Outlet) -> str:
        """Return the invented name of an outlet."""
        new = self.name(outlet.name, outlet)
        for name in (outlet.name, new):
            self.called[name_key(name)] = new
        return new

    def name(self, written: str, outlet: Outlet) -> str:
        """Return the invented form of one way to write an outlet's name."""
        if "." in written and " " not in written and written != outlet.name and self.lexicon.by_host(written):
            return self.host(outlet, written)
        new = _WORD.sub(lambda m: self._word(m.group()), written)
        if fold(new) == fold(written) and not fold(outlet.name).endswith(fold(written)[-5:]):
            return new
        for noun in _NOUNS:
            if self.lexicon.find(new) is None or (fold(new) == fold(written) and written != outlet.name):
                break
            new = re.sub(r"\w+$", noun, new)
        return new

    def host(self, outlet: Outlet, written: str) -> str:
        """Return a host for an outlet: its invented name, and the end of the real one."""
        core = name_key(_END.sub("", self.name(outlet.name, outlet)))
        end = _END.search(written)
        return core + (end[0] if end else ".com")

    def text(self, text: str) -> str:
        """Return a text with every name and host of a known outlet replaced."""
        pieces, at = [], 0
        for mention in find_names(text, self.lexicon):
            if mention.outlet is None or mention.span.start < at or self._is_programme(mention, text):
                continue
            written = mention.span.of(text)
            new = self.name(written, mention.outlet)
            self.called[name_key(new)] = self.title(mention.outlet)
            pieces += [text[at : mention.span.start], new]
            at = mention.span.end
        return "".join((*pieces, text[at:]))

    def value(self, value: str) -> str:
        """Return a value of a page's metadata, with its own host replaced if it is an address."""
        match = re.match(r"(https?://)?((?:[\w-]+\.)+\w+)(?=[/:?#]|$)", value)
        outlet = self.lexicon.by_host(match[2]) if match else None
        if match is None or outlet is None:
            return self.text(value)
        return f"{match[1] or ''}{self.host(outlet, match[2])}{value[match.end() :]}"

    def page(self, record: Record) -> Record:
        """Return a page with its gold in invented names; spans are left out."""
        meta = {
            k: [self.value(v) for v in ([v] if isinstance(v, str) else v)]
            for k, v in (record.get("meta") or {}).items()
        }
        parts = {key: self.text(record.get(key) or "") for key in ("text", "title", "byline")}
        places = {key: self.value(record.get(key) or "") for key in ("outlet", "url")}
        credits = [{**c, "outlet": self.gold(c["outlet"]), "evidence": []} for c in record["credits"]]
        return {"id": record["id"], **parts, **places, "meta": meta, "credits": credits}

    def gold(self, name: str) -> str:
        """Return the invented name of a credited outlet, its own if the lexicon does not know it."""
        outlet = self.lexicon.find(name)
        return self.title(outlet) if outlet else name

    def _is_programme(self, mention: Mention, text: str) -> bool:
        """Tell whether an outlet stands here by a programme, which keeps its name."""
        return self.lexicon.find(mention.span.of(text)) is None

    def _word(self, word: str) -> str:
        if fold(word) in words_of("noun weak head head-adjective journal kind descriptor") or word in _SMALL:
            return word
        return _PART.sub(lambda m: _invented(m.group()), word)


def _invented(part: str) -> str:
    """Return an invented part of a word, with its capitals."""
    number = sum(ord(c) * (i + 7) for i, c in enumerate(part.casefold()))
    if part.isdigit():
        return part
    if fold(part) in words_of("noun weak") and not part.islower():
        return part
    if part.isupper() and len(part) <= 5:
        return "".join(chr(65 + (ord(c) + 7 + i) % 26) if c.isascii() else c for i, c in enumerate(part))
    new = _SYLLABLES[number % len(_SYLLABLES)] + _ENDS[number // 3 % len(_ENDS)]
    return new.upper() if part.isupper() else new.capitalize() if part[0].isupper() else new


def renamed_figures(records: Sequence[Record], folder: Path) -> measures.Figures:
    """Return the figures on credits of pages whose outlets have invented names; ``folder`` takes the files between."""
    renaming = Renaming(known_outlets())
    gold = folder / "renamed.jsonl"
    gold.write_text("".join(json.dumps(renaming.page(record)) + "\n" for record in records), encoding="utf-8")
    return measures.credit_figures(gold, folder, renaming.called)


def main() -> None:
    """Print the figures of the development pages and of the real pages labelled here, by halves."""
    shared = Path(os.environ["NEWSREADER_SHARED"])
    development = (shared / "tracing_eval" / "credit_dev.jsonl").read_text(encoding="utf-8").splitlines()
    sets = {"credit_dev": [json.loads(line) for line in development], measures.PAGES: joined_pages(shared)}
    with tempfile.TemporaryDirectory() as name:
        for data, records in sets.items():
            for half, part in (("odd half", slice(0, None, 2)), ("even half", slice(1, None, 2))):
                print(f"{data}, {half}: {renamed_figures(records[part], Path(name))}")


if __name__ == "__main__":
    main()
