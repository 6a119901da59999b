/**
 * @hocuspocus/server as its documentation sets it up (debounce 2 s, at most 10 s: its own defaults, not set here),
 * with a store of one row per document in the same kind of SQLite as the others.
 */
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'
import { openDatabase } from './update-store.mjs'

const database = openDatabase('hocuspocus.sqlite')
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, state BLOB NOT NULL)')
const select = database.prepare('SELECT state FROM documents WHERE name = ?')
const upsert = database.prepare(
  'INSERT INTO documents (name, state) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET state = excluded.state',
)

const server = new Server({
  port: Number(process.env.PORT ?? 0),
  address: '127.0.0.1',
  quiet: true,
  async onLoadDocument({ documentName, document }) {
    const row = select.get(documentName)
    if (row !== undefined) Y.applyUpdate(document, row.state)
  },
  async onStoreDocument({ documentName, document }) {
    upsert.run(documentName, Buffer.from(Y.encodeStateAsUpdate(document)))
  },
})

await server.listen()
console.log(JSON.stringify({ port: server.address.port }))
