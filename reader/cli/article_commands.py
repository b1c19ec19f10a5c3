"""Commands on single articles: save, show, trace, compare, bookmark."""

import argparse

from reader.cli.export_commands import open_record
from reader.cli.failures import Failure
from reader.cli.output import Paper, print_block, print_json, print_line, say
from reader.cli.session import Interrupt, find_entry, open_session
from reader.model.entry import EntryFilter


def run_save(arguments: argparse.Namespace) -> int:
    """Keep one article without a feed and print its number."""
    from reader.pipeline.saving import save_article

    with open_session(arguments) as services, Interrupt() as interrupt:
        before = services.library.entries.count(EntryFilter())
        number = save_article(
            services,
            arguments.address,
            outlet=arguments.outlet,
            published_at=arguments.date,
            title=arguments.title,
            cancelled=interrupt,
        )
        stored = services.library.entries.get(number)
        kept = "kept" if services.library.entries.count(EntryFilter()) > before else "already kept"
    print_line(str(number))
    if stored is not None:
        say(f"{kept} as entry {number}: {stored.entry.title}" + (f" ({stored.outlet})" if stored.outlet else ""))
        missing = [name for name, has in (("outlet", stored.outlet), ("date", stored.entry.published_at)) if not has]
        if missing:
            found, options = (f" and {word}".join(missing) for word in ("no ", "--"))
            say(f"no {found} found; give --{options}")
    return 0


def run_show(arguments: argparse.Namespace) -> int:
    """Print an article with its claims, officials, credits and chain."""
    from reader.pipeline.enrich import open_entry
    from reader.pipeline.independent import find_independent

    with open_session(arguments) as services:
        opened = open_entry(services, find_entry(services, arguments.entry))
        beside = () if arguments.form else find_independent(services, opened)
    if arguments.form == "json":
        print_json(open_record(opened))
    elif arguments.form == "markdown":
        from reader.export.markdown import citation_markdown

        print_block(
            citation_markdown(opened.article, stored=opened.stored, analysis=opened.analysis, chain=opened.chain)
        )
    else:
        from reader.cli.article_page import article_lines

        for line in article_lines(opened, Paper(), beside):
            print_line(line)
    return 0


def run_trace(arguments: argparse.Namespace) -> int:
    """Print the chain of an entry."""
    from reader.pipeline.enrich import open_entry
    from reader.pipeline.independent import find_independent

    with open_session(arguments) as services:
        opened = open_entry(services, find_entry(services, arguments.entry))
        texts = {opened.chain.focus: opened.article.text}
        for node in opened.chain.nodes if arguments.form == "prov" else ():
            if node.entry_id is not None and (article := services.library.entries.article(node.entry_id)):
                texts[node.key] = article.text
        beside = find_independent(services, opened) if arguments.form not in ("mermaid", "prov") else ()
    chain = opened.chain
    match arguments.form:
        case "json":
            from reader.export.records import chain_record

            print_json(chain_record(chain, beside))
        case "markdown":
            from reader.export.markdown import chain_markdown

            print_block(chain_markdown(chain, beside))
        case "mermaid":
            from reader.export.mermaid import chain_mermaid

            print_block(chain_mermaid(chain))
        case "prov":
            from reader.export.prov import chain_prov

            print_block(chain_prov(chain, texts))
        case _:
            from reader.cli.chain_page import chain_lines

            for line in chain_lines(chain, Paper(), beside):
                print_line(line)
    return 0


def run_compare(arguments: argparse.Namespace) -> int:
    """Print two articles side by side and what changed between them."""
    from reader.pipeline.compare import compare_entries

    with open_session(arguments) as services:
        first, second = (find_entry(services, text) for text in arguments.entry)
        if first == second:
            raise Failure("an entry cannot be compared with itself")
        comparison = compare_entries(services, first, second)
    if arguments.json:
        from reader.export.records import drift_record, entry_record

        print_json(
            {
                "a": entry_record(comparison.a.stored),
                "b": entry_record(comparison.b.stored),
                "aligned": [
                    {"a_span": list(a) if a else None, "b_span": list(b) if b else None} for a, b in comparison.aligned
                ],
                "drift": [
                    {**drift_record(drift), "a_words": drift.a_words, "b_words": drift.b_words}
                    for drift in comparison.drift
                ],
            }
        )
    else:
        from reader.cli.compare_page import comparison_lines

        for line in comparison_lines(comparison, Paper()):
            print_line(line)
    return 0


def run_bookmark(arguments: argparse.Namespace) -> int:
    """Bookmark an entry, or take its bookmark away."""
    with open_session(arguments) as services:
        number = find_entry(services, arguments.entry)
        changed = services.library.entries.set_bookmarked([number], not arguments.remove)
        stored = services.library.entries.get(number)
    title = stored.entry.title if stored else ""
    done = "bookmark removed" if arguments.remove else "bookmarked"
    say(f"{done}: {title}" if changed else f"nothing to do, it was so already: {title}")
    return 0
