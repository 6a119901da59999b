/** The version of the SOP work begins under now, read once from this device's records and rows. */
import { currentSop, type CurrentSop } from '#client/live/current-sop.ts'
import { createSopShelf } from '#client/live/sop-shelf.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { readSopVersions } from '#shared/records/sop-versions.ts'

export async function sopNow(
  records: Replica['records'],
  documents: readonly IndexEntry<DocumentSummary>[],
): Promise<CurrentSop> {
  const versions = readSopVersions(await records.ofKind('sop'))
  return currentSop(versions, createSopShelf()(documents))
}
