-- One row for each thing handed in. No name, no number and no value of a citizen is in it: what they said is in "sealed" alone.
CREATE TABLE entry (
    seq         INTEGER PRIMARY KEY,  -- the order they were taken in
    id          TEXT NOT NULL UNIQUE, -- the uuid on the wire
    number      TEXT NOT NULL,        -- the short number a person can read out
    corrects    INTEGER NOT NULL,     -- 1: puts an earlier one right, under its number; else 0
    replaces    TEXT,                 -- the uuid of the case that it replaces at the platform
    kind        TEXT NOT NULL,        -- application, certificate, payment, rating
    item        TEXT NOT NULL,        -- for a rating the rated item
    department  TEXT NOT NULL,        -- whose item it is
    large       INTEGER NOT NULL,     -- 1: some of its parts travel by themselves; else 0
    rates       TEXT,                 -- for a rating the uuid that is rated: what must have arrived before
    state       TEXT NOT NULL,        -- EntryState
    digest      TEXT NOT NULL,        -- SM3 of the manifest, as the wire writes it
    body_digest TEXT NOT NULL,        -- SHA-256 of the sealed body, as RFC 9530 writes it
    journal_count INTEGER NOT NULL,   -- the journal before this entered it, as the manifest says: how many entries,
    journal_head  TEXT NOT NULL,      -- and SM3 of its chain up to there, as the wire writes it
    taken_at    INTEGER NOT NULL,     -- this and all times in milliseconds since 1970
    changed_at  INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    next_at     INTEGER,              -- when the courier has something to do for it; null: nothing
    last        TEXT,                 -- how the last attempt ended: a Setback, or the platform's word for why not
    fields      TEXT,                 -- sent back: the fields the platform names
    case_number TEXT,
    accepted_at INTEGER,
    due         TEXT,                 -- the last day of the department's promise
    ledger_seq  INTEGER,              -- the receipt's place among this terminal's
    chain       TEXT,                 -- SM3 of the receipt's signed lines
    previous    TEXT,                 -- that of the receipt before it, as this one says
    receipt     TEXT,                 -- the platform's receipt as it came
    holder      TEXT                  -- HMAC-SM3 of the holder's number under a secret of this terminal, until it has arrived or is given up
) STRICT;
-- The manifest and its inline parts, as they are put, until a receipt for it is here.
CREATE TABLE sealed (
    seq   INTEGER PRIMARY KEY REFERENCES entry (seq),
    bytes BLOB NOT NULL
) STRICT;
-- The parts that travel by themselves, each a file in "parts"; a row goes before its file does.
CREATE TABLE part (
    seq    INTEGER NOT NULL REFERENCES entry (seq),
    number INTEGER NOT NULL,          -- as in the manifest
    file   TEXT NOT NULL,
    length INTEGER NOT NULL,
    digest TEXT NOT NULL,             -- SHA-256 of it, as RFC 9530 writes it
    sent   INTEGER NOT NULL DEFAULT 0,-- so many of its bytes the platform has for sure
    PRIMARY KEY (seq, number)
) STRICT, WITHOUT ROWID;
-- A page more in each taking is dear: what is asked once a day (the last number) or by one citizen (what waits for him) has no index of
-- its own, and is found by going through these two, which every row is in one of: it is all in them.
-- Every row is in one of these two: what the courier has something to do for, and what it has not.
-- The courier's choice: department by department, small before large, never tried or tried before, whichever is due first.
CREATE INDEX entry_due ON entry (department, large, attempts > 0, next_at, holder, number) WHERE next_at IS NOT NULL;
CREATE INDEX entry_rest ON entry (state, changed_at, next_at, holder, number) WHERE next_at IS NULL;
CREATE INDEX entry_rates ON entry (rates) WHERE rates IS NOT NULL;
CREATE INDEX entry_replaces ON entry (replaces) WHERE replaces IS NOT NULL;
CREATE TRIGGER entry_forgets AFTER UPDATE OF state ON entry
    WHEN new.holder IS NOT NULL AND new.state IN ('DELIVERED', 'GIVEN_UP')
    BEGIN UPDATE entry SET holder = NULL WHERE seq = new.seq; END;
CREATE INDEX entry_ledger ON entry (ledger_seq) WHERE ledger_seq IS NOT NULL;
-- What is kept for good of what was delivered long ago.
CREATE TABLE kept (
    id         TEXT PRIMARY KEY,
    digest     TEXT NOT NULL,
    receipt    TEXT NOT NULL,
    ledger_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- What happened, by event id and figures of closed lists: a chain, see JournalHead.
CREATE TABLE journal (
    seq     INTEGER PRIMARY KEY,      -- the entry's number in the chain: one more than the one before it
    at      INTEGER NOT NULL,
    event   INTEGER NOT NULL,
    figures TEXT NOT NULL,
    hash    BLOB NOT NULL             -- SM3 of the chain up to here
) STRICT;
-- Where the journal begins, one row at most: what is before it was let go. Without it nothing was.
CREATE TABLE checkpoint (
    count INTEGER PRIMARY KEY,        -- so many entries were let go
    hash  BLOB NOT NULL               -- SM3 of the chain up to there
) STRICT;
-- Where the numbers of a day leapt to another range, one row at most: the platform had more of this terminal than is here.
CREATE TABLE leap (
    at INTEGER PRIMARY KEY            -- since when
) STRICT;
-- What was sent to a printer: written before it goes there, told to the platform afterwards. No personal data is in it.
CREATE TABLE print (
    seq        INTEGER PRIMARY KEY,  -- the order they were begun in, whatever the clock says
    attempt    TEXT NOT NULL UNIQUE, -- a uuid
    submission TEXT NOT NULL,        -- the uuid on the wire
    paper      TEXT NOT NULL,        -- PrintLedger.Paper
    outcome    TEXT,                 -- PrintLedger.Outcome; null: at the printer
    began_at   INTEGER NOT NULL,
    next_at    INTEGER               -- when the platform is to be told; null: nothing to tell
) STRICT;
CREATE INDEX print_of ON print (submission);
CREATE INDEX print_due ON print (next_at) WHERE next_at IS NOT NULL;
PRAGMA user_version = 4;
