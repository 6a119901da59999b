/** The store of `bare-commit`: one row per update in SQLite (libsql, WAL, FULL), one commit for all that is given. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

export function openDatabase(file) {
  const folder = process.env.DATA_DIR ?? '.'
  mkdirSync(folder, { recursive: true })
  const database = new Database(join(folder, file))
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  return database
}

export function createUpdateStore() {
  const database = openDatabase('bare-commit.sqlite')
  database.exec('CREATE TABLE IF NOT EXISTS updates (seq INTEGER PRIMARY KEY, doc TEXT NOT NULL, bytes BLOB NOT NULL)')
  database.exec('CREATE INDEX IF NOT EXISTS updates_by_doc ON updates (doc, seq)')
  const insert = database.prepare('INSERT INTO updates (doc, bytes) VALUES (?, ?)')
  const select = database.prepare('SELECT bytes FROM updates WHERE doc = ? ORDER BY seq')
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  return {
    append(rows) {
      begin.run()
      for (const { doc, bytes } of rows) insert.run(doc, bytes)
      commit.run()
    },
    read: (doc) => select.all(doc).map(({ bytes }) => bytes),
  }
}
