/** What a person does to a brief's selling points: short texts in an order. Ids of new rows are arguments. */
import type * as Y from 'yjs'
import type { BriefFile } from '#shared/domain/briefs/brief.ts'
import { lineWithin, type TooLong } from '#shared/domain/briefs/clean-text.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { addRows, hasRow, moveRow, readRows, removeRow } from '#shared/documents/rows.ts'
import { chooseShortText, readShortText, writeShortText } from '#shared/documents/short-text.ts'
import { nameFile, type FileRefusal } from './brief-files.ts'
import { change } from './local-change.ts'

export type PointRefusal = TooLong | { readonly code: 'too-many-points'; readonly limit: number }

/** Adds a point at the end, or before the point `before`. */
export function addPoint(
  doc: Y.Doc,
  id: RowId,
  text: string,
  before: RowId | null = null,
): Result<RowId, PointRefusal> {
  const line = lineWithin('points', text, limits.pointCharacters)
  if (!line.ok) return line
  const points = rootMap(doc, 'points')
  if (readRows(points).length >= limits.pointsPerBrief) {
    return refuse({ code: 'too-many-points', limit: limits.pointsPerBrief })
  }
  change(doc, 'addPoint', [id], () => {
    addRows(points, [{ id, fields: {} }])
    writeShortText(points, `${id}/text`, line.value)
    if (before !== null) moveRow(points, id, before)
  })
  return ok(id)
}

export function setPointText(doc: Y.Doc, id: RowId, text: string): Result<null, TooLong> {
  const line = lineWithin('points', text, limits.pointCharacters)
  if (!line.ok) return line
  const points = rootMap(doc, 'points')
  const now = readShortText(points, `${id}/text`)
  if (now === null || now.choose || now.text !== line.value) {
    change(doc, 'setPointText', [id], () => writeShortText(points, `${id}/text`, line.value))
  }
  return ok(null)
}

/** What shows that a point is true: a line, a file, or both. */
export function setPointProof(
  doc: Y.Doc,
  id: RowId,
  values: { readonly proof?: string; readonly proofFile?: BriefFile | null },
): Result<null, TooLong | FileRefusal> {
  const line = lineWithin('proof', values.proof ?? '', limits.pointCharacters)
  if (!line.ok) return line
  const file = values.proofFile ?? null
  const named = file === null ? ok(() => undefined) : nameFile(doc, file)
  if (!named.ok) return named
  const points = rootMap(doc, 'points')
  const changed: [string, unknown][] = []
  if (values.proof !== undefined && (points.get(`${id}/proof`) ?? '') !== line.value)
    changed.push([`${id}/proof`, line.value])
  if (
    values.proofFile !== undefined &&
    (points.get(`${id}/proofFile`) ?? null) !== (file?.id ?? null)
  )
    changed.push([`${id}/proofFile`, file?.id ?? null])
  if (changed.length === 0) return ok(null)
  const keys = changed.map(([key]) => key)
  change(doc, 'setPointProof', keys, () => {
    named.value()
    for (const [key, value] of changed) points.set(key, value)
  })
  return ok(null)
}

/** Settles on one of several texts; refused when that one has been settled or rewritten meanwhile. */
export function choosePointText(
  doc: Y.Doc,
  id: RowId,
  writer: string,
): Result<null, { readonly code: 'no-such-candidate' }> {
  const points = rootMap(doc, 'points')
  const stands =
    readShortText(points, `${id}/text`)?.candidates.some((one) => one.writer === writer) ?? false
  if (!stands) return refuse({ code: 'no-such-candidate' })
  change(doc, 'choosePointText', [id], () => void chooseShortText(points, `${id}/text`, writer))
  return ok(null)
}

/** Places a point before another, or last. A point that is not there is left alone. */
export function movePoint(doc: Y.Doc, id: RowId, before: RowId | null): void {
  const points = rootMap(doc, 'points')
  if (id === before || !hasRow(points, id)) return
  change(doc, 'movePoint', [id], () => moveRow(points, id, before))
}

export function removePoint(doc: Y.Doc, id: RowId): void {
  const points = rootMap(doc, 'points')
  if (hasRow(points, id)) change(doc, 'removePoint', [id], () => removeRow(points, id))
}
