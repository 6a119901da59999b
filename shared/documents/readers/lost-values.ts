/**
 * Simple values that lost against one set at the same time, with who wrote them. A map's values of one key form a tree by
 * the value each writer had before; a leaf the current value does not descend from has lost. Needs a Y.Doc with `gc: false`
 * made of the document's history, else the lost values are no longer in it. Short texts keep their candidates by themselves.
 */
import type * as Y from 'yjs'
import { listNames } from '#shared/domain/briefs/lists.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { isSameValue } from '#shared/documents/same-value.ts'
import { settings, type Setting } from '#shared/documents/settings.ts'

/** Every root with values that can lose; candidates beside them are kept by themselves, and `files` says the same everywhere. */
export const briefLostRoots = [
  'fields',
  'products',
  'targets',
  'points',
  ...listNames,
  'keywords',
  'meant',
] as const
/** Of a task. */
export const taskLostRoots = ['fields', 'owners', 'ticks', 'tags', 'waits'] as const
export type LostRoot = (typeof briefLostRoots)[number] | (typeof taskLostRoots)[number]

export interface LostValue {
  readonly root: LostRoot
  readonly key: string
  readonly value: unknown
  readonly writer: string
  /** What stands instead, and who wrote it. */
  readonly current: unknown
  readonly currentWriter: string
}

/** `writerOf` says which person or device a clientID stands for. A value whose writer set the key again is not listed. */
export function readLostValues(
  doc: Y.Doc,
  writerOf: (clientId: number) => string,
  roots: readonly LostRoot[] = briefLostRoots,
): LostValue[] {
  return roots.flatMap((root) => {
    const map = rootMap(doc, root)
    return [...map.keys()]
      .filter((key) => !/\/(order|gone|text\/~[0-9a-z]+)$/.test(key))
      .flatMap((key) =>
        lostOf(settings(map, key), writerOf).map((lost) => ({ root, key, ...lost })),
      )
  })
}

type Lost = Omit<LostValue, 'root' | 'key'>

function lostOf(all: readonly Setting[], writerOf: (clientId: number) => string): Lost[] {
  const current = all.at(-1)
  if (current === undefined || all.length < 2) return []
  const byName = new Map(all.map((one) => [nameOf(one), one]))
  const followed = new Set(all.flatMap(({ before }) => (before === null ? [] : [nameOf(before)])))
  const winning = new Set(lineOf(current, byName))
  const lost: Lost[] = []
  for (const leaf of all) {
    if (winning.has(leaf) || followed.has(nameOf(leaf)) || !leaf.isKnown) continue
    if (isSameValue(leaf.value, current.value)) continue
    const writer = writerOf(leaf.client)
    const own = new Set(lineOf(leaf, byName))
    const isSetAgain = all.some(
      (one) =>
        !own.has(one) &&
        ((winning.has(one) && writerOf(one.client) === writer) ||
          (one.client === leaf.client && one.clock > leaf.clock)),
    )
    const isTwice = lost.some((one) => one.writer === writer && isSameValue(one.value, leaf.value))
    if (isSetAgain || isTwice) continue
    const { value } = leaf
    const currentWriter = writerOf(current.client)
    lost.push({ value, writer, current: current.value, currentWriter })
  }
  return lost
}

/** A value and all it was set over. */
function lineOf(from: Setting, byName: ReadonlyMap<string, Setting>): Setting[] {
  const line: Setting[] = []
  let one: Setting | undefined = from
  while (one !== undefined && line.length <= byName.size) {
    line.push(one)
    one = one.before === null ? undefined : byName.get(nameOf(one.before))
  }
  return line
}

const nameOf = ({ client, clock }: { readonly client: number; readonly clock: number }): string =>
  `${client} ${clock}`
