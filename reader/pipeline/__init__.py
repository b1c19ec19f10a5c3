"""The joins: fetch -> parse -> keep -> analyse -> trace. The command line and the screen call the same functions.

Enters: a Library, a fetcher, a clock. Leaves: model objects and progress. May not know: Textual, SQL.
"""
