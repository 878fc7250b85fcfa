-- What is kept of the devices: no word of a citizen. Times are in milliseconds since 1970, words are names of closed lists.
CREATE TABLE tally (
    device TEXT NOT NULL,
    what   TEXT NOT NULL,
    count  INTEGER NOT NULL,
    PRIMARY KEY (device, what)
) STRICT, WITHOUT ROWID;
-- A row for each device and hour in which it worked.
CREATE TABLE hour (
    device   TEXT NOT NULL,
    begin    INTEGER NOT NULL,
    works    INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    slowest  INTEGER NOT NULL, -- milliseconds
    steps    TEXT NOT NULL,    -- how long it took: step:count, separated by spaces
    PRIMARY KEY (device, begin)
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
    seq    INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    device TEXT NOT NULL,
    state  TEXT NOT NULL,
    cause  TEXT,
    code   TEXT
) STRICT;
-- When a printer's paper became low, was out, or was refilled.
CREATE TABLE mark (
    seq    INTEGER PRIMARY KEY,
    device TEXT NOT NULL,
    used   INTEGER NOT NULL,
    level  TEXT NOT NULL
) STRICT;
CREATE TABLE test (
    seq        INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    subject    TEXT NOT NULL,
    verdict    TEXT NOT NULL,
    technician TEXT NOT NULL,
    figures    TEXT NOT NULL -- word:number, separated by spaces
) STRICT;
PRAGMA user_version = 1;
