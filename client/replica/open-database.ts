/**
 * Opens an IndexedDB database of a given factory with a time limit: a browser may keep the request waiting for ever
 * (private windows, a broken profile, another tab that does not let go). Left out: what stands in the stores.
 */
import { wrap, type DBSchema, type IDBPDatabase } from 'idb'
import type { DeviceEnvironment } from './environment.ts'

export interface OpenedDatabase<Schema extends DBSchema> {
  readonly database: IDBPDatabase<Schema>
  /** Set once; told at once, too, of a database the browser has closed already (also for a newer version in another tab). */
  onLost(listener: () => void): void
}

/** Far longer than a slow phone takes under load: what follows is a copy in memory only. */
const patienceMs = 20_000

/** Rejects on refusal and after that long without an answer. */
export function openDatabase<Schema extends DBSchema>(
  environment: Pick<DeviceEnvironment, 'indexedDB' | 'after'>,
  name: string,
  version: number,
  make: (database: IDBPDatabase<Schema>) => void,
): Promise<OpenedDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    const callOff = environment.after(patienceMs, () =>
      reject(new Error(`${name} did not open in time`)),
    )
    const request = environment.indexedDB.open(name, version)
    // `wrap` keeps idb's types; the schema is this project's own, nothing from outside is asserted here.
    const typed = (raw: IDBDatabase): IDBPDatabase<Schema> =>
      wrap(raw) as unknown as IDBPDatabase<Schema>
    request.onupgradeneeded = () => make(typed(request.result))
    request.onerror = () => {
      callOff()
      reject(request.error ?? new Error(`${name} did not open`))
    }
    request.onsuccess = () => {
      callOff()
      const raw = request.result
      let isLost = false
      let tell: (() => void) | null = null
      const lose = (): void => {
        isLost = true
        tell?.()
      }
      raw.onversionchange = () => {
        raw.close()
        lose()
      }
      raw.onclose = lose
      const onLost = (listener: () => void): void => {
        tell = listener
        // It may have gone while this page was still reading from it.
        if (isLost) listener()
      }
      resolve({ database: typed(raw), onLost })
    }
  })
}
