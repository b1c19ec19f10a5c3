"""Commands on loose texts, without a library: analyze, trace-corpus."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import Paper, print_json, print_json_line, print_line, say
from reader.cli.session import Interrupt, own_outlets
from reader.lexicon.more_outlets import MoreOutlets
from reader.pipeline.workers import WorkError, Workers
from reader.text.safety import clean_line

if TYPE_CHECKING:
    from reader.pipeline.jobs import Processed
    from reader.pipeline.loose import LooseResult
    from reader.tracing.document import TracedDocument

_STDIN = "-"
_FILE_BYTES = 5_000_000


def run_analyze(arguments: argparse.Namespace) -> int:
    """Print attributions, officials and credits of loose texts; what cannot be read is reported, the others go on."""
    names = arguments.file or [_STDIN]
    if not arguments.file and sys.stdin.isatty():
        say("reading the standard input; ctrl+D ends it")
    outlets = MoreOutlets(own_outlets())
    with closing(Workers()) as workers, Interrupt(at_once=True) as interrupt:
        try:
            if arguments.jsonl:
                failed = sum(_analyze_lines(workers, name, outlets, interrupt) for name in names)
            else:
                found = ((name, _analyze_file(workers, name, outlets, interrupt)) for name in names)
                failed = (_print_records if arguments.json else _print_findings)(found)
        except WorkError:  # stopped
            return 130
    return 1 if failed else 0


def _analyze_lines(workers: Workers, name: str, outlets: MoreOutlets, interrupt: Interrupt) -> int:
    """Write one line for each line of a file; return how many failed."""
    from reader.export.records import analysis_record
    from reader.pipeline.loose import process_lines

    failed = 0
    for result in process_lines(workers, _lines_of(name), outlets, interrupt):
        if result.text is None or result.processed is None:
            failed += 1
        else:
            found = result.processed
            record = analysis_record(str(result.text.id), found.analysis, found.credits)
            print_json_line({**record, "id": result.text.id})
        _report(name, result)
    return failed


def _report(name: str, result: "LooseResult") -> None:
    """Tell what was wrong with a line."""
    for problem in (result.error, *(result.text.remarks if result.text else ())):
        if problem:
            say(f"{_called(name)}: line {result.number}: {problem}")


def _called(name: str) -> str:
    """Return what a message calls a file."""
    return "standard input" if name == _STDIN else clean_line(name, 200)


def _lines_of(name: str) -> Iterator[bytes]:
    """Yield the lines of a file or of the standard input.

    Raises:
        OSError: it cannot be read.
    """
    if name == _STDIN:
        yield from sys.stdin.buffer
        return
    with Path(name).open("rb") as file:
        yield from file


def _print_findings(found: "Iterable[tuple[str, Processed | None]]") -> int:
    """Print what is found in some texts for people to read; return how many could not be read."""
    from reader.cli.article_page import finding_lines

    failed = 0
    paper = Paper()
    for name, read in found:
        if read is None:
            failed += 1
            continue
        print_line(paper.style(_called(name), "bold"))
        for line in finding_lines(read.article, read.analysis, read.credits, paper):
            print_line(line)
    return failed


def _print_records(found: "Iterable[tuple[str, Processed | None]]") -> int:
    """Print a list of what ``--jsonl`` writes, with the text the offsets count in; return how many were not read."""
    from reader.export.records import analysis_record

    read = list(found)
    print_json(
        {**analysis_record(name, one.analysis, one.credits), "text": one.article.text}
        for name, one in read
        if one is not None
    )
    return sum(one is None for _, one in read)


def _analyze_file(workers: Workers, name: str, outlets: MoreOutlets, interrupt: Interrupt) -> "Processed | None":
    """Return what is found in one text; None, and a message, if it cannot be read.

    Raises:
        WorkError: the work was stopped.
    """
    from reader.pipeline.jobs import Given, process_article, read_article_job

    try:
        if name == _STDIN:
            data = sys.stdin.buffer.read(_FILE_BYTES)
        else:
            with Path(name).open("rb") as file:
                data = file.read(_FILE_BYTES)
    except OSError as error:
        say(f"{_called(name)}: {error.strerror}")
        return None
    try:
        article = workers.run(read_article_job, data, name, "", "", Given(), cancelled=interrupt)
        return workers.run(process_article, article, outlets, cancelled=interrupt)
    except WorkError as error:
        if error.reason == "stopped":
            raise
        say(f"{_called(name)}: {error}")
        return None


_Documents = dict[str, tuple[str | int, "TracedDocument"]]
"""Document by key, with the id as it was given."""


def _documents(workers: Workers, name: str, outlets: MoreOutlets, interrupt: Interrupt) -> tuple[_Documents, int]:
    """Return the articles of a file, and how many lines failed.

    Raises:
        WorkError: the work was stopped.
    """
    from reader.pipeline.loose import process_lines
    from reader.tracing.document import TracedDocument

    documents: _Documents = {}
    failed = 0
    for result in process_lines(workers, _lines_of(name), outlets, interrupt):
        _report(name, result)
        if result.text is None or result.processed is None:
            failed += 1
            continue
        key, found = str(result.text.id), result.processed
        if key in documents and documents[key][1].article.text == found.article.text:
            say(f"{_called(name)}: line {result.number}: the article {key!r} stands on an earlier line too")
            continue
        if key in documents or key.startswith("ext:"):
            problem = "stands on an earlier line with another text" if key in documents else "is that of a cited outlet"
            say(f"{_called(name)}: line {result.number}: the id {key!r} {problem}; the line is left out")
            failed += 1
            continue
        document = TracedDocument(key, found.article, found.analysis, found.credits, found.fingerprint)
        documents[key] = (result.text.id, document)
    return documents, failed


def run_trace_corpus(arguments: argparse.Namespace) -> int:
    """Write the edges and the drift among the articles of a file; bad lines are reported, the others go on."""
    from reader.export.records import derivation_record, drift_record
    from reader.tracing.corpus import trace_corpus

    outlets = MoreOutlets(own_outlets())
    try:
        with closing(Workers()) as workers, Interrupt(at_once=True) as interrupt:
            documents, failed = _documents(workers, arguments.file, outlets, interrupt)
    except WorkError:  # stopped
        return 130
    derivations, drift = trace_corpus([document for _, document in documents.values()])
    given = {key: identifier for key, (identifier, _) in documents.items()}
    for edge in derivations:
        record = derivation_record(edge)
        evidence = [{**item, "node": given.get(item["node"], item["node"])} for item in record["evidence"]]
        ends = {"src": given.get(edge.src, edge.src), "dst": given.get(edge.dst, edge.dst)}
        print_json_line({**record, **ends, "evidence": evidence})
    for change in drift:
        print_json_line({**drift_record(change), "a": given[change.a], "b": given[change.b]})
    return 1 if failed else 0
