/**
 * A relay that was restored from a backup says so by a new epoch: heads start from 0, and every document here is compared
 * with the relay's once; what it lacks becomes outbox rows. The comparison survives a reload until it is finished.
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { Link } from './link.ts'
import type { Questions } from './questions.ts'
import type { Rights } from './rights.ts'
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
  readonly rights: Pick<Rights, 'mayHold' | 'mayWrite'>
  readonly questions: Questions
  readonly status: Status
  /** The other tabs do not know of the rows yet. */
  queued(doc: DocName): void
}

/**
 * Brings what the relay lacks into the outbox. Answers the documents of which it lacks something that is not this person's
 * to bring: once others may have, they are compared again (`only`). Null: the socket went before all was compared.
 */
export async function compareAll(
  { store, link, rights, questions, status, queued }: CompareParts,
  now: number,
  only?: readonly DocName[],
): Promise<readonly DocName[] | null> {
  const epoch = link.welcome()?.epoch
  const noted = epoch === undefined ? undefined : await store.getNote(compareNote)
  const isOwed = noted === epoch || (noted === asReader(epoch) && link.mayWrite())
  if (epoch === undefined) return []
  if (!isOwed) {
    status.noteCompared()
    return []
  }
  const owed: DocName[] = []
  const [{ missingParts, onlyDeletes }, { writeNote }] = await Promise.all([
    import('./updates.ts'),
    import('./notes.ts'),
  ])
  for (const doc of only ?? (await store.heads()).map((head) => head.doc)) {
    if (!rights.mayHold(doc)) {
      status.note(doc, { recovering: false })
      continue
    }
    const vector = await questions.vector(doc)
    if (vector.kind === 'lost') return null
    const { updates } = await store.load(doc)
    const missing = missingParts(updates, vector.kind === 'answer' ? vector.value : nothingKnown)
    if (!rights.mayWrite(doc) && !missing.every(onlyDeletes)) {
      // Others may have it, or this person may write again one day: until then nobody calls it safe.
      owed.push(doc)
      continue
    }
    if (rights.mayWrite(doc)) {
      const note = writeNote([{ command: 'recover', fields: [] }], now)
      for (const bytes of missing) {
        status.note(doc, { waiting: await store.queue(doc, { bytes, note, at: now }) })
        queued(doc)
      }
    }
    status.note(doc, { recovering: false })
  }
  if (owed.length === 0) await store.putNote(compareNote, link.mayWrite() ? null : asReader(epoch))
  return owed
}

/** Compared without the right to write: a vector does not tell of deletions, so those are brought with the right. */
const asReader = (epoch: string | undefined): string => `as reader: ${epoch}`
