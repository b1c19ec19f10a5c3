"""The joins: fetch -> parse -> keep -> analyse -> trace. The command line and the screen call the same functions.

Enters: a Library, a fetcher, children, a clock, the settings (``services``). Leaves: model objects and progress.
May not know: Textual, SQL.

Decisions, and where their reasons and figures stand: foreign bytes are read in limited child processes of our own
(``workers``); what comes back from a child is not trusted either (``channel``); a fetch can be given up at once
(``asking``); validators are kept only with the entries of a parsed body (``fetching``); entries are linked in batches,
as whole stories (``link``). Feeds are fetched by threads and not by asyncio: SQLite and the children block anyway, and
with 32 threads 500 feeds of 20 entries and 0.2 s latency are read and kept in 16 s, 4 s if none has changed (2 cores
under a load of 3, 150 MB at the peak): the time goes into parsing and keeping, not into waiting.
"""
