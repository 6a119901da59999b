/** The list rows of prices and of a brief's costs: that they are there, and how many quotes. Figures are read from the documents. */
export interface PricesSummary {
  readonly kind: 'prices'
  readonly title: string
}

export interface CostsSummary {
  readonly kind: 'costs'
  readonly title: string
  readonly quotes: number
}

export const parsePricesSummary = (value: unknown): PricesSummary | null =>
  typeof value === 'object' && value !== null ? { kind: 'prices', title: '' } : null

/** Null so that it is made again. */
export function parseCostsSummary(value: unknown): CostsSummary | null {
  if (typeof value !== 'object' || value === null) return null
  const { quotes }: { readonly quotes?: unknown } = value
  return typeof quotes === 'number' ? { kind: 'costs', title: '', quotes } : null
}
