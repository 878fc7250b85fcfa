CREATE TABLE IF NOT EXISTS terminal (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('enrolled', 'revoked')),
  ledger_seq INTEGER NOT NULL,
  head TEXT NOT NULL,
  enrolled_at TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS terminal_key (
  terminal TEXT NOT NULL REFERENCES terminal (id),
  id TEXT NOT NULL,
  public_key TEXT NOT NULL,
  seq INTEGER NOT NULL,
  revoked INTEGER NOT NULL,
  PRIMARY KEY (terminal, id)
) STRICT;

CREATE TABLE IF NOT EXISTS certificate (
  seq INTEGER PRIMARY KEY,
  serial TEXT NOT NULL UNIQUE,
  terminal TEXT NOT NULL REFERENCES terminal (id),
  shown INTEGER NOT NULL,
  revoked INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS certificate_of ON certificate (terminal, seq);

CREATE TABLE IF NOT EXISTS enrolment (
  token_digest TEXT NOT NULL,
  terminal TEXT NOT NULL,
  asked TEXT,
  answer BLOB,
  PRIMARY KEY (token_digest, terminal)
) STRICT;

CREATE TABLE IF NOT EXISTS ledger (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  terminal TEXT NOT NULL REFERENCES terminal (id),
  digest TEXT NOT NULL,
  number TEXT NOT NULL,
  item TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('application', 'certificate', 'payment', 'rating')),
  replaces TEXT UNIQUE REFERENCES ledger (id),
  terminal_seq INTEGER NOT NULL,
  case_number TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  receipt BLOB NOT NULL,
  UNIQUE (terminal, terminal_seq)
) STRICT;

CREATE TABLE IF NOT EXISTS matter (
  id TEXT PRIMARY KEY REFERENCES ledger (id),
  holder TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('accepted', 'processing', 'issued', 'collected', 'completed', 'rejected', 'returned')),
  submission BLOB NOT NULL,
  problems BLOB,
  issued_at TEXT,
  verification_code TEXT UNIQUE,
  pages INTEGER,
  document BLOB,
  document_digest TEXT,
  collected_at TEXT,
  reason_zh TEXT,
  reason_en TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS matter_by_holder ON matter (holder, state);

CREATE TABLE IF NOT EXISTS relay (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE REFERENCES ledger (id),
  tries INTEGER NOT NULL,
  taken_until INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS page (
  id TEXT NOT NULL REFERENCES ledger (id),
  material TEXT NOT NULL,
  page INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (id, material, page)
) STRICT;

CREATE TABLE IF NOT EXISTS part (
  terminal TEXT NOT NULL,
  id TEXT NOT NULL,
  n INTEGER NOT NULL,
  repr_digest TEXT NOT NULL,
  received INTEGER NOT NULL,
  whole INTEGER NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (terminal, id, n)
) STRICT;

CREATE TABLE IF NOT EXISTS piece (
  terminal TEXT NOT NULL,
  id TEXT NOT NULL,
  n INTEGER NOT NULL,
  position INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (terminal, id, n, position)
) STRICT;

CREATE TABLE IF NOT EXISTS rating (
  rated TEXT PRIMARY KEY REFERENCES ledger (id),
  id TEXT NOT NULL UNIQUE REFERENCES ledger (id),
  stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5)
) STRICT;

CREATE TABLE IF NOT EXISTS orders (
  id TEXT PRIMARY KEY,
  terminal TEXT NOT NULL,
  number TEXT UNIQUE,
  item TEXT,
  amount_fen INTEGER,
  state TEXT NOT NULL CHECK (state IN ('open', 'paid', 'settled', 'cancelled', 'refunded')),
  expires INTEGER,
  settle_by INTEGER,
  CHECK (number IS NOT NULL OR state = 'cancelled')
) STRICT;

CREATE INDEX IF NOT EXISTS orders_pending ON orders (id) WHERE state IN ('open', 'paid');

CREATE TABLE IF NOT EXISTS money (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES orders (id),
  movement TEXT NOT NULL CHECK (movement IN ('payment', 'settlement', 'refund')),
  amount_fen INTEGER NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (id, movement)
) STRICT;

CREATE TABLE IF NOT EXISTS quarantine (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  terminal TEXT NOT NULL,
  digest TEXT NOT NULL,
  reason TEXT NOT NULL,
  body BLOB NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (terminal, id, digest)
) STRICT;

CREATE TABLE IF NOT EXISTS print (
  attempt TEXT PRIMARY KEY,
  id TEXT NOT NULL REFERENCES ledger (id),
  terminal TEXT NOT NULL,
  paper TEXT NOT NULL CHECK (paper IN ('document', 'receipt')),
  outcome TEXT NOT NULL CHECK (outcome IN ('out', 'perhaps', 'not-out')),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS print_of ON print (id, paper);

CREATE TABLE IF NOT EXISTS shown (
  terminal TEXT NOT NULL,
  id TEXT NOT NULL REFERENCES ledger (id),
  PRIMARY KEY (terminal, id)
) STRICT;

CREATE TABLE IF NOT EXISTS pass (
  word_digest TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('session', 'code')),
  number TEXT NOT NULL,
  terminal TEXT NOT NULL,
  expires INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS pass_by_terminal ON pass (kind, terminal, expires);

CREATE TABLE IF NOT EXISTS sequence (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;
