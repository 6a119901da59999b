/** Under which version work begins now: the current one, or, until that can be used here, the newest before it that can. */
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import type { Sop } from '#shared/domain/tasks/sop.ts'
import type { Publication, SopVersions } from '#shared/records/sop-versions.ts'
import type { SopGap, SopShelf } from './sop-shelf.ts'

export interface CurrentSop {
  readonly sop: Sop
  /** What made it current; null for the shipped one where nothing was published. */
  readonly by: Publication | null
  /** The current one, where it cannot be used here, and why. */
  readonly instead: { readonly of: Publication; readonly why: SopGap | 'does-not-hold' } | null
}

export function currentSop({ line, current }: SopVersions, shelf: SopShelf): CurrentSop {
  const isUsable = ({ version }: Publication): boolean => whyNot(shelf, version) === null
  const by = line.find(isUsable) ?? null
  const sop = by === null ? null : shelf.find(by.version).sop
  const why = current === null ? null : whyNot(shelf, current.version)
  return {
    ...{ sop: sop ?? defaultSop, by },
    instead: current === null || why === null ? null : { of: current, why },
  }
}

/** Null: work can begin under it. */
export function whyNot(shelf: SopShelf, version: string): SopGap | 'does-not-hold' | null {
  const found = shelf.find(version)
  if (found.gap !== null) return found.gap
  return found.problems.length > 0 ? 'does-not-hold' : null
}
