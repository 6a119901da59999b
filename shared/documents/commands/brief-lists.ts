/**
 * What a person does to a brief's lists (shared/domain/briefs/lists.ts), each under a name of its own: `addFact`, `setLimit`,
 * `moveReference`, `removeTerm`. Ids of new rows are arguments; those of deliverables and usual limits are derived, so that
 * two people who tick the same have ticked it once.
 */
import type * as Y from 'yjs'
import type { BriefFile } from '#shared/domain/briefs/brief.ts'
import { lineWithin, type TooLong } from '#shared/domain/briefs/clean-text.ts'
import { limitRowId } from '#shared/domain/briefs/derived-ids.ts'
import { columnsOf, type ListName, type ListValues } from '#shared/domain/briefs/lists.ts'
import { isRowId } from '#shared/domain/briefs/row-ids.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { isUsualLimit } from '#shared/domain/choices/usual-limits.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { addRows, hasRow, moveRow, readRows, removeRow } from '#shared/documents/rows.ts'
import { nameFile, type FileRefusal } from './brief-files.ts'
import { change } from './local-change.ts'
import { listCommand } from '#shared/domain/briefs/history/brief-parts.ts'

/** As read, but a file as a whole. */
export type ListInput<Name extends ListName> = {
  readonly [Column in keyof ListValues<Name>]?: Column extends 'file' | 'picture'
    ? BriefFile | null
    : ListValues<Name>[Column]
}
export type ListRefusal =
  | TooLong
  | FileRefusal
  | { readonly code: 'too-many-rows'; readonly limit: number }
  | { readonly code: 'not-a-quantity'; readonly limit: number }
  | { readonly code: 'not-in-the-catalogue' }

/** Adds a row at the end, or before the row `before`. */
export function addListRow<Name extends ListName>(
  doc: Y.Doc,
  list: Name,
  id: RowId,
  values: ListInput<Name>,
  before: RowId | null = null,
): Result<RowId, ListRefusal> {
  const fit = fitValues(doc, list, values)
  if (!fit.ok) return fit
  const map = rootMap(doc, list)
  if (readRows(map).length >= limits.listRowsPerBrief)
    return refuse({ code: 'too-many-rows', limit: limits.listRowsPerBrief })
  // A row stands by its fields, so that an empty one has one, too.
  const [[first] = ['']] = columnsOf(list)
  const { fields: given } = fit.value
  const fields = Object.keys(given).length === 0 ? { [first]: '' } : given
  change(doc, listCommand('add', list), [id], () => {
    fit.value.nameFiles()
    addRows(map, [{ id, fields }])
    if (before !== null) moveRow(map, id, before)
  })
  return ok(id)
}

/** Sets one or more cells of a row; one removed by somebody else meanwhile comes back. */
export function setListRow<Name extends ListName>(
  doc: Y.Doc,
  list: Name,
  id: RowId,
  values: ListInput<Name>,
): Result<null, ListRefusal> {
  const fit = fitValues(doc, list, values)
  if (!fit.ok) return fit
  const map = rootMap(doc, list)
  const changed = Object.entries(fit.value.fields).filter(
    ([column, value]) => (map.get(`${id}/${column}`) ?? null) !== value,
  )
  if (changed.length === 0) return ok(null)
  const keys = changed.map(([column]) => `${id}/${column}`)
  change(doc, listCommand('set', list), keys, () => {
    fit.value.nameFiles()
    for (const [column, value] of changed) map.set(`${id}/${column}`, value)
  })
  return ok(null)
}

/** Places a row before another, or last. A row that is not there is left alone. */
export function moveListRow(doc: Y.Doc, list: ListName, id: RowId, before: RowId | null): void {
  const map = rootMap(doc, list)
  if (id === before || !hasRow(map, id)) return
  change(doc, listCommand('move', list), [id], () => moveRow(map, id, before))
}

export function removeListRow(doc: Y.Doc, list: ListName, id: RowId): void {
  const map = rootMap(doc, list)
  if (hasRow(map, id)) change(doc, listCommand('remove', list), [id], () => removeRow(map, id))
}

/**
 * Chooses a deliverable of the catalogue, one of it, made in its usual way; or lets it go. That it is one is not written, so
 * that a quantity set by whoever chose it at the same time stands.
 */
export function chooseDeliverable(doc: Y.Doc, id: string, on: boolean): Result<null, ListRefusal> {
  const known = deliverableById(id)
  if (known === null || !isRowId(id)) return refuse({ code: 'not-in-the-catalogue' })
  if (hasRow(rootMap(doc, 'deliverables'), id) === on) return ok(null)
  if (!on) {
    removeListRow(doc, 'deliverables', id)
    return ok(null)
  }
  const [complexity = ''] = known.complexities
  const added = addListRow(doc, 'deliverables', id, { complexity })
  return added.ok ? ok(null) : added
}

/** Adds a limit somebody wrote. One written with a usual limit's words is that one, whoever wrote or ticked it. */
export function addLimit(
  doc: Y.Doc,
  id: RowId,
  text: string,
  claim: boolean,
): Result<RowId, ListRefusal> {
  if (claim || !isUsualLimit(text)) return addListRow(doc, 'limits', id, { text, claim })
  const ticked = tickLimit(doc, text, true)
  return ticked.ok ? ok(limitRowId(text)) : ticked
}

/** Ticks a usual limit, or lets it go. */
export function tickLimit(doc: Y.Doc, text: string, on: boolean): Result<null, ListRefusal> {
  const id = limitRowId(text)
  if (hasRow(rootMap(doc, 'limits'), id) === on) return ok(null)
  if (!on) {
    removeListRow(doc, 'limits', id)
    return ok(null)
  }
  const added = addListRow(doc, 'limits', id, { text, claim: false })
  return added.ok ? ok(null) : added
}

interface FitValues {
  readonly fields: Readonly<Record<string, unknown>>
  readonly nameFiles: () => void
}

/** Texts cleaned and within their limit, a whole quantity, a file that can be named. */
export function fitValues<Name extends ListName>(
  doc: Y.Doc,
  list: Name,
  values: ListInput<Name>,
): Result<FitValues, ListRefusal> {
  const given = new Map<string, unknown>(Object.entries(values))
  const fields: Record<string, unknown> = {}
  const naming: (() => void)[] = []
  for (const [column, type] of columnsOf(list)) {
    const value = given.get(column)
    if (value === undefined) continue
    if (type === 'text') {
      const line = lineWithin(column, String(value), limits.cellCharacters)
      if (!line.ok) return line
      fields[column] = line.value
    } else if (type === 'quantity') {
      if (!isQuantity(value))
        return refuse({ code: 'not-a-quantity', limit: limits.deliverableQuantity })
      fields[column] = value
    } else if (type === 'file' && value !== null) {
      const file = value as BriefFile
      const named = nameFile(doc, file)
      if (!named.ok) return named
      naming.push(named.value)
      fields[column] = file.id
    } else fields[column] = value
  }
  return ok({
    fields,
    nameFiles: () => {
      for (const name of naming) name()
    },
  })
}

const isQuantity = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= limits.deliverableQuantity
