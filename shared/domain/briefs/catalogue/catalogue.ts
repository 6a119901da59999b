/**
 * What a product list becomes: product rows for a brief, and what was found on the way. Codes and places only; sentences
 * are made where they are shown. Row numbers are 1-based in the file, every row counted, a quoted cell with line breaks
 * being part of one row.
 */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'
export type Delimiter = 'comma' | 'semicolon' | 'tab'

export interface CatalogueRow {
  readonly rowNumber: number
  /** Text as it stands in the file, spaces at both ends removed: `00042` and 19 digits stay what they are. '' when there is none. */
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly handle: string
  /** `Size=Small / Color=Red`; '' when the product has no variants. */
  readonly options: string
  readonly weightGrams?: number
  /** Which product this is, on every device and at every import: see `catalogueKey`. */
  readonly key: string
}

export interface Catalogue {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly source: 'shopify' | 'list'
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
  | 'trimmed'
  | 'leading-zeros'
  | 'odd-hyphen'
  | 'full-width'
  | 'scientific-notation'
  | 'bad-number'
  | 'zero-value'
  | 'unit-in-cell'
  | 'decimal-comma'
  | 'thousands-separator'
  | 'thousands-and-decimal'

/** Two rows that are, or look like, one product. `firstRow` is the earlier one. */
export type ClashCode = 'duplicate-sku' | 'duplicate-row' | 'same-sku-other-case' | 'similar-sku'

export type ShapeCode = 'blank-row' | 'totals-row' | 'short-row' | 'long-row'

/** `imported` tells whether the row became a product all the same. */
export type RowProblem =
  | {
      readonly code: CellCode
      readonly rowNumber: number
      readonly column: string
      readonly value: string
      readonly imported: boolean
    }
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
  /** Of the whole file: no row has a SKU; or so many rows only bring another picture of the product above. */
  | {
      readonly code: 'missing-sku' | 'picture-rows'
      readonly rowNumber: null
      readonly column: string
      readonly count: number
    }

export type TextRefusal =
  | { readonly code: 'empty-file' }
  /** A workbook (xlsx, xls, ods, numbers …): save it as CSV first. */
  | { readonly code: 'workbook-save-as-csv' }
  /** Bytes that are no text at all. */
  | { readonly code: 'not-a-text-file' }
  /** Text in an encoding we do not read, or broken: save it as UTF-8. */
  | { readonly code: 'unreadable-save-as-utf8' }

export type TableRefusal =
  | { readonly code: 'empty-file' }
  | { readonly code: 'too-many-rows'; readonly limit: number }
  | { readonly code: 'too-many-columns'; readonly limit: number }
  /** A quotation mark is opened and not closed properly: everything after it may stand in the wrong cell. */
  | { readonly code: 'broken-quotes'; readonly rowNumber: number }

export type CatalogueRefusal =
  | TextRefusal
  | TableRefusal
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly limit: number }
  | {
      readonly code: 'cell-too-long'
      readonly rowNumber: number
      readonly column: string
      readonly limit: number
    }
  | { readonly code: 'no-sku-or-name-column'; readonly headers: readonly string[] }

export interface CatalogueLimits {
  readonly maxBytes: number
  /** Rows below the header, blank ones counted. */
  readonly maxRows: number
  /** UTF-16 units in a cell that we take over; long descriptions in other columns do not matter. */
  readonly maxCell: number
}

export const defaultCatalogueLimits: CatalogueLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxRows: 50_000,
  maxCell: 2_000,
}
