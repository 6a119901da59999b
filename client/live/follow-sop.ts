/** The team's SOP as it stands: every version that was published, those that are here, and the one work begins under. */
import { createMemo, type Accessor } from 'solid-js'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { Records } from '#client/replica/kept-records.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { readSopVersions, type SopVersions } from '#shared/records/sop-versions.ts'
import { currentSop, type CurrentSop } from './current-sop.ts'
import { followRecords } from './records-by-scope.ts'
import { createSopShelf, type SopShelf } from './sop-shelf.ts'

export interface TeamSop {
  readonly versions: SopVersions
  readonly shelf: SopShelf
  readonly now: CurrentSop
}

/** Null for the first moments. Follows until the calling view goes. */
export function followSop(
  records: Pick<Records, 'ofKind' | 'subscribe'>,
  documents: Accessor<readonly IndexEntry<DocumentSummary>[]>,
): Accessor<TeamSop | null> {
  const published = followRecords(records, 'sop')
  const shelfOf = createSopShelf()
  const shelf = createMemo(() => shelfOf(documents()))
  const versions = createMemo(() => {
    const found = published()
    return found && readSopVersions([...found.values()].flat())
  })
  return createMemo(() => {
    const made = versions()
    return made && { versions: made, shelf: shelf(), now: currentSop(made, shelf()) }
  })
}
