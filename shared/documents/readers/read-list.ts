/** A list of the brief (shared/domain/briefs/lists.ts) in its order. Never throws; a cell of another type counts as empty. */
import type * as Y from 'yjs'
import {
  columnsOf,
  type CellType,
  type ListName,
  type ListRow,
  type ListValues,
} from '#shared/domain/briefs/lists.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { fileIdIn, flagIn, textIn, wholeIn } from './plain-values.ts'
import { readRowPart, type RowReader } from './row-part.ts'

export const readList = <Name extends ListName>(doc: Y.Doc, name: Name): ListRow<Name>[] =>
  readRowPart(rootMap(doc, name), listReader(name))

export function listReader<Name extends ListName>(name: Name): RowReader<ListRow<Name>> {
  const columns = columnsOf(name)
  return {
    read: ({ id, fields }) => {
      const cells = columns.map(([column, type]) => [column, cellIn[type](fields.get(column))])
      // The columns' types are the table's, column by column.
      return { id, ...(Object.fromEntries(cells) as ListValues<Name>) }
    },
  }
}

const cellIn: Readonly<Record<CellType, (value: unknown) => unknown>> = {
  text: textIn,
  flag: flagIn,
  file: fileIdIn,
  quantity: (value) => wholeIn(value) ?? 1,
}
