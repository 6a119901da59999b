/** Refused rows as a person reads them: document by document, oldest first, with the parts of a brief each one touched. */
import * as z from 'zod/mini'
import type { RefusedRow } from '#client/replica/store.ts'
import {
  partOfCommand,
  partOfRoot,
  type BriefPart,
} from '#shared/domain/briefs/history/brief-parts.ts'
import type { DocName } from '#shared/lib/ids.ts'

export type RefusedPart = BriefPart | 'comments' | 'restored' | 'undone' | 'other'

/** What one person did to the same parts within a minute is one line: each stroke of a key may be a row. */
export interface RefusedChange {
  readonly at: number
  readonly count: number
  readonly parts: readonly RefusedPart[]
  readonly reason: RefusedRow['reason']
}

export interface RefusedDocument {
  readonly name: DocName
  readonly changes: readonly RefusedChange[]
}

export function refusedByDocument(rows: readonly RefusedRow[]): readonly RefusedDocument[] {
  const all = new Map<DocName, RefusedChange[]>()
  for (const { doc, at, note, reason } of rows.toSorted((a, b) => a.n - b.n)) {
    const changes = all.get(doc) ?? []
    all.set(doc, changes)
    const parts = partsOf(note)
    const last = changes.at(-1)
    if (last !== undefined && isSame(last, { at, reason, parts }))
      changes.splice(-1, 1, { ...last, count: last.count + 1 })
    else changes.push({ at, count: 1, reason, parts })
  }
  return [...all].map(([name, changes]) => ({ name, changes }))
}

const isSame = (one: RefusedChange, other: Omit<RefusedChange, 'count'>): boolean =>
  one.reason === other.reason &&
  Math.floor(one.at / 60_000) === Math.floor(other.at / 60_000) &&
  one.parts.join() === other.parts.join()

const noteSchema = z.object({ c: z.string(), f: z.array(z.string()) })

/** Commands name what they touch; an edit without one names the document's roots (docs/decisions.md, 3). */
function partsOf(note: Uint8Array): readonly RefusedPart[] {
  const said = readNote(note)
  if (said === null) return ['other']
  const parts = new Set<RefusedPart>()
  for (const command of said.c.split('+')) {
    if (command === 'undo') parts.add('undone')
    if (command === 'undo' || command === 'edit') for (const root of said.f) addRoot(parts, root)
    else parts.add(partOf(command, said.f))
  }
  return parts.size === 0 ? ['other'] : [...parts]
}

function partOf(command: string, fields: readonly string[]): RefusedPart {
  if (command === 'restoreBrief') return 'restored'
  if (command === 'importProducts') return 'products'
  if (/Comment$|^reply$|^takeBack$|Thread$/.test(command)) return 'comments'
  return partOfCommand(command, fields) ?? 'other'
}

function addRoot(parts: Set<RefusedPart>, root: string): void {
  const part = partOfRoot(root)
  if (part !== null) parts.add(part)
}

function readNote(note: Uint8Array): z.infer<typeof noteSchema> | null {
  try {
    const parsed = z.safeParse(noteSchema, JSON.parse(new TextDecoder().decode(note)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
