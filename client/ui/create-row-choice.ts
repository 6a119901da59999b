/** Chosen rows of a table: what a press, a range, all and none come to, told to the owner who keeps them. */
import { chooseRange, turnAll, turnRow } from './choose-rows.ts'
import type { TableSelection } from './table-column.ts'

export interface RowChoice {
  readonly turn: (row: string) => void
  /** From the row turned last, or `from` where none was. */
  readonly rangeTo: (row: string, from: string | null) => void
  readonly all: () => void
  /** Answers whether there was anything to let go of. */
  readonly none: () => boolean
  readonly ofAll: () => 'none' | 'some' | 'all'
}

export function createRowChoice<Row>(
  selection: () => TableSelection<Row>,
  ids: () => readonly string[],
): RowChoice {
  let turned: string | null = null
  const chosen = (): ReadonlySet<string> => selection().chosen
  return {
    turn: (row) => {
      turned = row
      selection().onChange(turnRow(chosen(), row))
    },
    rangeTo: (row, from) => {
      turned ??= from
      selection().onChange(chooseRange(chosen(), ids(), turned, row))
    },
    all: () => selection().onChange(turnAll(chosen(), ids())),
    none: () => {
      const any = chosen().size > 0
      if (any) selection().onChange(new Set())
      return any
    },
    ofAll: () => {
      if (chosen().size === 0) return 'none'
      return chosen().size >= ids().length && ids().every((id) => chosen().has(id)) ? 'all' : 'some'
    },
  }
}
