"""Articles and candidates -> credits, derivations, chains and drift. Pure; candidates are handed in.

Enters: articles with their analyses. Leaves: ``model.chain`` objects. May not know: network, clock, database, screen.

The way of a document: ``credits`` (which outlets it names) -> ``reuse`` (its fingerprint, for the library's tables, and
how much two texts share) -> ``links`` (which belong together) -> ``story`` (who derives from whom, and the chain around
the open article), with ``drift`` between any two. ``corpus`` does all of it for a file of articles, without a library.

Decisions, and what they rest on (development groups and their pool, 498 documents, 264 related pairs):

* Containment, not Jaccard, over rare word pairs: an abridged copy has a low Jaccard with its source.
* A link is kept only where it carries three quarters of what the best source does. With every link that passed the
  threshold, an agency's news in brief and shared captions joined stories: related pairs had precision .67; now .99.
* Sentences that repeat inside one text count once: a gallery of twelve pictures says the same caption twelve times.
* Names that the supposed source lacks tell an independent report from a rewording better than any share of words, and
  better still the facts that both have, sentence by sentence, and their order (``reuse.account``): a rewording keeps
  it though it keeps no phrase, and rivals tell of one event in orders of their own.
* Who names the outlet of a stored report is held to the bar of a credit, unless the text has many names of its own:
  papers write about each other. A digest is told by where the common matter stands, not by how much it is.
* An agency's copies hang side by side under the absent agency if two carry its credit and are copies of something; a
  lone credit is a citation, unless its copies came out before it or within the hour.
* Copies that come out within ten minutes are siblings of an unknown source; nobody copies so fast.
* Time directs only what nothing else does, and says so; with ``confidence`` that was measured.
"""
