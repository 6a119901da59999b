/**
 * The part of a person's desk that belongs to talks: up to where each was seen, and what was begun and not sent. Loaded
 * after the first screen. Left out: keeping it (desk.ts).
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { Desk } from './desk.ts'
import { createListeners } from './listeners.ts'

export interface TalkDesk {
  /** What was kept is here; never fails. */
  readonly whenKept: Promise<void>
  openedAt(doc: DocName): number | null
  /** Of a document, by clientID the clock below which everything was seen. */
  seen(doc: DocName): ReadonlyMap<number, number>
  noteSeen(doc: DocName, clocks: ReadonlyMap<number, number>): void
  /** Up to when what others did with a document was seen, by the relay's clock, ms; 0: never. */
  stepsSeen(doc: DocName): number
  noteSteps(doc: DocName, until: number): void
  onSeen(listener: () => void): () => void
  /** A text not sent yet; empty for none. */
  draft(of: string): string
  keepDraft(of: string, text: string): void
}

export function createTalkDesk(desk: Pick<Desk, 'map' | 'whenKept' | 'openedAt'>): TalkDesk {
  const [seen, drafts, steps] = [desk.map('seen'), desk.map('drafts'), desk.map('steps')]
  const seenChanged = createListeners<void>()
  seen.observe(() => seenChanged.tell())
  steps.observe(() => seenChanged.tell())
  const stepsSeen = (name: DocName): number => {
    const until = steps.get(name)
    return typeof until === 'number' ? until : 0
  }
  return {
    whenKept: desk.whenKept,
    openedAt: desk.openedAt,
    seen: (name) => readClocks(seen.get(name)),
    noteSeen(name, clocks) {
      const before = readClocks(seen.get(name))
      const after = new Map(before)
      for (const [client, clock] of clocks)
        after.set(client, Math.max(clock, after.get(client) ?? 0))
      const isNew = [...after].some(([client, clock]) => before.get(client) !== clock)
      if (isNew) seen.set(name, Object.fromEntries(after))
    },
    stepsSeen,
    noteSteps(name, until) {
      if (until > stepsSeen(name)) steps.set(name, until)
    },
    onSeen: (listener) => seenChanged.add(listener),
    draft(of) {
      const text = drafts.get(of)
      return typeof text === 'string' ? text : ''
    },
    keepDraft(of, text) {
      if (text !== '') drafts.set(of, text)
      else if (drafts.has(of)) drafts.delete(of)
    },
  }
}

function readClocks(value: unknown): Map<number, number> {
  const clocks = new Map<number, number>()
  if (typeof value !== 'object' || value === null) return clocks
  for (const [client, clock] of Object.entries(value))
    if (typeof clock === 'number') clocks.set(Number(client), clock)
  return clocks
}
