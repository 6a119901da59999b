/**
 * A relay that was restored from a backup says so by a new epoch: heads start from 0, and every document here is compared
 * with the relay's once; what it lacks becomes outbox rows. The comparison survives a reload until it is finished.
 */
import type { Link } from './link.ts'
import type { Questions } from './questions.ts'
import { compareNote, cursorNote, epochNote, type Store } from './store.ts'
import type { Status } from './status.ts'

/** A state vector without authors. */
const nothingKnown = new Uint8Array([0])

/** Before anything is pushed or asked on a new socket. Until a document is compared, its status does not say safe. */
export async function adoptEpoch(store: Store, status: Status, epoch: string): Promise<void> {
  const known = await store.getNote(epochNote)
  if (known === undefined) return store.putNote(epochNote, epoch)
  if (known !== epoch) {
    const notes = { [epochNote]: epoch, [cursorNote]: null, [compareNote]: epoch }
    for (const doc of await store.resetHeads(epoch, notes)) status.note(doc, { recovering: true })
  } else if ((await store.getNote(compareNote)) === epoch) {
    for (const { doc } of await store.heads()) status.note(doc, { recovering: true })
  }
}

export interface CompareParts {
  readonly store: Store
  readonly link: Link
  readonly questions: Questions
  readonly status: Status
}

/** Brings what the relay lacks into the outbox; false when the socket went before all was compared. */
export async function compareAll(
  { store, link, questions, status }: CompareParts,
  now: number,
): Promise<boolean> {
  const epoch = link.welcome()?.epoch
  if (epoch === undefined || (await store.getNote(compareNote)) !== epoch) return true
  const [{ missingParts }, { writeNote }] = await Promise.all([
    import('./updates.ts'),
    import('./notes.ts'),
  ])
  for (const { doc } of await store.heads()) {
    // Without the right to write there is nothing of one's own to bring.
    const vector = link.mayWrite() ? await questions.vector(doc) : null
    if (vector?.kind === 'lost') return false
    const { updates } = await store.load(doc)
    const known = vector?.kind === 'answer' ? vector.value : nothingKnown
    const note = writeNote([{ command: 'recover', fields: [] }], now)
    for (const bytes of vector === null ? [] : missingParts(updates, known))
      status.note(doc, { waiting: await store.queue(doc, { bytes, note, at: now }) })
    status.note(doc, { recovering: false })
  }
  await store.putNote(compareNote, null)
  return true
}
