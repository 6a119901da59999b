/**
 * Where in a table each thing we take over stands. Where two columns mean the same, the first one counts.
 */
import type { Field, Meaning } from './header-words.ts'
import { headerMeaning } from './header-words.ts'
import type { TableRow } from './parse-table.ts'

export interface Column {
  readonly at: number
  /** The header as the file has it. */
  readonly title: string
}

export interface Columns {
  readonly byField: ReadonlyMap<Field, Column>
  readonly weight: (Column & { readonly gramsPerUnit: number }) | undefined
  /** Name and value columns of the options 1 to 3 that the file has. */
  readonly options: readonly { readonly name: Column | undefined; readonly value: Column }[]
}

export function findColumns(header: readonly string[]): Columns {
  const found = header.flatMap((title, at): (Column & { meaning: Meaning })[] => {
    const meaning = headerMeaning(title)
    return meaning === undefined ? [] : [{ at, title, meaning }]
  })
  const byField = new Map<Field, Column>()
  let weight: Columns['weight']
  for (const { at, title, meaning } of found) {
    if (meaning.field === 'weight') weight ??= { at, title, gramsPerUnit: meaning.gramsPerUnit }
    else if (meaning.field !== 'optionName' && meaning.field !== 'optionValue')
      if (!byField.has(meaning.field)) byField.set(meaning.field, { at, title })
  }
  const optionColumn = (field: 'optionName' | 'optionValue', option: number): Column | undefined =>
    found.find(({ meaning }) => meaning.field === field && meaning.option === option)
  const options = [1, 2, 3].flatMap((option) => {
    const value = optionColumn('optionValue', option)
    return value === undefined ? [] : [{ name: optionColumn('optionName', option), value }]
  })
  return { byField, weight, options }
}

/** A Shopify product export, old or new format: variants of one handle stand below each other. */
export const isShopify = (columns: Columns): boolean =>
  columns.byField.has('handle') && columns.byField.has('name') && columns.options.length > 0

/** Every column a cell of which goes into a product. */
export const columnsTaken = (columns: Columns): readonly Column[] => [
  ...(['sku', 'name', 'category', 'handle'] as const).flatMap(
    (field) => columns.byField.get(field) ?? [],
  ),
  ...(columns.weight === undefined ? [] : [columns.weight]),
  ...columns.options.flatMap(({ name, value }) => (name === undefined ? [value] : [name, value])),
]

/** As the file has it; '' when there is no such column or the row is too short. */
export const rawCell = (row: TableRow, column: Column | undefined): string =>
  column === undefined ? '' : (row.cells[column.at] ?? '')

export const cell = (row: TableRow, column: Column | undefined): string =>
  rawCell(row, column).trim()
