/**
 * Files by a folder of bytes and two tables in the relay's SQLite file. Bytes come first, rows after: a crash between
 * leaves bytes that nothing is attached to. A file whose size is not its row's counts as not here, until it is sent again.
 */
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { inTransaction, type SqliteDatabase } from '#server/log/sqlite-file.ts'
import { numberIn, prepare, textIn } from '#server/log/sqlite-statement.ts'
import { canWriteIn, openFile, sizeOfFile, storeFile } from './file-folder.ts'
import type { Files } from './files.ts'

export function createSqliteFiles(db: SqliteDatabase, folder: string): Files {
  const find = prepare(db, 'SELECT size FROM file WHERE id = ?')
  const add = prepare(
    db,
    'INSERT INTO file (id, size, at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
  )
  const attach = prepare(
    db,
    `INSERT INTO file_of (workspace, file, doc, device, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (workspace, file, doc) DO NOTHING`,
  )
  const attached = prepare(db, 'SELECT doc FROM file_of WHERE workspace = ? AND file = ?')
  const all = prepare(db, 'SELECT id, size FROM file')
  const sizeIn = (id: FileId): number | null => {
    const cells = find.one([id])
    return cells === null ? null : numberIn(cells, 'size')
  }
  return {
    store: (id, bytes) => storeFile(folder, id, bytes),
    async attach(id, to) {
      const size = await sizeOfFile(folder, id)
      if (size === null || (sizeIn(id) ?? size) !== size) return false
      inTransaction(db, () => {
        add.run([id, size, to.at])
        attach.run([to.workspace, id, to.doc, to.device, to.at])
      })
      return true
    },
    async attachedTo(workspace, id) {
      return attached.all([workspace, id]).map((cells) => textIn(cells, 'doc') as DocName)
    },
    async open(id) {
      const size = sizeIn(id)
      return size === null ? null : openFile(folder, id, size)
    },
    canStore: () => canWriteIn(folder),
    async missing() {
      const lost: FileId[] = []
      for (const cells of all.all([])) {
        const id = textIn(cells, 'id') as FileId
        if ((await sizeOfFile(folder, id)) !== numberIn(cells, 'size')) lost.push(id)
      }
      return lost
    },
  }
}
