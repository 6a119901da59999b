/**
 * A database that is open only while somebody uses it: most of the time nobody reads or keeps a file. One that another page
 * deleted or a newer build asked for is opened again at the next use.
 */
import type { DBSchema, IDBPDatabase } from 'idb'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { OpenedDatabase } from '#client/replica/open-database.ts'

export interface LentDatabase<Schema extends DBSchema> {
  /** Rejects when it does not open, and once it was closed. */
  use<T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T>
  /** For good. */
  close(): void
}

/** A list of pictures asks again and again; after this nobody looks at one any more. */
const idleMs = 1_000

export function lendDatabase<Schema extends DBSchema>(
  environment: Pick<DeviceEnvironment, 'after'>,
  open: () => Promise<OpenedDatabase<Schema>>,
): LentDatabase<Schema> {
  let opening: Promise<OpenedDatabase<Schema>> | null = null
  let users = 0
  let callOff: (() => void) | null = null
  let isEnded = false
  const rest = (): void => {
    callOff?.()
    opening?.then(({ database }) => database.close()).catch(() => undefined)
    opening = null
  }
  const openOnce = (): Promise<OpenedDatabase<Schema>> => {
    if (opening !== null) return opening
    const mine = open()
    opening = mine
    const forget = (): void => {
      if (opening === mine) opening = null
    }
    mine.then(({ onLost }) => onLost(forget)).catch(forget)
    return mine
  }
  return {
    async use(act) {
      if (isEnded) throw new Error('the database was closed')
      users += 1
      callOff?.()
      try {
        const { database } = await openOnce()
        return await act(database)
      } finally {
        users -= 1
        if (users === 0) callOff = environment.after(idleMs, rest)
      }
    },
    close() {
      isEnded = true
      rest()
    },
  }
}
