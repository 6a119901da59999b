/**
 * Hears what changed elsewhere: asks the feed from the stored cursor and notes, in one transaction with the new cursor,
 * which documents have newer rows than are here. Left out: fetching them (pulling.ts).
 */
import * as z from 'zod/mini'
import type { DocName } from '#shared/lib/ids.ts'
import { base64urlToBytes } from './base64url.ts'
import type { Link } from './link.ts'
import type { Questions } from './questions.ts'
import { cursorNote, type IndexRow, type Store } from './store.ts'

export interface Feed {
  /** Something may have changed. Runs once at a time; asked for meanwhile, it runs again. */
  check(): void
}

export interface FeedParts {
  readonly store: Store
  readonly link: Link
  readonly questions: Questions
  readCard(card: Uint8Array, doc: DocName): unknown
  /** A page is noted; its documents, oldest change first, and the list's rows it made. */
  announced(docs: readonly DocName[], shown: readonly IndexRow[]): void
  /** There are records that are not here. */
  recorded(): void
  /** A right on something was ended; which ones are left, the standing says. */
  withdrawn(): void
}

export function createFeed({
  store,
  link,
  questions,
  readCard,
  announced,
  recorded,
  withdrawn,
}: FeedParts): Feed {
  let running = false
  let again = false

  /** One page; true when there is another. */
  const page = async (): Promise<boolean> => {
    const noted = z.safeParse(z.string(), await store.getNote(cursorNote))
    const answer = await questions.feed(noted.success ? noted.data : null)
    const epoch = link.welcome()?.epoch
    if (answer.kind !== 'answer' || epoch === undefined) return false
    const { entries, gone, records, cursor, more } = answer.value
    const told = entries.map(({ doc, seq, at, card }) => ({
      doc,
      seq,
      at,
      summary: card === undefined ? null : readCard(base64urlToBytes(card), doc),
    }))
    const shown = await store.announce(told, { epoch, cursor, records })
    announced(
      entries.map(({ doc }) => doc),
      shown,
    )
    if (records.length > 0) recorded()
    if (gone.length > 0) withdrawn()
    return more
  }

  const run = async (): Promise<void> => {
    running = true
    try {
      do {
        again = false
        while (await page()) again = false
      } while (again)
    } catch (fault) {
      console.error('the feed could not be stored on this device', fault)
    } finally {
      running = false
    }
  }

  return {
    check() {
      again = true
      if (!running && link.state() === 'ready') void run()
    },
  }
}
