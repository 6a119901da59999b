/**
 * Hears what changed elsewhere: asks the feed from the stored cursor and notes, in one transaction with the new cursor,
 * which documents have newer rows than are here. Left out: fetching them (pulling.ts).
 */
import * as z from 'zod/mini'
import type { DocName } from '#shared/lib/ids.ts'
import type { Link } from './link.ts'
import type { Questions } from './questions.ts'
import { cursorNote, type Store } from './store.ts'

export interface Feed {
  /** Something may have changed. Runs once at a time; asked for meanwhile, it runs again. */
  check(): void
}

export interface FeedParts {
  readonly store: Store
  readonly link: Link
  readonly questions: Questions
  /** A page is noted; these are its documents, oldest change first. */
  announced(docs: readonly DocName[]): void
}

export function createFeed({ store, link, questions, announced }: FeedParts): Feed {
  let running = false
  let again = false

  /** One page; true when there is another. */
  const page = async (): Promise<boolean> => {
    const noted = z.safeParse(z.string(), await store.getNote(cursorNote))
    const answer = await questions.feed(noted.success ? noted.data : null)
    const epoch = link.welcome()?.epoch
    if (answer.kind !== 'answer' || epoch === undefined) return false
    const { entries, cursor, more } = answer.value
    await store.announce(entries, { epoch, cursor })
    announced(entries.map(({ doc }) => doc))
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
