/** A brief's products as a table for other programs: UTF-8 with its mark, which spreadsheets need to read Chinese. */
import type { Product } from '#shared/domain/briefs/brief.ts'

const columns = ['sku', 'name', 'options', 'category', 'weightGrams', 'barcode', 'note'] as const

/** A cell that a spreadsheet would compute begins with an apostrophe, so that it stays text. */
export async function productsCsv(
  products: readonly Product[],
  headings: Readonly<Record<(typeof columns)[number], string>>,
): Promise<string> {
  const { default: papa } = await import('papaparse')
  const rows = products.map((product) => columns.map((column) => product[column] ?? ''))
  const table = papa.unparse([columns.map((column) => headings[column]), ...rows], {
    escapeFormulae: true,
    newline: '\r\n',
  })
  return `\ufeff${table}\r\n`
}
