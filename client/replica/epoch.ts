/**
 * A relay that was restored from a backup says so by a new epoch: heads start from 0, and every document here is compared
 * with the relay's once; what it lacks becomes outbox rows. The comparison survives a reload until it is finished.
 */
import type { Link } from './link.ts'
import type { Questions } from './questions.ts'
import type { Store } from './store.ts'
import { cursorNote } from './feed.ts'
import { isEmpty, missingAt } from './updates.ts'
import { writeNote } from './notes.ts'
import type { Status } from './status.ts'

const epochNote = 'epoch'
const compareNote = 'compare'

/** Before anything is pushed or asked on a new socket. */
export async function adoptEpoch(store: Store, epoch: string): Promise<void> {
  const known = await store.getNote(epochNote)
  if (known === epoch) return
  if (known === undefined) return store.putNote(epochNote, epoch)
  await store.resetHeads(epoch, { [epochNote]: epoch, [cursorNote]: null, [compareNote]: epoch })
}

/** Brings what the relay lacks into the outbox; true when there was nothing to do or all of it is done. */
export async function compareAll(
  {
    store,
    link,
    questions,
    status,
  }: { store: Store; link: Link; questions: Questions; status: Status },
  now: number,
): Promise<boolean> {
  const epoch = link.welcome()?.epoch
  if (epoch === undefined || (await store.getNote(compareNote)) !== epoch || !link.mayWrite())
    return true
  for (const { doc } of await store.heads()) {
    const vector = await questions.vector(doc)
    if (vector.kind === 'lost') return false
    const { updates } = await store.load(doc)
    const bytes = missingAt(updates, vector.kind === 'answer' ? vector.value : null)
    if (isEmpty(bytes)) continue
    const note = writeNote([{ command: 'recover', fields: [] }], now)
    status.noteWaiting(new Map([[doc, await store.queue(doc, { bytes, note, at: now })]]))
  }
  await store.putNote(compareNote, null)
  return true
}
