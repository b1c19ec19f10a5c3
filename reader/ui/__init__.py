"""The only room with Textual in it.

Enters: a Library and pipeline functions. Leaves: a screen. Foreign text enters a widget only through ``content``.

Decisions, each with what was measured or weighed:

* **Commands are data.** ``bindings`` holds each command once (id, keys, words, what it needs); bindings, keymap check,
  hints, help and palette are made from it, and every screen runs a command by its id. Screens have no pile of
  ``action_*`` methods, and a test sends every key of both presets.
* **Keys are named as they are.** What our own words say of keys (``{article.why} or {screen.close} closes``) is filled
  in by ``keys`` from those in use, so that help, hints and dialogs hold under every preset and after every remapping.
* **One list, drawn line by line** (``widgets/row_list``), instead of Textual's OptionList, Tree and ListView: at
  100,000 rows those take 3.5, 0.7 and far more seconds to the first frame and up to 114 MB; this one draws only what
  is on the screen, over a snapshot of ids (800 kB) and pages of 64 summaries. It takes no markup, so a headline
  cannot be read as one.
* **The article is wrapped here** (``widgets/article_layout``), not by a widget per paragraph: an offset leads to its
  line at once, which claims, credits, search, clicks and copying all need.
* **The desk and its crew** (``screens/reading``): the desk holds the panes and knows nobody; one collaborator a concern
  (listing, opening, marking, refreshing ...) knows the desk; the screen only hands keys and messages on.
* **Threads read and write, messages carry the answers.** Each answer holds the filter or ticket it was asked for and is
  dropped if that is no longer wanted. Read marks and bookmarks go through one queue, in order, at once.
* **The first frame needs little**: it is drawn from one query for a screenful. All ids, numbers, stories and the side
  lists come after it; palette, dialogs, prompt and the pipeline's engine are loaded when first used.
* **Not by colour alone**: direct quotations are underlined, indirect claims italic, officials bold; the current claim
  and credits have a mark in the margin. NO_COLOR is Textual's own filter.
"""
