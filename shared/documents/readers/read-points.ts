/** The selling points in order, each with its candidates. Never throws; a row without a readable text has an empty one. */
import type * as Y from 'yjs'
import type { SellingPoint } from '#shared/domain/briefs/brief.ts'
import { readShortText } from '#shared/documents/short-text.ts'
import { fileIdIn, textIn } from './plain-values.ts'
import { readRowPart, type RowReader } from './row-part.ts'

export const readPoints = (map: Y.Map<unknown>): SellingPoint[] => readRowPart(map, pointReader)

export const pointReader: RowReader<SellingPoint> = {
  read({ id, fields }, { place }) {
    const text = readShortText(fields, 'text')
    return {
      id,
      text: text?.text ?? '',
      candidates: text?.candidates ?? [],
      proof: textIn(fields.get('proof')),
      proofFile: fileIdIn(fields.get('proofFile')),
      order: place + 1,
    }
  },
}
