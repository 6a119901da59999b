/**
 * Values of one person that lost a merge, in the briefs and tasks that changed of late: looked for in the histories on this device,
 * one document after another so that the page never waits. A document is read again only when it changed.
 */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { History } from '#client/replica/history.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import {
  briefLostRoots,
  readLostValues,
  taskLostRoots,
  type LostValue,
} from '#shared/documents/readers/lost-values.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { DocName } from '#shared/lib/ids.ts'

export interface LostIn {
  readonly name: DocName
  readonly lost: readonly LostValue[]
  /** As it is now, to say what is what; null of a task. */
  readonly brief: Brief | null
}

export interface LostOfMine {
  readonly found: Accessor<readonly LostIn[]>
  /** Documents there are to look into, and into how many of them was looked. */
  readonly searched: Accessor<{ readonly all: number; readonly done: number }>
  search(entries: readonly IndexEntry<DocumentSummary>[], since: number): void
}

/** Histories read for one page; a break-down makes thousands of tasks nobody else wrote in. */
export const lostSearched = 300

export function createLostOfMine(
  history: Pick<History, 'stateAt'>,
  me: string,
  pause: () => Promise<void> = () => new Promise((go) => setTimeout(go)),
): LostOfMine {
  const [found, setFound] = createSignal<readonly LostIn[]>([])
  const [searched, setSearched] = createSignal({ all: 0, done: 0 })
  const kept = new Map<DocName, { readonly changedAt: number; readonly read: LostIn }>()
  let turn = 0
  onCleanup(() => (turn = -1))

  const readOne = async (name: DocName, isTask: boolean): Promise<LostIn> => {
    const { doc, writerOf } = await history.stateAt(name, Number.POSITIVE_INFINITY)
    try {
      const lost = readLostValues(doc, writerOf, isTask ? taskLostRoots : briefLostRoots).filter(
        // Markets that were switched on and off at the same time are for the brief's own page.
        ({ root, writer }) => writer === me && root !== 'targets',
      )
      return { name, lost, brief: isTask || lost.length === 0 ? null : readBrief(doc) }
    } finally {
      doc.destroy()
    }
  }

  const run = async (entries: readonly IndexEntry<DocumentSummary>[]): Promise<void> => {
    turn += 1
    const own = turn
    const all: LostIn[] = []
    for (const [at, { name, changedAt, summary }] of entries.slice(0, lostSearched).entries()) {
      const known = kept.get(name)
      if (known?.changedAt === changedAt) all.push(known.read)
      else {
        await pause()
        if (own !== turn) return
        try {
          const read = await readOne(name, summary.kind === 'task')
          kept.set(name, { changedAt, read })
          all.push(read)
        } catch (fault) {
          console.error('a history could not be read for what was lost', fault)
        }
      }
      if (own !== turn) return
      setSearched({ all: entries.length, done: at + 1 })
    }
    setSearched({ all: entries.length, done: Math.min(entries.length, lostSearched) })
    setFound(all.filter(({ lost }) => lost.length > 0))
  }
  return {
    found,
    searched,
    search(entries, since) {
      const rank = ({ summary }: IndexEntry<DocumentSummary>): number =>
        summary.kind === 'brief' ? 0 : 1
      const wanted = entries
        .filter(
          ({ summary, isHere, changedAt }) =>
            isHere && changedAt > since && (summary.kind === 'brief' || summary.kind === 'task'),
        )
        .sort((one, other) => rank(one) - rank(other) || other.changedAt - one.changedAt)
      void run(wanted)
    },
  }
}
