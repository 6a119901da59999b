/**
 * Short texts (a title, a selling point) where two joined rewrites would be nonsense: each writer keeps their own value at
 * `<base>/~<writer>`, `[text, revision, seen]`. A candidate stands while no other has seen its revision; one standing
 * candidate is the text, several mean "choose one". The revision is the writer's Yjs clock, which an undo cannot repeat.
 */
import type * as Y from 'yjs'
import { limits } from '#shared/protocol/limits.ts'
import { ownClock } from './own-clock.ts'

export interface Candidate {
  readonly writer: string
  readonly text: string
}
export interface ShortText {
  /** The text, or while several stand the first of them, the same one on every device. */
  readonly text: string
  readonly candidates: readonly Candidate[]
  readonly choose: boolean
}

/** A root map, or the fields of one row. */
interface Entries {
  entries(): Iterable<[string, unknown]>
}

interface Written extends Candidate {
  readonly revision: number
  readonly seen: ReadonlyMap<string, number>
}

/** The short text at `base`, null where nobody has written one. Never throws; unreadable candidates are passed over. */
export function readShortText(map: Entries, base: string): ShortText | null {
  const written: Written[] = []
  for (const [key, value] of map.entries()) {
    const one = readWritten(base, key, value)
    if (one !== null) written.push(one)
  }
  return settle(written)
}

/** All short texts of a map at once, by base: a list of points reads its map a single time. */
export function readShortTexts(map: Y.Map<unknown>): Map<string, ShortText> {
  const byBase = new Map<string, Written[]>()
  for (const [key, value] of map.entries()) {
    const base = key.slice(0, Math.max(0, key.lastIndexOf('/~')))
    const one = readWritten(base, key, value)
    if (one === null) continue
    const of = byBase.get(base)
    if (of === undefined) byBase.set(base, [one])
    else of.push(one)
  }
  const texts = new Map<string, ShortText>()
  for (const [base, written] of byBase) {
    const text = settle(written)
    if (text !== null) texts.set(base, text)
  }
  return texts
}

/** Writes this replica's candidate, having seen every other. Inside a command only. */
export function writeShortText(map: Y.Map<unknown>, base: string, text: string): void {
  const { doc } = map
  if (doc === null) throw new Error('a short text is written into a document')
  const own = writerName(doc.clientID)
  const seen: Record<string, number> = {}
  for (const [key, value] of map.entries()) {
    const one = readWritten(base, key, value)
    if (one === null) continue
    for (const [writer, revision] of one.seen) seen[writer] = Math.max(revision, seen[writer] ?? 0)
    seen[one.writer] = Math.max(one.revision, seen[one.writer] ?? 0)
  }
  delete seen[own]
  map.set(`${base}/~${own}`, [text, ownClock(doc), seen])
}

/** Settles on one of the candidates: it becomes what this replica wrote last. False when that candidate stands no more. */
export function chooseShortText(map: Y.Map<unknown>, base: string, writer: string): boolean {
  const chosen = readShortText(map, base)?.candidates.find((one) => one.writer === writer)
  if (chosen === undefined) return false
  writeShortText(map, base, chosen.text)
  return true
}

export const writerName = (clientId: number): string => clientId.toString(36)

function settle(written: readonly Written[]): ShortText | null {
  // The newest revision of each writer that another has seen: one walk, however many there are.
  const seen = new Map<string, number>()
  for (const one of written)
    for (const [writer, revision] of one.seen)
      if (writer !== one.writer && revision > (seen.get(writer) ?? -1)) seen.set(writer, revision)
  const alive = written.filter(({ writer, revision }) => (seen.get(writer) ?? -1) < revision)
  // Only a forged value can leave nobody standing; then nothing is hidden.
  const standing = (alive.length > 0 ? alive : [...written]).sort((a, b) =>
    a.writer < b.writer ? -1 : 1,
  )
  const byText = new Map<string, Candidate>()
  for (const { writer, text } of standing) if (!byText.has(text)) byText.set(text, { writer, text })
  const candidates = [...byText.values()]
  const [first] = candidates
  return first === undefined
    ? null
    : { text: first.text, candidates, choose: candidates.length > 1 }
}

function readWritten(base: string, key: string, value: unknown): Written | null {
  if (!key.startsWith(`${base}/~`) || !Array.isArray(value)) return null
  const writer = key.slice(base.length + 2)
  const [text, revision, seen]: unknown[] = value
  if (!/^[0-9a-z]{1,7}$/.test(writer) || typeof text !== 'string' || !isRevision(revision))
    return null
  return { writer, text: readable(text), revision, seen: readSeen(seen) }
}

/** No short text may be longer than a passage; another app's millions of letters would freeze whoever opens it. Never half a letter. */
const readable = (text: string): string =>
  text.length <= limits.passageCharacters
    ? text
    : text.slice(0, limits.passageCharacters).replace(/[\uD800-\uDBFF]$/, '')

function readSeen(seen: unknown): Map<string, number> {
  const revisions = new Map<string, number>()
  if (typeof seen !== 'object' || seen === null) return revisions
  for (const [writer, revision] of Object.entries(seen)) {
    if (/^[0-9a-z]{1,7}$/.test(writer) && isRevision(revision)) revisions.set(writer, revision)
  }
  return revisions
}

const isRevision = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0
