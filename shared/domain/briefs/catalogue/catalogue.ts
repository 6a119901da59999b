/**
 * What a product list becomes: product rows for a brief, and what was found on the way. Codes and places only; sentences
 * are made where they are shown. Row numbers are 1-based in the file, every row counted, a quoted cell with line breaks
 * being part of one row.
 */
import type { ColumnUse } from './column-use.ts'

export type TextEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'
export type Encoding = TextEncoding | 'XLSX'
export type Delimiter = 'comma' | 'semicolon' | 'tab'
export type CatalogueSource = 'shopify' | 'amazon' | 'list'

export interface CatalogueRow {
  readonly rowNumber: number
  /** Text as it stands in the file, spaces at both ends removed: `00042` and 19 digits stay what they are. '' when there is none. */
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly handle: string
  /** `Size=Small / Color=Red`; '' when the product has no variants. */
  readonly options: string
  readonly barcode: string
  /** With its line breaks. */
  readonly note: string
  readonly weightGrams?: number
  /** Where the row has no SKU: one made of handle and options, for a person to confirm. */
  readonly proposedSku?: string
  /** Which product this is, on every device and at every import: see `catalogueKey`. */
  readonly key: string
}

export interface Catalogue {
  readonly source: CatalogueSource
  /** The last row of the header. */
  readonly headerRow: number
  /** The header, flattened where it has several rows. */
  readonly titles: readonly string[]
  /** What is taken from each column, as long as `titles`. */
  readonly uses: readonly ColumnUse[]
  /** False: neither SKU nor name is among the columns, so there are no rows. */
  readonly isMapped: boolean
  readonly rows: readonly CatalogueRow[]
  /** Headings of columns nothing was taken from, in the order of the file, cut to 80 characters. */
  readonly unusedColumns: readonly string[]
  /** In the order of the file; those about the whole file first. */
  readonly problems: readonly RowProblem[]
}

/** Remarks on one cell. `value` is what the cell said, cut to 80 characters. */
export type CellCode =
  | 'missing-sku'
  | 'missing-name'
  | 'missing-handle'
  | 'missing-value'
  | 'missing-image'
  | 'trimmed'
  | 'leading-zeros'
  | 'odd-hyphen'
  | 'full-width'
  | 'four-byte-character'
  | 'scientific-notation'
  | 'too-long-barcode'
  | 'bad-check-digit'
  | 'title-too-long'
  | 'cell-too-long'
  | 'formula-like'
  | 'formula-error'
  | 'formula-without-value'
  | 'rich-text-number'
  | 'blank-line-in-cell'
  | 'bad-number'
  | 'bad-date'
  | 'zero-value'
  | 'unit-in-cell'
  | 'currency-in-cell'
  | 'decimal-comma'
  | 'thousands-separator'
  | 'thousands-and-decimal'
  | 'orphan-child'
  | 'unknown-sku'
  | 'blank-erases'
  | 'delete-row'

/** Two rows that are, or look like, one product. `firstRow` is the earlier one. */
export type ClashCode = 'duplicate-sku' | 'duplicate-row' | 'same-sku-other-case' | 'similar-sku'

export type ShapeCode = 'blank-row' | 'totals-row' | 'short-row' | 'long-row'

/** `count` rows of the file, told once. */
export type FileCode = 'missing-sku' | 'missing-image' | 'missing-alt-text' | 'picture-rows'

export interface CellProblem {
  readonly code: CellCode
  readonly rowNumber: number
  readonly column: string
  readonly value: string
  /** Whether the row became a product all the same. */
  readonly imported: boolean
}

export type RowProblem =
  | CellProblem
  | {
      readonly code: ClashCode
      readonly rowNumber: number
      readonly column: string
      readonly value: string
      readonly firstRow: number
      readonly imported: boolean
    }
  | {
      readonly code: ShapeCode
      readonly rowNumber: number
      readonly column: null
      readonly imported: boolean
    }
  | {
      readonly code: FileCode
      readonly rowNumber: null
      readonly column: string
      readonly count: number
    }

export type TextRefusal =
  | { readonly code: 'empty-file' }
  /** A workbook of another kind (xls, ods, numbers …): save it as XLSX or CSV first. */
  | { readonly code: 'workbook-save-as-csv' }
  /** Bytes that are no text at all. */
  | { readonly code: 'not-a-text-file' }
  /** Text in an encoding we do not read, or broken: save it as UTF-8. */
  | { readonly code: 'unreadable-save-as-utf8' }

export type WorkbookRefusal =
  | { readonly code: 'workbook-save-as-csv' }
  /** Cut off, changed, or not what its name says. */
  | { readonly code: 'broken-workbook' }
  /** Small as a file, huge once unpacked. */
  | { readonly code: 'workbook-too-large'; readonly limit: number }

export type TableRefusal =
  | { readonly code: 'empty-file' }
  | { readonly code: 'too-many-rows'; readonly limit: number }
  | { readonly code: 'too-many-columns'; readonly limit: number }
  /** A quotation mark is opened and not closed properly: everything after it may stand in the wrong cell. */
  | { readonly code: 'broken-quotes'; readonly rowNumber: number }

export type CatalogueRefusal =
  | TextRefusal
  | WorkbookRefusal
  | TableRefusal
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly limit: number }

export interface CatalogueLimits {
  readonly maxBytes: number
  /** Rows below the header, blank ones counted. */
  readonly maxRows: number
  readonly maxColumns: number
  /** UTF-16 units in a cell that we take over; long descriptions in other columns do not matter. */
  readonly maxCell: number
  /** What a workbook may come to once unpacked. */
  readonly maxUnpacked: number
}
