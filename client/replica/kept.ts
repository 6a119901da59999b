/** How full the room of this device is, and why what is here is here. */
import type { IndexEntry } from './index-rows.ts'
import type { Reason } from './reasons.ts'
import type { Head } from './store.ts'
import { isBrief, type Wanted } from './wants.ts'

export interface Kept {
  readonly here: number
  readonly listed: number
  readonly bytes: number
  readonly reasons: Readonly<Record<Reason | 'newest', number>>
}

export function tally(
  all: readonly IndexEntry<unknown>[],
  heads: readonly Head[],
  wanted: Wanted,
): Kept {
  const reasons = { open: 0, waiting: 0, pinned: 0, opened: 0, newest: 0 }
  const listed = all.filter(({ name }) => isBrief(name))
  const here = listed.filter(({ isHere }) => isHere)
  for (const { name } of here) reasons[wanted.get(name) ?? 'newest'] += 1
  const bytes = heads.reduce((sum, head) => sum + head.bytes, 0)
  return { here: here.length, listed: listed.length, bytes, reasons }
}
