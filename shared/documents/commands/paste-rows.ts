/**
 * Cells pasted into a list or into the selling points, over rows that are there and as new ones before the row `before`: one
 * act, one step of undo. When one value is not fit to be kept, or there is no room for all, nothing is written.
 */
import type * as Y from 'yjs'
import { lineWithin } from '#shared/domain/briefs/clean-text.ts'
import { listCommand } from '#shared/domain/briefs/history/brief-parts.ts'
import type { ListName } from '#shared/domain/briefs/lists.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { addRows, moveRow, readRows } from '#shared/documents/rows.ts'
import { readShortText, writeShortText } from '#shared/documents/short-text.ts'
import { fitValues, type ListInput, type ListRefusal } from './brief-lists.ts'
import type { PointRefusal } from './brief-points.ts'
import { change } from './local-change.ts'

export interface PastedInto {
  readonly changed: number
  readonly added: number
}

export function pasteListRows<Name extends ListName>(
  doc: Y.Doc,
  list: Name,
  pasted: readonly { readonly id: RowId; readonly values: ListInput<Name> }[],
  before: RowId | null = null,
): Result<PastedInto, ListRefusal> {
  const map = rootMap(doc, list)
  const there = idsOf(map)
  const writing: (Writing & { readonly nameFiles: () => void })[] = []
  for (const { id, values } of pasted) {
    const fit = fitValues(doc, list, values)
    if (!fit.ok) return fit
    writing.push({ id, ...fit.value })
  }
  const { changed, added } = partedBy(there, writing)
  if (there.size + added.length > limits.listRowsPerBrief)
    return refuse({ code: 'too-many-rows', limit: limits.listRowsPerBrief })
  change(doc, listCommand('paste', list), idsIn(pasted), () => {
    for (const { nameFiles } of writing) nameFiles()
    for (const { id, fields } of changed) setFields(map, id, fields)
    addBefore(map, added, before)
  })
  return ok({ changed: changed.length, added: added.length })
}

export function pastePoints(
  doc: Y.Doc,
  pasted: readonly { readonly id: RowId; readonly text: string; readonly proof?: string }[],
  before: RowId | null = null,
): Result<PastedInto, PointRefusal> {
  const points = rootMap(doc, 'points')
  const there = idsOf(points)
  const writing: (Writing & { readonly text: string })[] = []
  for (const { id, text, proof } of pasted) {
    const line = lineWithin('points', text, limits.pointCharacters)
    if (!line.ok) return line
    const proved = lineWithin('proof', proof ?? '', limits.pointCharacters)
    if (!proved.ok) return proved
    writing.push({
      id,
      text: line.value,
      fields: proved.value === '' ? {} : { proof: proved.value },
    })
  }
  const { changed, added } = partedBy(there, writing)
  if (there.size + added.length > limits.pointsPerBrief)
    return refuse({ code: 'too-many-points', limit: limits.pointsPerBrief })
  change(doc, 'pastePoints', idsIn(pasted), () => {
    for (const { id, fields } of changed) setFields(points, id, fields)
    addBefore(points, added, before)
    for (const { id, text } of writing) {
      const now = readShortText(points, `${id}/text`)
      if (now === null || now.choose || now.text !== text)
        writeShortText(points, `${id}/text`, text)
    }
  })
  return ok({ changed: changed.length, added: added.length })
}

interface Writing {
  readonly id: RowId
  readonly fields: Readonly<Record<string, unknown>>
}

const idsOf = (map: Y.Map<unknown>): ReadonlySet<string> =>
  new Set(readRows(map).map(({ id }) => id))
const idsIn = (pasted: readonly { readonly id: RowId }[]): readonly string[] =>
  pasted.map(({ id }) => id)

const partedBy = <One extends Writing>(there: ReadonlySet<string>, writing: readonly One[]) => ({
  changed: writing.filter(({ id }) => there.has(id)),
  added: writing.filter(({ id }) => !there.has(id)),
})

function setFields(map: Y.Map<unknown>, id: RowId, fields: Writing['fields']): void {
  for (const [column, value] of Object.entries(fields))
    if (map.get(`${id}/${column}`) !== value) map.set(`${id}/${column}`, value)
}

function addBefore(map: Y.Map<unknown>, added: readonly Writing[], before: RowId | null): void {
  addRows(map, added)
  if (before !== null) for (const { id } of added) moveRow(map, id, before)
}
