/** A transaction that writes: all of it or nothing, and an answer only once the browser says `complete`. */
import type { IDBPTransaction, StoreNames } from 'idb'
import type { WorkspaceDatabase } from './disk-schema.ts'

/** On the disk when it is complete, not only with the system. */
export const strict = { durability: 'strict' } as const

type Written = ArrayLike<StoreNames<WorkspaceDatabase>>
type Writing<Names extends Written> = IDBPTransaction<WorkspaceDatabase, Names, 'readwrite'>

/** The work's answer, given only once the transaction is complete; an exception in the work undoes all of it. */
export async function whole<T, Names extends Written>(
  tx: Writing<Names>,
  work: (tx: Writing<Names>) => Promise<T>,
): Promise<T> {
  const done = tx.done
  done.catch(() => undefined)
  let answer: T
  try {
    answer = await work(tx)
  } catch (fault) {
    try {
      tx.abort()
    } catch {
      // It has ended already; `fault` says why.
    }
    throw fault
  }
  await done
  return answer
}
