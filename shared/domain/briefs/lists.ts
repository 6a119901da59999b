/**
 * A brief's lists of simple rows as one table: which there are, their columns, and what a column holds. Products, selling
 * points and targets have readers and commands of their own. Left out: how rows are stored and merged (shared/documents).
 */
import type { RowId } from '#shared/lib/ids.ts'

/** `file`: the id of a file the brief refers to. `quantity`: a whole number from 1, which it is until somebody sets another. */
export type CellType = 'text' | 'flag' | 'file' | 'quantity'

export const briefLists = {
  /** A row's id is the catalogue's id (shared/domain/choices/deliverables.ts). */
  deliverables: { quantity: 'quantity', complexity: 'text' },
  facts: { name: 'text', value: 'text', unit: 'text', file: 'file' },
  references: { address: 'text', picture: 'file', learn: 'text', avoid: 'text' },
  /** What exists already. */
  photos: { text: 'text', file: 'file' },
  /** `claim`: must not be claimed. */
  limits: { text: 'text', claim: 'flag' },
  /** `deliverable`: the catalogue's id. */
  modules: { deliverable: 'text', purpose: 'text' },
  terms: { term: 'text', never: 'flag', note: 'text' },
  /** `product`: the id of its row. */
  offers: { product: 'text', price: 'text' },
} as const satisfies Record<string, Readonly<Record<string, CellType>>>

export type ListName = keyof typeof briefLists

interface CellValues {
  text: string
  flag: boolean
  /** null: none. */
  file: string | null
  quantity: number
}

export type ListValues<Name extends ListName> = {
  readonly [
    Column in keyof (typeof briefLists)[Name]
  ]: CellValues[(typeof briefLists)[Name][Column] & CellType]
}
export type ListRow<Name extends ListName> = { readonly id: RowId } & ListValues<Name>

export const listNames = Object.keys(briefLists).filter(isListName)

export function isListName(name: string): name is ListName {
  return Object.hasOwn(briefLists, name)
}

export const columnsOf = (name: ListName): readonly (readonly [string, CellType])[] =>
  Object.entries(briefLists[name])
