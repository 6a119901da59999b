/**
 * Copies of documents that differed from the relay's log, as they were when its rows took their place: a note in `meta`
 * (docs/decisions.md, 7). Few and bounded; the newest always stays. Left out: when that happens (comparing.ts).
 */
import * as z from 'zod/mini'
import type { DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { keptNote, type KeptCopy, type Store } from './store.ts'

const copies = 20
const bytes = 16 * 1024 * 1024

const keptSchema = z.array(
  z.object({
    doc: docNameSchema,
    at: z.number(),
    seq: z.number(),
    updates: z.array(z.instanceof(Uint8Array)),
    seen: z.boolean(),
  }),
)

/** Of a note as it stands in `meta`; what cannot be read is none. */
export function parseKept(note: unknown): KeptCopy[] {
  const parsed = z.safeParse(keptSchema, note)
  return parsed.success ? parsed.data : []
}

/** With one more, the oldest gone where there is no room. */
export function withCopy(note: unknown, copy: KeptCopy): KeptCopy[] {
  const kept = [...parseKept(note), copy].slice(-copies)
  while (kept.length > 1 && weigh(kept) > bytes) kept.shift()
  return kept
}

const weigh = (kept: readonly KeptCopy[]): number =>
  kept.flatMap(({ updates }) => updates).reduce((sum, { byteLength }) => sum + byteLength, 0)

/** Documents whose copy nobody has seen yet. */
export const unseen = (note: unknown): DocName[] => [
  ...new Set(parseKept(note).flatMap(({ doc, seen }) => (seen ? [] : [doc]))),
]

export async function seeKept(store: Pick<Store, 'getNote' | 'putNote'>): Promise<void> {
  const kept = parseKept(await store.getNote(keptNote))
  if (kept.length > 0)
    await store.putNote(
      keptNote,
      kept.map((copy) => ({ ...copy, seen: true })),
    )
}
