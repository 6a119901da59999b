/** The selling points in order, each with its candidates. Never throws; a row without a readable text has an empty one. */
import type * as Y from 'yjs'
import type { SellingPoint } from '#shared/domain/briefs/brief.ts'
import { isRowId } from '#shared/domain/briefs/row-ids.ts'
import { readRows } from '#shared/documents/rows.ts'
import { readShortTexts } from '#shared/documents/short-text.ts'

export function readPoints(map: Y.Map<unknown>): SellingPoint[] {
  const texts = readShortTexts(map)
  return readRows(map).flatMap(({ id }, index) => {
    if (!isRowId(id)) return []
    const text = texts.get(`${id}/text`)
    return [{ id, text: text?.text ?? '', candidates: text?.candidates ?? [], order: index + 1 }]
  })
}
