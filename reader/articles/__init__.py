"""HTML of a page or of a feed -> Article, with paragraphs, roles and metadata. Pure.

Enters: bytes or text. Leaves: ``model.article.Article``. May not know: network, clock, database, screen.
Extractors are imported inside the functions that use them, since those run in a child process.

One door: everything but loose text becomes Markdown first (``extract`` -> ``fragment`` -> ``markdown_writer``) and is
read by ``blocks``; loose text (``plain``) is never changed, only spans are laid over it. Both then pass ``masthead``
(headline, byline, dateline) and ``roles``.

Decisions:

* *HTML -> Markdown.* Compared on 3 KB, 1 MB and hostile fragments: markdownify 18 ms / 0.9 s, RecursionError at 5,000
  open elements, two dependencies; trafilatura's own Markdown drops short fragments, block quotations and the marks in
  code, 5 s for 50,000 inline tags; html2text is GPL; an own walk over lxml's tree 2 ms / 0.4 s, linear, no
  dependency. The walk also reads the tree that trafilatura leaves.
* *trafilatura* finds the article in a page, nothing more: its date finder takes dates out of captions, so that
  metadata is read here (``metadata``), and pages on which its time is not bounded go to ``largest``.
* *Roles* are told by rules of form and place, not by a model: each mark must be explainable, and hiding real text
  costs more than showing a prompt. ``SOURCE_LINE`` takes in bylines and lines of dates.
"""
