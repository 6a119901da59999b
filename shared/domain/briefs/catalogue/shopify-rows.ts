/**
 * Rows of a Shopify product export, old or new. A handle's first row carries title, type and option names for the rows below it;
 * a row with neither option values, SKU nor price only brings another picture and is no product.
 */
import type { FileCode } from './catalogue.ts'
import { takeRow, type Found } from './candidates.ts'
import type { CellQuestions } from './cells.ts'
import { cell, columnFor, type Column, type Table } from './columns.ts'
import type { GivenQuestions } from './list-rows.ts'
import { isBlank, type SheetRow } from './sheet.ts'

interface HandleHead {
  readonly title: string
  readonly category: string
  readonly optionNames: readonly string[]
}

const OPTIONS = [
  ['optionName1', 'optionValue1'],
  ['optionName2', 'optionValue2'],
  ['optionName3', 'optionValue3'],
] as const

/** Variants of one handle stand below each other. */
export const isShopify = (columns: readonly Column[]): boolean =>
  (['handle', 'name', 'optionValue1'] as const).every((use) =>
    columns.some((column) => column.use === use),
  )

export function readShopify(table: Table, given: GivenQuestions): Found {
  const found: Found = { candidates: [], problems: [] }
  const [skuColumn, handleColumn] = [columnFor(table, 'sku'), columnFor(table, 'handle')]
  const [nameColumn, priceColumn] = [columnFor(table, 'name'), columnFor(table, 'price')]
  const optionColumns = OPTIONS.map(([name, value]) => ({
    name: columnFor(table, name),
    value: columnFor(table, value),
  }))
  const asked: CellQuestions = { ...given, wanted: new Set(), zeroIsNothing: true }
  const rows = table.rows.filter((row) => !isBlank(row.cells))
  const heads = new Map<string, HandleHead>()
  const missingSku: number[] = []
  let pictureRows = 0

  for (const row of table.rows) {
    const { rowNumber } = row
    const [sku, handle] = [cell(row, skuColumn), cell(row, handleColumn)]
    // No totals here: Shopify writes none, and `total` is a possible handle.
    if (isBlank(row.cells)) {
      found.problems.push({ code: 'blank-row', rowNumber, column: null, imported: false })
      continue
    }
    if (handle === '' && sku === '') {
      const at = { rowNumber, column: handleColumn?.title ?? '', value: '', imported: false }
      found.problems.push({ code: 'missing-handle', ...at })
      continue
    }
    const known = handle === '' ? undefined : heads.get(handle)
    const head = known ?? readHead(row, table, optionColumns)
    const values = optionColumns.map(({ value }) => cell(row, value))
    const hasPrice = cell(row, priceColumn) !== ''
    if (known !== undefined && sku === '' && !hasPrice && values.every((value) => value === '')) {
      pictureRows += 1
      continue
    }
    if (known === undefined && handle !== '') heads.set(handle, head)
    if (known === undefined && head.title === '') {
      const at = { rowNumber, column: nameColumn?.title ?? '', value: '', imported: true }
      found.problems.push({ code: 'missing-value', ...at })
    }
    if (sku === '') missingSku.push(rowNumber)
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
    takeRow(found, row, table, words, asked)
  }

  const lacking = (use: 'sku' | 'picture' | 'pictureText', code: FileCode): void => {
    const column = columnFor(table, use)
    const count = column === undefined ? 0 : rows.filter((row) => cell(row, column) === '').length
    tell(found, code, column, count)
  }
  // One by one only where some have a SKU: a shop without any needs to hear it once.
  if (missingSku.length === found.candidates.length) lacking('sku', 'missing-sku')
  else
    for (const rowNumber of missingSku) {
      const at = { rowNumber, column: skuColumn?.title ?? '', value: '', imported: true }
      found.problems.push({ code: 'missing-sku', ...at })
    }
  lacking('pictureText', 'missing-alt-text')
  lacking('picture', 'missing-image')
  tell(found, 'picture-rows', columnFor(table, 'picture'), pictureRows)
  return found
}

function tell(found: Found, code: FileCode, column: Column | undefined, count: number): void {
  if (count === 0 || column === undefined) return
  found.problems.push({ code, rowNumber: null, column: column.title, count })
}

const readHead = (
  row: SheetRow,
  table: Table,
  options: readonly { readonly name: Column | undefined }[],
): HandleHead => ({
  title: cell(row, columnFor(table, 'name')),
  category: cell(row, columnFor(table, 'category')),
  optionNames: options.map(({ name }) => cell(row, name)),
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
