"""Links: which documents belong together, by whatever proof, before anybody asks which way it went.

Enters: profiled documents and their credits. Leaves: a table of links (``pairs`` conducts; ``credits``, ``names``,
``quotes`` and ``digests`` each add one kind of proof), and why others are none (``independent``).
"""
