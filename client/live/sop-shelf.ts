/**
 * The versions of the SOP on this device, from list rows alone: the shipped one, and the team's own by the hash of their text,
 * whatever their documents are called. Left out: which of them is current (current-sop.ts).
 */
import type { IndexEntry } from '#client/replica/index-rows.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { judgeSop, type SopProblem } from '#shared/domain/tasks/judge-sop.ts'
import { readSopText, sopIdOf } from '#shared/domain/tasks/sop-text.ts'
import type { SopSummary } from '#shared/domain/tasks/sop-summary.ts'
import type { Sop } from '#shared/domain/tasks/sop.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'

/** Why a version cannot be read here. */
export type SopGap = 'not-here' | 'newer' | 'unreadable'

export type SopFound =
  | { readonly sop: Sop; readonly gap: null; readonly problems: readonly SopProblem[] }
  | { readonly sop: null; readonly gap: SopGap }

export interface SopShelf {
  /** The same answer each time, while nothing of it changed. */
  find(id: string): SopFound
  /** What can be read, the shipped one first. */
  readonly readable: readonly Sop[]
}

const shipped: SopFound = { sop: defaultSop, gap: null, problems: [] }
const notHere: SopFound = { sop: null, gap: 'not-here' }

/** Reads a version once; the shelf is the same while its versions are. */
export function createSopShelf(): (documents: readonly IndexEntry<DocumentSummary>[]) => SopShelf {
  const read = new Map<string, SopFound>()
  let [last, shelf]: [string, SopShelf] = ['', shelfOf(read, [])]
  const keep = ({ text }: SopSummary): string => {
    const id = sopIdOf(text)
    if (!read.has(id)) read.set(id, foundIn(text))
    return id
  }
  const ids = new WeakMap<SopSummary, string>()
  return (documents) => {
    const here = documents.flatMap(({ summary }) => {
      if (summary.kind !== 'sop') return []
      const id = ids.get(summary) ?? keep(summary)
      ids.set(summary, id)
      return [id]
    })
    const now = here.join(' ')
    if (now !== last) [last, shelf] = [now, shelfOf(read, here)]
    return shelf
  }
}

function foundIn(text: string): SopFound {
  const found = readSopText(text)
  return found.kind === 'sop'
    ? { sop: found.sop, gap: null, problems: judgeSop(found.sop, text.length) }
    : { sop: null, gap: found.kind }
}

function shelfOf(read: ReadonlyMap<string, SopFound>, ids: readonly string[]): SopShelf {
  const here = new Map(ids.flatMap((id) => [[id, read.get(id) ?? notHere] as const]))
  here.set(defaultSop.id, shipped)
  return {
    find: (id) => here.get(id) ?? notHere,
    readable: [defaultSop, ...[...here.values()].flatMap(({ sop }) => sop ?? [])].filter(
      (sop, at, all) => all.indexOf(sop) === at,
    ),
  }
}
