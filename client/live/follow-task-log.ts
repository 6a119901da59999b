/** One task as it stands this moment: its list row with the records read as soon as any came. Until the calling view goes. */
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { KeptRecord, Records } from '#client/replica/kept-records.ts'
import { dueOf } from '#shared/domain/tasks/lateness.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { readOne, type ListedTask } from './list-tasks.ts'

/** `again` after a record was made here. */
export function followTaskLog(
  records: Pick<Records, 'of' | 'subscribe'>,
  name: DocName,
  listed: Accessor<ListedTask | null>,
): { readonly task: Accessor<ListedTask | null>; readonly again: () => Promise<void> } {
  const [kept, setKept] = createSignal<readonly KeptRecord[] | null>(null)
  let asked = 0
  const again = async (): Promise<void> => {
    const own = (asked += 1)
    try {
      const found = await records.of(name)
      if (own === asked) setKept(found)
    } catch (fault) {
      console.error('what happened to the task could not be read', fault)
    }
  }
  void again()
  onCleanup(records.subscribe(() => void again()))
  onCleanup(() => (asked = -1))
  const task = createMemo((): ListedTask | null => {
    const [row, found] = [listed(), kept()]
    if (row === null || found === null) return null
    const read = readOne(name, row.summary, found, { sop: row.sop, gap: row.sopGap })
    // Who is still here the list knows; of the stage it has just come to it says so a moment later.
    const owner =
      read.log.step === row.log.step ? row.owner : (row.summary.owners[read.log.step] ?? null)
    return { ...row, ...read, owner, due: dueOf(row.plan, read.log.step) }
  })
  return { task, again }
}
