/** The history and what of one's own lost a merge, read when asked and standing still until asked again. */
import { createSignal, type Accessor } from 'solid-js'
import type { PastEntry } from '#shared/domain/briefs/history/sittings.ts'
import { readLostValues, type LostValue } from '#shared/documents/readers/lost-values.ts'
import type { PastCalls } from './past-calls.ts'

export interface Reading {
  /** null until it is read. */
  readonly entries: Accessor<readonly PastEntry[] | null | 'unreadable'>
  readonly lost: Accessor<readonly LostValue[]>
  again(): void
  fail(fault: unknown): void
}

export function createReading(past: Accessor<PastCalls>): Reading {
  const [entries, setEntries] = createSignal<readonly PastEntry[] | null | 'unreadable'>(null)
  const [lost, setLost] = createSignal<readonly LostValue[]>([])
  const fail = (fault: unknown): void => {
    console.error('the history could not be read', fault)
    setEntries('unreadable')
  }
  const read = async (): Promise<void> => {
    const { me, list, stateAt } = past()
    const found = await list()
    const { doc, writerOf } = await stateAt(found.length - 1)
    // Markets that were switched on and off at the same time are for the page about all that was lost.
    setLost(
      readLostValues(doc, writerOf).filter(
        ({ root, writer }) => writer === me && root !== 'targets',
      ),
    )
    doc.destroy()
    setEntries(found)
  }
  return { entries, lost, again: () => void read().catch(fail), fail }
}
