/** The few single values kept with the data: epoch, sealing key, the owner link's secret hash. */
import { timingSafeEqual } from 'node:crypto'
import { inTransaction, type SqliteDatabase } from '#server/log/sqlite-file.ts'
import { bytesIn, prepare } from '#server/log/sqlite-statement.ts'

export interface Settings {
  /** The stored value, or the made one, stored. */
  bytesOr(name: string, make: () => Uint8Array): Uint8Array
  textOr(name: string, make: () => string): string
  put(name: string, value: Uint8Array): void
  remove(name: string): void
  matches(name: string, value: Uint8Array): boolean
}

export function createSettings(db: SqliteDatabase): Settings {
  const find = prepare(db, 'SELECT value FROM setting WHERE name = ?')
  const store = prepare(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  const erase = prepare(db, 'DELETE FROM setting WHERE name = ?')
  const read = (name: string): Uint8Array | null => {
    const cells = find.one([name])
    return cells === null ? null : bytesIn(cells, 'value')
  }
  const bytesOr = (name: string, make: () => Uint8Array): Uint8Array =>
    inTransaction(db, () => {
      const stored = read(name)
      if (stored !== null) return stored
      const made = new Uint8Array(make())
      store.run([name, made])
      return made
    })
  return {
    bytesOr,
    textOr: (name, make) =>
      new TextDecoder().decode(bytesOr(name, () => new TextEncoder().encode(make()))),
    put: (name, value) => void store.run([name, value]),
    remove: (name) => void erase.run([name]),
    matches(name, value) {
      const stored = read(name)
      return stored !== null && stored.length === value.length && timingSafeEqual(stored, value)
    },
  }
}
