/**
 * The tables of `asterism.sqlite` (decisions.md, part 6). What is stored stays for ever: once released, a change adds a
 * step to `upgrades` and so raises SCHEMA_VERSION. Left out: how the tables are used (sqlite-log.ts, sqlite-directory.ts).
 */
/** Entry k lifts a database from version k to k + 1. */
export const upgrades: readonly string[] = [
  `
  -- the log's short number of a workspace
  CREATE TABLE space (id INTEGER PRIMARY KEY, workspace TEXT NOT NULL UNIQUE);

  CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    space INTEGER NOT NULL REFERENCES space (id),
    -- the newest row; rows are numbered from 1 without holes
    seq INTEGER NOT NULL,
    -- bytes of the snapshot and the rows after it
    bytes INTEGER NOT NULL,
    -- the row up to which the snapshot reaches, 0 without one
    snapshot_upto INTEGER NOT NULL DEFAULT 0,
    -- where its newest change stands in the workspace's feed; null until the first row. Without an index, because every
    -- commit changes it (sqlite-feed.ts)
    position INTEGER,
    -- the receipt time of the newest row
    changed_at INTEGER,
    -- what stands for it on devices that do not have it
    card BLOB,
    -- after a restore: the newest row the backup held; null otherwise
    recovering_since INTEGER
  );

  CREATE TABLE row (
    doc INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    device INTEGER NOT NULL,
    n INTEGER,
    at INTEGER NOT NULL,
    note BLOB NOT NULL,
    bytes BLOB NOT NULL,
    recovered_by INTEGER,
    PRIMARY KEY (doc, seq)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX row_push ON row (device, n) WHERE n IS NOT NULL;

  CREATE TABLE author (
    doc INTEGER NOT NULL,
    client INTEGER NOT NULL,
    device INTEGER NOT NULL,
    -- 0: the device opened the document under this id and has not written yet
    next INTEGER NOT NULL,
    -- when it did, ms; counts only while next is 0
    bound_at INTEGER,
    PRIMARY KEY (doc, client)
  ) WITHOUT ROWID;

  -- after a restore: whose authors are still waited for (relay/authors.ts, Restored); empty otherwise
  CREATE TABLE restored_author (
    doc INTEGER NOT NULL,
    client INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (doc, client)
  ) WITHOUT ROWID;

  CREATE TABLE snapshot (
    doc INTEGER PRIMARY KEY,
    upto INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );

  -- retired rows first..upto; heads and bodies as pack.ts writes them
  CREATE TABLE pack (
    doc INTEGER NOT NULL,
    upto INTEGER NOT NULL,
    first INTEGER NOT NULL,
    newest_at INTEGER NOT NULL,
    heads BLOB NOT NULL,
    bodies BLOB NOT NULL,
    PRIMARY KEY (doc, upto)
  );

  CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

  CREATE TABLE workspace (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    at INTEGER NOT NULL
  );

  CREATE TABLE member (
    id TEXT PRIMARY KEY,
    workspace TEXT NOT NULL REFERENCES workspace (id),
    name TEXT NOT NULL,
    access TEXT NOT NULL,
    -- outsourced: receives only what was granted; guests always are
    outside INTEGER NOT NULL DEFAULT 0,
    -- what they are there for: a JSON list of ids (lib/access.ts)
    functions TEXT NOT NULL DEFAULT '[]',
    -- raised with every change of what they may do, their grants and devices included
    access_version INTEGER NOT NULL DEFAULT 1,
    revoked INTEGER NOT NULL DEFAULT 0,
    invited_by TEXT,
    -- the link a guest came by, with which they go
    guest_of TEXT,
    at INTEGER NOT NULL
  );
  CREATE INDEX member_workspace ON member (workspace);

  -- the newest word on a member's right on a topic; ended ones stay, because the feed tells of their end
  CREATE TABLE member_grant (
    member TEXT NOT NULL REFERENCES member (id),
    topic TEXT NOT NULL,
    -- view, comment or edit
    allows TEXT NOT NULL,
    -- null: until it is ended
    expires_at INTEGER,
    ended INTEGER NOT NULL DEFAULT 0,
    given_by TEXT NOT NULL,
    -- the link it came by, with which it ends
    invite TEXT,
    at INTEGER NOT NULL,
    -- where it, or its end, stands in the workspace's feed (sqlite-positions.ts)
    position INTEGER NOT NULL,
    PRIMARY KEY (member, topic)
  ) WITHOUT ROWID;
  CREATE INDEX member_grant_topic ON member_grant (topic);

  CREATE TABLE device (
    -- AUTOINCREMENT: a number is never given twice, not even after its device is gone
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    member TEXT NOT NULL REFERENCES member (id),
    public_key BLOB NOT NULL,
    revoked INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL,
    -- what it says of itself, and when it last got a token
    name TEXT,
    seen_at INTEGER
  );
  CREATE INDEX device_member ON device (member);

  -- how often a member, device or grant was changed or removed, by whichever connection: a commit need not look its writers up
  -- again while this stands still
  CREATE TABLE access_change (count INTEGER NOT NULL);
  INSERT INTO access_change (count) VALUES (0);
  CREATE TRIGGER member_changed AFTER UPDATE ON member BEGIN UPDATE access_change SET count = count + 1; END;
  CREATE TRIGGER member_removed AFTER DELETE ON member BEGIN UPDATE access_change SET count = count + 1; END;
  CREATE TRIGGER device_changed AFTER UPDATE OF member, revoked ON device BEGIN UPDATE access_change SET count = count + 1; END;
  CREATE TRIGGER device_removed AFTER DELETE ON device BEGIN UPDATE access_change SET count = count + 1; END;
  CREATE TRIGGER grant_given AFTER INSERT ON member_grant BEGIN UPDATE access_change SET count = count + 1; END;
  CREATE TRIGGER grant_changed AFTER UPDATE ON member_grant BEGIN UPDATE access_change SET count = count + 1; END;
  CREATE TRIGGER grant_removed AFTER DELETE ON member_grant BEGIN UPDATE access_change SET count = count + 1; END;

  CREATE TABLE invite (
    id TEXT PRIMARY KEY,
    secret_hash BLOB NOT NULL,
    workspace TEXT NOT NULL REFERENCES workspace (id),
    -- member, guest, device or recovery
    purpose TEXT NOT NULL,
    -- null for a device or its recovery: it is its member's
    access TEXT,
    outside INTEGER NOT NULL DEFAULT 0,
    functions TEXT NOT NULL DEFAULT '[]',
    -- a JSON list of what it opens, and the right it gives there
    topics TEXT NOT NULL DEFAULT '[]',
    allows TEXT,
    expires_at INTEGER NOT NULL,
    max_uses INTEGER NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0,
    revoked INTEGER NOT NULL DEFAULT 0,
    created_by TEXT NOT NULL,
    at INTEGER NOT NULL
  );

  -- the ledger: signed facts, a chain per scope; no row is ever changed or removed, so positions only rise
  CREATE TABLE record (
    position INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    scope TEXT NOT NULL,
    seq INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    -- the device's own number of it
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    -- receipt time, ms
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    signature BLOB NOT NULL,
    link TEXT NOT NULL,
    countersignature BLOB NOT NULL
  );
  CREATE UNIQUE INDEX record_place ON record (workspace, scope, seq);
  CREATE UNIQUE INDEX record_number ON record (device, n);

  -- numbers of records that were not taken: a device's next one still points to them
  CREATE TABLE refused_record (
    device INTEGER NOT NULL,
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (device, n)
  ) WITHOUT ROWID;

  -- files whose bytes came whole (server/files); the bytes lie in a folder beside this file
  CREATE TABLE file (
    id TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) WITHOUT ROWID;

  -- documents a file is attached to: who may read one of them may read the file
  CREATE TABLE file_of (
    workspace TEXT NOT NULL REFERENCES workspace (id),
    file TEXT NOT NULL REFERENCES file (id),
    doc TEXT NOT NULL,
    device INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (workspace, file, doc)
  ) WITHOUT ROWID;

  CREATE TABLE session (
    token_hash BLOB PRIMARY KEY,
    device TEXT NOT NULL,
    doc TEXT,
    expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX session_expiry ON session (expires_at);
  `,
]

export const SCHEMA_VERSION = upgrades.length
