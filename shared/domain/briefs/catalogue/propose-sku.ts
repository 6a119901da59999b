/**
 * A SKU for a product without one, of its handle and option values: `OCEAN-BLUE-SHIRT-SMALL`. Only proposed: a person
 * confirms. The same on every device, and never one that is taken in the file.
 */
import type { CatalogueRow } from './catalogue.ts'

export function proposeSkus(rows: readonly CatalogueRow[]): CatalogueRow[] {
  const taken = new Set(rows.map(({ sku }) => sku.toLowerCase()))
  return rows.map((row) => {
    if (row.sku !== '' || row.handle === '') return row
    const wanted = proposed(row)
    if (wanted === '') return row
    let sku = wanted
    for (let more = 2; taken.has(sku.toLowerCase()); more += 1) sku = `${wanted}-${more}`
    taken.add(sku.toLowerCase())
    return { ...row, proposedSku: sku }
  })
}

/** Characters a proposed SKU may have: Amazon takes 40. */
const LONGEST = 40

function proposed({ handle, options }: CatalogueRow): string {
  const values = options.split(' / ').map((option) => option.slice(option.indexOf('=') + 1))
  const parts = [handle, ...values]
  return parts
    .map((part) =>
      part
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('-')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
}
