/**
 * Writes an earlier state of a brief as a new edit: one transaction, and only what differs. Rows that were gone come back,
 * later ones are removed as a person would remove them, so an edit made meanwhile elsewhere merges as after any other edit.
 * A short text of which several candidates stood comes back as the one that was shown. Left out: how the earlier state is
 * found (client/replica/history.ts), `meta`: the rich text never needs less than it needed, and `files`: they say what files are.
 */
import type * as Y from 'yjs'
import { sentenceNames } from '#shared/domain/briefs/details.ts'
import { listNames } from '#shared/domain/briefs/lists.ts'
import { notesRoot, rootMap } from '#shared/documents/roots.ts'
import type { BriefRoot } from '#shared/documents/schema.ts'
import { readRows, removeRow } from '#shared/documents/rows.ts'
import { isSameValue } from '#shared/documents/same-value.ts'
import { readShortText, readShortTexts, writeShortText } from '#shared/documents/short-text.ts'
import { change } from './local-change.ts'
import { makeEqual } from './make-equal.ts'

/** `at`: the moment of the earlier state in ms, for the history. The earlier document is only read. */
export function restoreBrief(doc: Y.Doc, earlier: Y.Doc, at: number): void {
  change(doc, 'restoreBrief', [String(at)], () =>
    writeState(doc, earlier, { roots: [], fields: [] }),
  )
}

/** What of a brief stays as it is. `fields`: of the simple ones, and `title`. */
export interface Without {
  readonly roots: readonly BriefRoot[]
  readonly fields: readonly string[]
}

/** Inside a command only. */
export function writeState(doc: Y.Doc, earlier: Y.Doc, without: Without): void {
  const takes = (root: BriefRoot): boolean => !without.roots.includes(root)
  for (const base of ['title', ...sentenceNames])
    if (!without.fields.includes(base))
      restoreText(rootMap(doc, 'short'), rootMap(earlier, 'short'), base)
  for (const root of ['fields', 'keywords', 'meant'] as const)
    if (takes(root)) restoreValues(rootMap(doc, root), rootMap(earlier, root), without.fields)
  restoreTargets(rootMap(doc, 'targets'), rootMap(earlier, 'targets'))
  for (const root of ['products', ...listNames] as const)
    if (takes(root)) restoreRows(rootMap(doc, root), rootMap(earlier, root))
  restorePoints(rootMap(doc, 'points'), rootMap(earlier, 'points'))
  makeEqual(notesRoot(doc), notesRoot(earlier))
}

function restoreText(map: Y.Map<unknown>, earlier: Y.Map<unknown>, base: string): void {
  const [now, then] = [readShortText(map, base), readShortText(earlier, base)]
  const isSame =
    (now?.text ?? '') === (then?.text ?? '') &&
    (now?.choose !== true || isSameValue(textsOf(now), textsOf(then)))
  if (!isSame) writeShortText(map, base, then?.text ?? '')
}

const textsOf = (short: ReturnType<typeof readShortText>): string[] =>
  (short?.candidates ?? []).map(({ text }) => text).sort()

function restoreValues(
  map: Y.Map<unknown>,
  earlier: Y.Map<unknown>,
  without: readonly string[],
): void {
  for (const key of new Set([...map.keys(), ...earlier.keys()]))
    if (!without.includes(key)) setWhereDifferent(map, key, earlier.get(key))
}

function restoreTargets(map: Y.Map<unknown>, earlier: Y.Map<unknown>): void {
  for (const key of new Set([...map.keys(), ...earlier.keys()])) {
    if (!key.endsWith('/on')) setWhereDifferent(map, key, earlier.get(key))
    else if ((map.get(key) === true) !== (earlier.get(key) === true))
      map.set(key, earlier.get(key) === true)
  }
}

function restoreRows(map: Y.Map<unknown>, earlier: Y.Map<unknown>): void {
  const { standing, back } = removeLater(map, earlier)
  const written = fieldsByRow(map)
  for (const { id, order, fields } of back) {
    const now = standing.get(id)
    for (const field of new Set([...fields.keys(), ...(written.get(id) ?? [])])) {
      // A row that was gone is written anew: only what is newer than its removal brings it back.
      if (now === undefined) map.set(`${id}/${field}`, fields.get(field) ?? null)
      else setWhereDifferent(map, `${id}/${field}`, fields.get(field))
    }
    setWhereDifferent(map, `${id}/order`, order)
  }
}

function restorePoints(map: Y.Map<unknown>, earlier: Y.Map<unknown>): void {
  const { standing, back } = removeLater(map, earlier)
  const written = fieldsByRow(map)
  const then = readShortTexts(earlier)
  for (const { id, order, fields } of back) {
    const base = `${id}/text`
    if (standing.has(id)) restoreText(map, earlier, base)
    else writeShortText(map, base, then.get(base)?.text ?? '')
    const others = [...fields.keys(), ...(written.get(id) ?? [])].filter(
      (key) => !key.startsWith('text/'),
    )
    for (const field of new Set(others)) setWhereDifferent(map, `${id}/${field}`, fields.get(field))
    setWhereDifferent(map, `${id}/order`, order)
  }
}

/** Removes the rows the earlier state did not show; answers those it did, and which of them stand already. */
function removeLater(map: Y.Map<unknown>, earlier: Y.Map<unknown>) {
  const back = readRows(earlier)
  const kept = new Set(back.map(({ id }) => id))
  const now = readRows(map)
  for (const { id } of now) if (!kept.has(id)) removeRow(map, id)
  return { back, standing: new Map(now.map((row) => [row.id, row])) }
}

/** Of every row, also of those that are gone. */
function fieldsByRow(map: Y.Map<unknown>): Map<string, string[]> {
  const byRow = new Map<string, string[]>()
  for (const key of map.keys()) {
    const slash = key.indexOf('/')
    const [id, field] = [key.slice(0, slash), key.slice(slash + 1)]
    if (slash > 0 && field !== 'order' && field !== 'gone')
      byRow.set(id, [...(byRow.get(id) ?? []), field])
  }
  return byRow
}

/** Nothing and null read alike. */
function setWhereDifferent(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (!isSameValue(map.get(key) ?? null, value ?? null)) map.set(key, value ?? null)
}
