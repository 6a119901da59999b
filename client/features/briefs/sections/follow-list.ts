/** A list of the brief as its section reads it, repainted row by row. */
import type { Accessor } from 'solid-js'
import { followRows } from '#client/live/follow-rows.ts'
import type { ListName, ListRow } from '#shared/domain/briefs/lists.ts'
import { listReader } from '#shared/documents/readers/read-list.ts'
import { rootMap } from '#shared/documents/roots.ts'
import type { SectionOf } from './section-of.ts'

export const followList = <Name extends ListName>(
  section: Pick<SectionOf, 'doc'>,
  list: Name,
): Accessor<readonly ListRow<Name>[]> =>
  followRows(
    () => section.doc,
    (doc) => rootMap(doc, list),
    listReader(list),
  )
