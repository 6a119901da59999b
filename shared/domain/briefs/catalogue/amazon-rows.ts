/**
 * Rows of an Amazon flat file. A parent only holds its variants together, so much of it is empty; a child names its parent;
 * a row may ask to delete the product; in a full update an empty cell erases what is live.
 */
import type { CellCode } from './catalogue.ts'
import { takeRow, type Found } from './candidates.ts'
import { shortened, type CellQuestions } from './cells.ts'
import { cell, columnFor, type Column, type Table } from './columns.ts'
import { optionsOf, type GivenQuestions } from './list-rows.ts'
import { isBlank, type SheetRow } from './sheet.ts'

/** Amazon shows no more of a title. */
const TITLE_CHARACTERS = 75

export function readAmazon(table: Table, given: GivenQuestions): Found {
  const found: Found = { candidates: [], problems: [] }
  const column = {
    sku: columnFor(table, 'sku'),
    name: columnFor(table, 'name'),
    category: columnFor(table, 'category'),
    picture: columnFor(table, 'picture'),
    parentSku: columnFor(table, 'parentSku'),
    parentage: columnFor(table, 'parentage'),
    updateDelete: columnFor(table, 'updateDelete'),
  }
  const options = table.columns.flatMap((one) =>
    one.use === 'option' ? [{ ...one, title: optionName(one.title) }] : [],
  )
  const live = table.columns.filter(({ use }) => use === 'price' || use === 'quantity')
  const skus = new Set(table.rows.map((row) => cell(row, column.sku)))
  const asked: CellQuestions = {
    ...given,
    wanted: new Set(),
    maxName: TITLE_CHARACTERS,
    zeroIsNothing: true,
  }
  const tell = (
    code: CellCode,
    { rowNumber }: SheetRow,
    at: Column | undefined,
    value: string,
    imported: boolean,
  ): void => {
    const title = at?.title ?? ''
    found.problems.push({ code, rowNumber, column: title, value: shortened(value), imported })
  }
  // Columns nobody fills (a sale price) are no loss when they are empty.
  const used = live.filter((one) => table.rows.some((row) => cell(row, one) !== ''))

  for (const row of table.rows) {
    if (isBlank(row.cells)) {
      const { rowNumber } = row
      found.problems.push({ code: 'blank-row', rowNumber, column: null, imported: false })
      continue
    }
    const sku = cell(row, column.sku)
    if (sku === '') {
      tell('missing-sku', row, column.sku, '', false)
      continue
    }
    const asks = cell(row, column.updateDelete)
    if (/^delete$/i.test(asks)) {
      tell('delete-row', row, column.updateDelete, asks, false)
      continue
    }
    const isParent = /^parent$/i.test(cell(row, column.parentage))
    const parent = cell(row, column.parentSku)
    const isOrphan = !isParent && parent !== '' && !skus.has(parent)
    if (isOrphan) tell('orphan-child', row, column.parentSku, parent, false)
    if (!isParent) {
      for (const one of used)
        if (/^update$/i.test(asks) && cell(row, one) === '')
          tell('blank-erases', row, one, '', !isOrphan)
      if (column.picture !== undefined && cell(row, column.picture) === '')
        tell('missing-image', row, column.picture, '', !isOrphan)
    }
    if (isOrphan) continue
    const words = {
      sku,
      name: cell(row, column.name),
      category: cell(row, column.category),
      handle: '',
      options: optionsOf(row, options),
    }
    takeRow(found, row, table, words, asked)
  }
  return found
}

/** `color_name` → `Color`. */
const optionName = (title: string): string => {
  const word = title.replace(/_name$/, '').replaceAll('_', ' ')
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
