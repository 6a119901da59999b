/** A brief as large as one may be: 500 products, fifty selling points, the rest of the form filled. Needs nothing of Node. */
import type * as Y from 'yjs'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { setSentence } from '#shared/documents/commands/brief-details.ts'
import { setTitle, toggleTarget } from '#shared/documents/commands/brief-fields.ts'
import { addListRow, chooseDeliverable } from '#shared/documents/commands/brief-lists.ts'
import { addPoint } from '#shared/documents/commands/brief-points.ts'
import { pasteProducts } from '#shared/documents/commands/paste-products.ts'
import { limits } from '#shared/protocol/limits.ts'

export const largeTitle = 'Five hundred cups'

export function writeLargeBrief(doc: Y.Doc): void {
  setTitle(doc, largeTitle)
  const products = Array.from({ length: limits.productsPerBrief }, (_, at) => ({
    id: randomRowId(),
    values: {
      sku: `CUP-${at}`,
      name: `Insulated cup, colour ${at}, with its lid`,
      category: 'Drinkware',
      weightGrams: 200 + at,
    },
  }))
  pasteProducts(doc, products)
  for (const market of ['US', 'CA'])
    toggleTarget(doc, { platform: 'amazon', market, locale: `en-${market}` }, true)
  for (const id of ['main-image', 'secondary-image', 'short-video', 'title'])
    chooseDeliverable(doc, id, true)
  for (let at = 0; at < limits.pointsPerBrief; at += 1)
    addPoint(doc, randomRowId(), `Keeps cold for ${at} hours in a closed car`)
  for (let at = 0; at < 50; at += 1)
    addListRow(doc, 'facts', randomRowId(), { name: `size ${at}`, value: `${at}`, unit: 'mm' })
  setSentence(doc, 'tone', 'Light grey ground, side light, no faces')
}
