/** What a column of a list is used for. What a person may choose stands apart from what only known formats have. */
export const choosableUses = [
  'sku',
  'name',
  'category',
  'option',
  'weight',
  'weightKg',
  'barcode',
  'note',
  'price',
  'quantity',
  'date',
  'certificate',
  'none',
] as const

/** Of shop exports: their columns are known by their words and need each other. */
const formatUses = [
  'handle',
  'picture',
  'pictureText',
  'optionName1',
  'optionValue1',
  'optionName2',
  'optionValue2',
  'optionName3',
  'optionValue3',
  'parentSku',
  'parentage',
  'updateDelete',
] as const

export const columnUses = [...choosableUses, ...formatUses] as const

export type ColumnUse = (typeof columnUses)[number]

/** Of these a list has several; of every other use the first column counts. */
const manifold: ReadonlySet<ColumnUse> = new Set(['option', 'price', 'date', 'certificate', 'none'])

export const isManifold = (use: ColumnUse): boolean => manifold.has(use)

/** Looked at and never kept: guests read briefs. */
const checkedOnly: ReadonlySet<ColumnUse> = new Set(['price', 'quantity', 'date', 'certificate'])

export const isCheckedOnly = (use: ColumnUse): boolean => checkedOnly.has(use)

export const isColumnUse = (value: unknown): value is ColumnUse =>
  columnUses.some((use) => use === value)
