"""Articles in any number for benchmarks, made from this project's own texts: fillers, reuse of five kinds, rivals.

Sentences come from a first-order Markov chain over the words of the annotated articles and groups; a quarter of the
words is drawn freely, and each text has a cast of invented names of its own, so that runs of five words and most word
pairs stand in one text only, as in real libraries.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.evaluation.groups import read_group
from tests.evaluation.markup import read_annotated

HERE = Path(__file__).resolve().parents[1] / "evaluation"
KINDS = ("copy", "partial", "rewrite", "summary", "quote")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*\d|\d")
_SENTENCE = re.compile(r"[^.!?”]+[.!?]+”?")
_FREE = 0.25
"""Share of words that are drawn without regard to the word before."""
_CAST = 9
"""Invented names of one text."""
_SYLLABLES = re.findall("..?[a-z]", "badelfengarholistkorlummarnesostpelrinstatorulmvaswenyarzol")


@dataclass(frozen=True)
class Reused:
    """A text that was made from another one."""

    kind: str
    source: str
    made: str


def own_texts() -> list[str]:
    """Return the texts of the annotated articles and of all groups."""
    articles = [str(read_annotated(path)["text"]) for path in sorted((HERE / "articles").glob("*.txt"))]
    groups = [read_group(path) for path in sorted((HERE / "groups").glob("*.txt"))]
    return articles + [node["text"] for group in groups for node in group["nodes"] if "text" in node]


def written_reuse() -> list[Reused]:
    """Return the pairs of the annotated groups of which one was made from the other: reuse as people write it."""
    found = []
    for path in sorted((HERE / "groups").glob("*.txt")):
        group = read_group(path)
        texts = {node["id"]: node["text"] for node in group["nodes"] if "text" in node}
        found += [
            Reused(edge["kind"], texts[edge["src"]], texts[edge["dst"]])
            for edge in group["edges"]
            if edge["src"] in texts and edge["dst"] in texts and edge["kind"] in KINDS
        ]
    return found


class TextMaker:
    """Writes articles of some 550 words; the same seed gives the same texts."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._next: dict[str, list[str]] = defaultdict(list)
        self._words: list[str] = []
        for text in own_texts():
            words = [word for word in _WORD.findall(text) if word[0].islower() or word[0].isdigit()]
            self._words += words
            for one, other in pairwise(words):
                self._next[one].append(other)

    def text(self, words: int = 550) -> str:
        """Return an article with a cast of its own."""
        return self._article([self._name() for _ in range(_CAST)], words)

    def rival(self, text: str, words: int = 350) -> str:
        """Return another report of the same event: the names and figures of a text, and nothing else of it."""
        inner = re.findall(r"(?<=[a-z,] )[A-Z][\w’-]+|(?<= )\d[\d,.]*\d", text)
        return self._article(inner or [self._name()], words)

    def _name(self) -> str:
        return "".join(self._rng.choices(_SYLLABLES, k=self._rng.randint(2, 3))).capitalize()

    def _article(self, cast: list[str], words: int) -> str:
        length = self._rng.randint(words // 2, 3 * words // 2)
        paragraphs: list[str] = []
        while length > 0:
            sentences = [self._sentence(cast) for _ in range(self._rng.randint(1, 3))]
            if self._rng.random() < 0.25:
                sentences.append(f"“{self._sentence(cast)}” said {self._rng.choice(cast)}.")
            paragraphs.append(" ".join(sentences))
            length -= len(paragraphs[-1].split())
        return "\n\n".join(paragraphs)

    def _sentence(self, cast: list[str]) -> str:
        rng = self._rng
        word = rng.choice(self._words)
        words = [word]
        for _ in range(rng.randint(8, 28)):
            follows = self._next.get(word)
            word = rng.choice(self._words) if not follows or rng.random() < _FREE else rng.choice(follows)
            words.append(rng.choice(cast) if rng.random() < 0.08 else word)
        return " ".join([words[0].capitalize(), *words[1:]]) + "."

    def reuse(self, kind: str, source: str) -> str:
        """Return a text that takes from another one what its kind takes."""
        rng = self._rng
        sentences = _SENTENCE.findall(source)
        if kind == "copy":
            return self._edited(source, 0.01)
        if kind == "partial":
            size = max(3, len(sentences) // 3)
            at = rng.randrange(max(1, len(sentences) - size))
            return "".join(sentences[at : at + size]).strip()
        if kind == "summary":
            kept = sorted(rng.sample(range(len(sentences)), max(2, len(sentences) // 6)))
            return " ".join(self._edited(sentences[i].strip(), 0.3) for i in kept)
        if kind == "rewrite":
            return " ".join(self._edited(s.strip(), 0.3) for s in rng.sample(sentences, 3 * len(sentences) // 4 or 1))
        quoted = max(re.findall("“[^”]+”", source) or sentences[:1], key=len)
        return f"{self.text(250)}\n\n{quoted} they said."

    def _edited(self, text: str, share: float) -> str:
        """Return a text with a share of its small words put in others' place; names and figures stay."""
        rng = self._rng
        return re.sub(r"\b[a-z]+\b", lambda m: rng.choice(self._words) if rng.random() < share else m.group(), text)

    def near_copies(self, source: str, count: int) -> Iterator[str]:
        """Yield copies of one text as papers print it: cut at the end, a line added, a few words changed."""
        paragraphs = source.split("\n\n")
        for number in range(count):
            kept = paragraphs[: len(paragraphs) - self._rng.randrange(len(paragraphs) // 3 + 1)]
            text = "\n\n".join(kept) if number % 3 else source
            yield self._edited(text, 0.01 * (number % 4))
