/**
 * Every document of the workspace, one after another, for a file of all of them: what is here from the disk, the rest asked
 * of the relay and not stored. Left out: the file (features/device).
 */
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { DocRows } from '#shared/protocol/frames.ts'
import type { Link } from './link.ts'
import type { Questions } from './questions.ts'
import { readAuthors } from './read-authors.ts'
import type { Head, Store } from './store.ts'

export interface WholeDocument {
  readonly name: DocName
  /** None: it is not on this device, and the relay could not be asked or does not give it. */
  readonly updates: readonly Uint8Array[]
  /** Of a talk alone; the name empty, the member null where nobody is known. */
  authorOf(client: number): { readonly name: string; readonly member: MemberId | null }
}

/** `toFetch`: how many of `all` are not here, or behind. */
export interface WholeDocuments {
  readonly all: number
  readonly toFetch: number
  readonly canFetch: boolean
  documents(): AsyncGenerator<WholeDocument, void>
}

export type ReadWhole = () => Promise<WholeDocuments>

export interface WholeParts {
  readonly store: Store
  readonly link: Pick<Link, 'state' | 'welcome'>
  readonly questions: Pick<Questions, 'pull'>
  readonly self: { readonly member: MemberId; readonly name: string }
  listed(): readonly { readonly name: DocName; readonly isHere: boolean }[]
  people(): readonly Person[]
}

/** Asked for at once: what it answers is held in memory. */
const batchOf = 50

export async function readWhole(parts: WholeParts): Promise<WholeDocuments> {
  const heads = new Map((await parts.store.heads()).map((head) => [head.doc, head]))
  const here = new Map(parts.listed().map(({ name, isHere }) => [name, isHere]))
  // Some were opened and never written in, such as settings nobody has changed.
  const written = [...heads.values()].filter(({ known, bytes }) => known > 0 || bytes > 0)
  const names = [...new Set([...here.keys(), ...written.map(({ doc }) => doc)])].sort()
  const lacks = names.filter((name) => here.get(name) !== true || isBehind(heads.get(name)))
  const lacking = new Set(lacks)
  const canFetch = parts.link.state() === 'ready'
  return {
    all: names.length,
    toFetch: lacks.length,
    canFetch,
    async *documents() {
      for (let from = 0; from < names.length; from += batchOf) {
        const batch = names.slice(from, from + batchOf)
        const fetched = await fetchSome(
          parts,
          batch.filter((name) => lacking.has(name)),
          heads,
        )
        for (const name of batch) yield await join(parts, name, fetched.get(name) ?? null)
      }
    },
  }
}

const isBehind = (head: Head | undefined): boolean => head !== undefined && head.seq < head.known

/** What the relay answers of these; nothing where it does not. */
async function fetchSome(
  { link, questions }: WholeParts,
  names: readonly DocName[],
  heads: ReadonlyMap<DocName, Head>,
): Promise<Map<DocName, DocRows>> {
  const fetched = new Map<DocName, DocRows>()
  const epoch = link.welcome()?.epoch
  const wanted = names.map((name) => {
    const head = heads.get(name)
    return [name, head?.epoch === epoch ? (head?.seq ?? 0) : 0] as const
  })
  if (wanted.length > 0)
    await questions.pull(wanted, async (rows, name) => void fetched.set(name, rows))
  return fetched
}

async function join(
  { store, people, self }: WholeParts,
  name: DocName,
  fetched: DocRows | null,
): Promise<WholeDocument> {
  const { updates } = await store.load(name)
  const known: Map<number, number | null> =
    kindOf(name) === 'talk' ? await readAuthors(store, name) : new Map()
  for (const [client, device] of fetched?.authors ?? [])
    if (!known.has(client)) known.set(client, device)
  return {
    name,
    updates: [
      ...updates,
      ...(fetched?.snapshot ? [fetched.snapshot.bytes] : []),
      ...(fetched?.rows.map(({ bytes }) => bytes) ?? []),
    ],
    authorOf(client) {
      const device = known.get(client)
      if (device === null) return self
      const person = people().find(
        ({ devices }) => device !== undefined && devices.includes(device),
      )
      return { name: person?.name ?? '', member: person?.member ?? null }
    },
  }
}
