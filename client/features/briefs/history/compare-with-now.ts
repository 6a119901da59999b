/** A moment of a brief beside the brief of now: what differs, notes included, and how many things that are. */
import type * as Y from 'yjs'
import {
  compareBriefs,
  countDifferences,
  type ComparedBrief,
} from '#shared/domain/briefs/history/compare-briefs.ts'
import type { SayingOf } from '#client/features/briefs/form/say-value.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { readNotes } from '#shared/documents/readers/read-notes.ts'
import { isSameValue } from '#shared/documents/same-value.ts'

export interface Compared {
  readonly brief: ComparedBrief
  /** What rows and files are called. */
  readonly of: SayingOf
  readonly notesDiffer: boolean
  readonly differences: number
}

export function compareWithNow(then: Y.Doc, now: Y.Doc): Compared {
  const [before, current] = [readBrief(then), readBrief(now)]
  const brief = compareBriefs(before, current)
  const of = { files: current.files, products: [...current.products, ...before.products] }
  const notesDiffer = !isSameValue(plain(readNotes(then)), plain(readNotes(now)))
  const differences = countDifferences(brief) + (notesDiffer ? 1 : 0)
  return { brief, of, notesDiffer, differences }
}

/** Maps as plain values, to compare. */
function plain(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, one]) => [String(key), plain(one)]))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
}
