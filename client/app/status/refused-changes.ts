/** Refused rows as a person reads them: document by document, oldest first, with the parts of a brief each one touched. */
import * as z from 'zod/mini'
import type { RefusedRow } from '#client/replica/store.ts'
import type { DocName } from '#shared/lib/ids.ts'

export type BriefPart =
  | 'title'
  | 'products'
  | 'targets'
  | 'points'
  | 'wantedBy'
  | 'rush'
  | 'notes'
  | 'restored'
  | 'undone'
  | 'other'

export interface RefusedChange {
  readonly n: number
  readonly at: number
  readonly parts: readonly BriefPart[]
  readonly reason: RefusedRow['reason']
}

export interface RefusedDocument {
  readonly name: DocName
  readonly changes: readonly RefusedChange[]
}

export function refusedByDocument(rows: readonly RefusedRow[]): readonly RefusedDocument[] {
  const all = new Map<DocName, RefusedChange[]>()
  for (const { doc, n, at, note, reason } of rows.toSorted((a, b) => a.n - b.n)) {
    const changes = all.get(doc) ?? []
    changes.push({ n, at, reason, parts: partsOf(note) })
    all.set(doc, changes)
  }
  return [...all].map(([name, changes]) => ({ name, changes }))
}

const noteSchema = z.object({ c: z.string(), f: z.array(z.string()) })

/** Commands name what they touch; an edit without one names the document's roots (docs/decisions.md, 3). */
function partsOf(note: Uint8Array): readonly BriefPart[] {
  const said = readNote(note)
  if (said === null) return ['other']
  const parts = new Set<BriefPart>()
  for (const command of said.c.split('+')) {
    if (command === 'undo') parts.add('undone')
    if (command === 'undo' || command === 'edit') for (const root of said.f) addRoot(parts, root)
    else parts.add(commandParts.find(([pattern]) => pattern.test(command))?.[1] ?? 'other')
  }
  return parts.size === 0 ? ['other'] : [...parts]
}

const commandParts: readonly (readonly [RegExp, BriefPart])[] = [
  [/Title$/, 'title'],
  [/Products?(Field)?$/, 'products'],
  [/Target$/, 'targets'],
  [/Point(Text)?$/, 'points'],
  [/^setWantedBy$/, 'wantedBy'],
  [/^setRush$/, 'rush'],
  [/^restoreBrief$/, 'restored'],
]
const roots: Readonly<Record<string, BriefPart>> = {
  short: 'title',
  products: 'products',
  targets: 'targets',
  points: 'points',
  'text:notes': 'notes',
}

function addRoot(parts: Set<BriefPart>, root: string): void {
  const part = Object.hasOwn(roots, root) ? roots[root] : undefined
  if (part !== undefined) parts.add(part)
}

function readNote(note: Uint8Array): z.infer<typeof noteSchema> | null {
  try {
    const parsed = z.safeParse(noteSchema, JSON.parse(new TextDecoder().decode(note)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
