"""The tables of the library as one text, its numbered forward migrations (run by ``opening``).

``user_version`` of the file is the number of its schema, ``application_id`` says that it is ours.
"""

from collections.abc import Mapping

APPLICATION_ID = 0x4E525331
"""``NRS1``: marks the file as a library of this program."""

VERSION = 5
"""Number of the schema below."""

REUSE_INDEX = """
-- The reuse index: which entries hold a rare term, a run of words, a quotation (see ``reuse_index``).
CREATE TABLE indexed (doc INTEGER PRIMARY KEY REFERENCES entries(id) ON DELETE CASCADE);
CREATE TABLE unmerged (doc INTEGER PRIMARY KEY, postings BLOB NOT NULL); -- not yet in the next
CREATE VIRTUAL TABLE reuse USING fts5(postings, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
CREATE TABLE df (term INTEGER PRIMARY KEY, n INTEGER NOT NULL);
CREATE TABLE uncounted (doc INTEGER PRIMARY KEY, terms BLOB NOT NULL);   -- not yet added to df
CREATE TABLE reuse_state (
    counted INTEGER NOT NULL,                -- entries whose terms are in df
    below INTEGER NOT NULL                   -- entries under this number are to be indexed anew
);
"""
"""Tables of the reuse index; all in them can be computed from the articles again."""

EMPTY_INDEX = "INSERT INTO reuse_state VALUES (0, coalesce((SELECT max(id) + 1 FROM entries), 0));"
"""Says of an index that was just made that all entries are still to be indexed."""

PEOPLE_TABLE = """
-- Who is listed, the names of one person joined (see ``people_list``); all in it is computed from the two tables above.
CREATE TABLE people (
    name_key TEXT PRIMARY KEY,
    surname TEXT NOT NULL,                   -- what all spellings of the name share
    rank INTEGER,                            -- 1: a name, 2: a common noun; NULL: not listed, or counted to another
    sure INTEGER NOT NULL,                   -- listed even if an outlet has the name
    full_name TEXT NOT NULL,
    office TEXT NOT NULL,
    organisation TEXT NOT NULL,
    claims INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    other_offices TEXT NOT NULL,             -- what other articles say instead (JSON)
    country TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX people_surname ON people(surname);
"""
"""The list of people; see ``PEOPLE``."""

PEOPLE = f"""{PEOPLE_TABLE}
-- Names that are not yet brought up to date in people.
CREATE TABLE changed_names (name_key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER attribution_came AFTER INSERT ON attributions WHEN new.speaker_key <> ''
BEGIN INSERT OR IGNORE INTO changed_names VALUES (new.speaker_key); END;
CREATE TRIGGER attribution_went AFTER DELETE ON attributions WHEN old.speaker_key <> ''
BEGIN INSERT OR IGNORE INTO changed_names VALUES (old.speaker_key); END;
CREATE TRIGGER official_came AFTER INSERT ON officials WHEN new.name_key <> ''
BEGIN INSERT OR IGNORE INTO changed_names VALUES (new.name_key); END;
CREATE TRIGGER official_went AFTER DELETE ON officials WHEN old.name_key <> ''
BEGIN INSERT OR IGNORE INTO changed_names VALUES (old.name_key); END;
CREATE TRIGGER entry_dated AFTER UPDATE OF dated_at ON entries WHEN new.dated_at <> old.dated_at
BEGIN
    INSERT OR IGNORE INTO changed_names
    SELECT speaker_key FROM attributions WHERE entry_id = new.id AND speaker_key <> ''
    UNION SELECT name_key FROM officials WHERE entry_id = new.id AND name_key <> '';
END;
"""
"""Tables of the list of people, and what tells them that names came or went."""

ALL_NAMES = """
INSERT OR IGNORE INTO changed_names
SELECT speaker_key FROM attributions WHERE speaker_key <> '' UNION SELECT name_key FROM officials WHERE name_key <> '';
"""
"""Says that the list of people is to be made anew."""

MIGRATIONS: Mapping[int, str] = {
    1: f"DROP TABLE rare; DROP TABLE shingle; DROP TABLE quote; DROP TABLE df; DROP TABLE uncounted; "
    f"DROP TABLE indexed; {REUSE_INDEX} {EMPTY_INDEX}",
    2: f"{PEOPLE} {ALL_NAMES}",
    3: f"ALTER TABLE feeds ADD COLUMN remarks TEXT NOT NULL DEFAULT ''; DROP TABLE people; {PEOPLE_TABLE} {ALL_NAMES}",
    4: f"ALTER TABLE officials ADD COLUMN country TEXT NOT NULL DEFAULT ''; DROP TABLE people; {PEOPLE_TABLE} "
    f"{ALL_NAMES}",
}
"""SQL that takes a library from the schema of that number to the next one."""

SCHEMA = f"""
-- Subscriptions. A removed one keeps its row and its entries, so that it can come back.
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    own_title TEXT NOT NULL DEFAULT '',      -- the user's
    feed_title TEXT NOT NULL DEFAULT '',     -- the feed's
    site_url TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    full_text INTEGER NOT NULL DEFAULT 0,
    allow_private INTEGER NOT NULL DEFAULT 0,
    added_at INTEGER NOT NULL,
    removed_at INTEGER,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    checked_at INTEGER,
    changed_at INTEGER,
    due_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    gone INTEGER NOT NULL DEFAULT 0,
    remarks TEXT NOT NULL DEFAULT ''         -- faults that were passed over at the last reading, a line each
);

-- One narrow row for each entry: all that lists need. Numbers are never used twice, and grow with time.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER REFERENCES feeds(id),    -- NULL: an article kept without a feed
    guid TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    author TEXT NOT NULL,
    outlet TEXT NOT NULL,
    published_at INTEGER,
    updated_at INTEGER,
    received_at INTEGER NOT NULL,
    dated_at INTEGER NOT NULL,               -- for order: published, but never later than received
    read INTEGER NOT NULL DEFAULT 0,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    hidden INTEGER NOT NULL DEFAULT 0,       -- its feed is removed and it has no bookmark
    note TEXT NOT NULL DEFAULT '',
    text_origin TEXT NOT NULL DEFAULT 'feed',
    claims INTEGER,                          -- number of attributions; NULL: not yet analysed
    traced INTEGER NOT NULL DEFAULT 0,
    via TEXT NOT NULL DEFAULT '',            -- outlet of its main parent in the chain
    more INTEGER NOT NULL DEFAULT 0,         -- further outlets above that one
    origins INTEGER NOT NULL DEFAULT 0,      -- independent ones, itself if none is above; 0: unknown
    whole_digest BLOB NOT NULL,              -- of everything the feed says
    text_digest BLOB NOT NULL                -- of what analysis and tracing read
);
CREATE UNIQUE INDEX entries_identity ON entries(feed_id, guid);
CREATE UNIQUE INDEX entries_saved_identity ON entries(guid) WHERE feed_id IS NULL;
CREATE INDEX entries_newest ON entries(hidden, dated_at, id, feed_id, read, bookmarked, traced, origins);
CREATE INDEX entries_of_feed ON entries(feed_id, hidden, dated_at, id, read);
CREATE INDEX entries_url ON entries(url) WHERE url <> '';
CREATE INDEX entries_noted ON entries(id) WHERE note <> '';
CREATE INDEX entries_bookmarked ON entries(dated_at, id) WHERE bookmarked = 1;
CREATE INDEX entries_unread ON entries(dated_at, id) WHERE read = 0 AND hidden = 0;
CREATE INDEX entries_unprocessed ON entries(dated_at, id) WHERE claims IS NULL;
CREATE INDEX entries_untraced ON entries(dated_at, id) WHERE traced = 0 AND claims IS NOT NULL;
CREATE INDEX entries_outlet ON entries(outlet COLLATE NOCASE, dated_at);

CREATE TABLE entry_parts (                   -- what the feed sent: HTML, its plain text, the rest; compressed
    id INTEGER PRIMARY KEY REFERENCES entries(id) ON DELETE CASCADE,
    parts BLOB NOT NULL
);
CREATE TABLE articles (                      -- text and structure of the article, compressed
    id INTEGER PRIMARY KEY REFERENCES entries(id) ON DELETE CASCADE,
    parts BLOB NOT NULL
);
CREATE TABLE tags (
    tag TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES entries(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,                  -- order in which the user gave them
    PRIMARY KEY (tag, entry_id)
) WITHOUT ROWID;
CREATE INDEX tags_of_entry ON tags(entry_id, place);

-- The search index reads its words through this view and keeps none of them itself ("external content").
-- plain_text() is ours: the text in compressed parts. The prefix index answers two letters typed in 4 ms instead of
-- 106 (100,000 entries of 3 kB) and adds 84 MiB to 427.
CREATE VIEW search_source AS
    SELECT entries.id AS id, title, plain_text(coalesce(articles.parts, entry_parts.parts)) AS text, author, outlet
    FROM entries LEFT JOIN entry_parts USING (id) LEFT JOIN articles USING (id);
CREATE VIRTUAL TABLE search USING fts5(
    title, text, author, outlet,
    content = 'search_source', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2'
);

CREATE TABLE attributions (
    entry_id INTEGER NOT NULL REFERENCES entries(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    parent INTEGER,
    speaker TEXT,
    speaker_key TEXT,                        -- folded; speaker_last: its last word (surname)
    speaker_last TEXT,
    rule TEXT NOT NULL,
    spans TEXT NOT NULL,                     -- JSON [content, cue, source or null], characters of the text
    PRIMARY KEY (entry_id, place)
) WITHOUT ROWID;
CREATE INDEX attributions_speaker ON attributions(speaker_key, entry_id, speaker) WHERE speaker_key IS NOT NULL;
CREATE INDEX attributions_last ON attributions(speaker_last, entry_id) WHERE speaker_last IS NOT NULL;

CREATE TABLE officials (
    entry_id INTEGER NOT NULL REFERENCES entries(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    collective INTEGER NOT NULL DEFAULT 0,
    full_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    name_last TEXT NOT NULL,
    office TEXT NOT NULL DEFAULT '',
    organisation TEXT NOT NULL DEFAULT '',
    spans TEXT NOT NULL,                     -- JSON [name, office, organisation, mentions, country]; null: not stated
    country TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (entry_id, collective, place)
) WITHOUT ROWID;
CREATE INDEX officials_name ON officials(name_key, entry_id);
CREATE INDEX officials_last ON officials(name_last);
{PEOPLE}
CREATE TABLE credits (
    entry_id INTEGER NOT NULL REFERENCES entries(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    outlet_key TEXT NOT NULL,
    relation TEXT NOT NULL,
    stands_in TEXT NOT NULL,                 -- Credit.where
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    rule TEXT NOT NULL,
    generic INTEGER NOT NULL,
    via INTEGER,
    PRIMARY KEY (entry_id, place)
) WITHOUT ROWID;
CREATE INDEX credits_outlet ON credits(outlet_key, entry_id);

-- Edges of chains. Keys are entry numbers as text or ext:<outlet>:<story>.
CREATE TABLE derivations (
    dst TEXT NOT NULL,
    src TEXT NOT NULL,
    owner INTEGER NOT NULL REFERENCES entries(id) ON DELETE CASCADE,   -- the entry whose tracing found it
    kind TEXT NOT NULL,
    confidence REAL NOT NULL,
    basis TEXT NOT NULL,
    main INTEGER NOT NULL,
    sibling INTEGER NOT NULL,
    delay INTEGER,                           -- microseconds
    evidence BLOB NOT NULL,
    PRIMARY KEY (dst, src, owner)            -- two entries may rest on one edge between sources not stored
) WITHOUT ROWID;
CREATE INDEX derivations_src ON derivations(src, dst);
CREATE INDEX derivations_owner ON derivations(owner);
CREATE TABLE nodes (                         -- what is known of sources that are not stored
    key TEXT PRIMARY KEY,
    outlet TEXT NOT NULL,
    outlet_key TEXT NOT NULL,
    headline TEXT NOT NULL,
    published_at INTEGER,
    generic INTEGER NOT NULL,
    what TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX nodes_outlet ON nodes(outlet_key);
CREATE TABLE upstream (                      -- all outlets above an entry in its chain
    outlet_key TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES entries(id) ON DELETE CASCADE,
    PRIMARY KEY (outlet_key, entry_id)
) WITHOUT ROWID;
CREATE INDEX upstream_of_entry ON upstream(entry_id);

{REUSE_INDEX}
{EMPTY_INDEX}

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
