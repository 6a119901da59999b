/**
 * Rows of a Shopify product export. A handle's first row carries title, type and option names for the rows below it;
 * a row with neither option values, SKU nor price only brings another picture and is no product.
 */
import type { RowProblem } from './catalogue.ts'
import type { Found } from './candidates.ts'
import { addCandidate, remarks, weightOf } from './candidates.ts'
import type { Columns } from './columns.ts'
import { cell } from './columns.ts'
import type { Table, TableRow } from './parse-table.ts'
import { isBlank } from './parse-table.ts'

interface HandleHead {
  readonly title: string
  readonly category: string
  readonly optionNames: readonly string[]
}

export function readShopify(table: Table, columns: Columns): Found {
  const found: Found = { candidates: [], problems: [] }
  const { byField } = columns
  const titleOf = (field: 'sku' | 'handle' | 'picture'): string => byField.get(field)?.title ?? ''
  const heads = new Map<string, HandleHead>()
  const missingSku: RowProblem[] = []
  let pictureRows = 0

  for (const row of table.rows) {
    const { rowNumber } = row
    const [sku, handle] = [cell(row, byField.get('sku')), cell(row, byField.get('handle'))]
    // No totals here: Shopify writes none, and `total` is a possible handle.
    if (isBlank(row.cells)) {
      found.problems.push({ code: 'blank-row', rowNumber, column: null, imported: false })
      continue
    }
    if (handle === '' && sku === '') {
      const at = { rowNumber, column: titleOf('handle'), value: '', imported: false }
      found.problems.push({ code: 'missing-handle', ...at })
      continue
    }
    const known = handle === '' ? undefined : heads.get(handle)
    const head = known ?? readHead(row, columns)
    const values = columns.options.map(({ value }) => cell(row, value))
    const hasPrice = cell(row, byField.get('price')) !== ''
    if (known !== undefined && sku === '' && !hasPrice && values.every((value) => value === '')) {
      pictureRows += 1
      continue
    }
    if (known === undefined && handle !== '') heads.set(handle, head)

    const at = { rowNumber, imported: true, value: '' }
    if (known === undefined && head.title === '')
      found.problems.push({
        code: 'missing-value',
        column: byField.get('name')?.title ?? '',
        ...at,
      })
    if (sku === '') missingSku.push({ code: 'missing-sku', column: titleOf('sku'), ...at })
    found.problems.push(...remarks(row, table, columns))

    const { grams, problems } = weightOf(row, table, columns)
    // Shopify writes 0 grams where nobody entered a weight.
    if (grams !== 0) found.problems.push(...problems)
    const variant = isDefaultTitle(head.optionNames, values) ? [] : values
    const words = {
      sku,
      handle,
      name: [
        head.title === '' ? handle : head.title,
        ...variant.filter((value) => value !== ''),
      ].join(' · '),
      category: head.category,
      options: optionsText(head.optionNames, variant),
    }
    addCandidate(found, row, words, grams === 0 ? undefined : grams)
  }

  if (missingSku.length > 0 && missingSku.length === found.candidates.length) {
    const count = missingSku.length
    found.problems.push({ code: 'missing-sku', rowNumber: null, column: titleOf('sku'), count })
  } else found.problems.push(...missingSku)
  if (pictureRows > 0)
    found.problems.push({
      code: 'picture-rows',
      rowNumber: null,
      column: titleOf('picture'),
      count: pictureRows,
    })
  return found
}

const readHead = (row: TableRow, columns: Columns): HandleHead => ({
  title: cell(row, columns.byField.get('name')),
  category: cell(row, columns.byField.get('category')),
  optionNames: columns.options.map(({ name }) => cell(row, name)),
})

/** What Shopify writes for a product without variants. */
const isDefaultTitle = (names: readonly string[], values: readonly string[]): boolean =>
  names[0] === 'Title' &&
  values[0] === 'Default Title' &&
  values.slice(1).every((value) => value === '')

const optionsText = (names: readonly string[], values: readonly string[]): string =>
  values
    .map((value, at) =>
      value === '' || (names[at] ?? '') === '' ? value : `${names[at]}=${value}`,
    )
    .filter((text) => text !== '')
    .join(' / ')
