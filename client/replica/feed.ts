/**
 * Brings what changed elsewhere: asks the feed from the stored cursor, pulls what is not here and not live on a channel,
 * stores rows and heads, and only then the cursor. Left out: index rows (index.ts), which documents belong here.
 */
import * as z from 'zod/mini'
import type { DocName } from '#shared/lib/ids.ts'
import type { DocRows } from '#shared/protocol/frames.ts'
import type { Link } from './link.ts'
import type { Questions } from './questions.ts'
import type { RemoteItem, Store } from './store.ts'

export const cursorNote = 'cursor'

export interface Feed {
  /** Something may have changed. Runs once at a time; asked for meanwhile, it runs again. */
  check(): void
  /** A row is missing in the middle of a document. */
  fill(doc: DocName): void
  /** A check is under way or wanted. */
  busy(): boolean
}

export interface FeedParts {
  readonly store: Store
  readonly link: Link
  readonly questions: Questions
  isLive(doc: DocName): boolean
  /** Others' rows of a document are on the device. `at`: the relay's receipt time of the newest, ms; null: unknown. */
  pulled(doc: DocName, at: number | null): Promise<void>
}

export function createFeed(parts: FeedParts): Feed {
  const { store, link, questions } = parts
  const filling = new Set<DocName>()
  let running = false
  let again = false

  const keep = async ({ snapshot, rows }: DocRows, doc: DocName): Promise<void> => {
    const epoch = link.welcome()?.epoch
    const items: RemoteItem[] = snapshot === null ? [...rows] : [snapshot, ...rows]
    if (epoch === undefined || items.length === 0) return
    await store.remote(doc, items, { epoch })
    await parts.pulled(doc, rows.at(-1)?.at ?? null)
  }

  const heldSeq = async (doc: DocName): Promise<number> => {
    const head = await store.head(doc)
    return head !== null && head.epoch === link.welcome()?.epoch ? head.seq : 0
  }

  /** One page; true when there is another. */
  const page = async (): Promise<boolean> => {
    const noted = z.safeParse(z.string(), await store.getNote(cursorNote))
    const answer = await questions.feed(noted.success ? noted.data : null)
    if (answer.kind !== 'answer') return false
    const { entries, cursor, more } = answer.value
    const wanted: (readonly [DocName, number])[] = []
    for (const { doc, seq } of entries) {
      const has = await heldSeq(doc)
      if (has < seq && !parts.isLive(doc)) wanted.push([doc, has])
    }
    if ((await questions.pull(wanted, keep)) === 'lost') return false
    await store.putNote(cursorNote, cursor)
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
    fill(doc) {
      if (filling.has(doc)) return
      filling.add(doc)
      void (async () => {
        try {
          await questions.pull([[doc, await heldSeq(doc)]], keep)
        } catch (fault) {
          console.error(`missing rows of ${doc} could not be stored`, fault)
        } finally {
          filling.delete(doc)
        }
      })()
    },
    busy: () => running,
  }
}
