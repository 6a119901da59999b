/** Workspaces without relay or disk for tests of the file: one it comes from, and empty ones that take documents as a replica does. */
import 'fake-indexeddb/auto'
import type * as Y from 'yjs'
import { writeWorkspaceFile } from '#client/features/device/write-workspace-file.ts'
import type { importWorkspace } from '#client/features/device/import-workspace.ts'
import { makeDocuments } from '#client/replica/new-documents.ts'
import type { WholeDocument } from '#client/replica/whole-documents.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import { summarise } from '#shared/documents/readers/summarise.ts'
import { memberIdSchema, workspaceIdSchema } from '#shared/protocol/names.ts'

export type Known = WholeDocument
type Target = Parameters<typeof importWorkspace>[0]

export const memberOf = (letter: string): MemberId => memberIdSchema.parse(letter.repeat(26))
export const workspace = {
  id: workspaceIdSchema.parse('1'.repeat(26)),
  name: '山屿家居',
  relay: 'http://old.test',
}
export const people = [
  { member: memberOf('a'), name: '陈思远' },
  { member: memberOf('b'), name: 'Lin' },
] as const

export async function fileFrom(
  docs: readonly Known[],
  from: typeof workspace,
  files: ReadonlyMap<string, Blob> = new Map(),
): Promise<Blob> {
  const { blob } = await writeWorkspaceFile(
    {
      all: docs.length,
      toFetch: 0,
      canFetch: true,
      async *documents() {
        yield* docs
      },
    },
    {
      head: { exportedAt: '2026-11-27T00:00:00.000Z', by: people[0], workspace: from },
      people: [...people],
      titleOf: () => '',
      bytesOf: async (id) => files.get(id) ?? null,
      progressed: () => undefined,
      pause: async () => undefined,
    },
  )
  return blob
}

export function emptyWorkspace(letter = '2', relay = 'http://new.test') {
  const stored = new Map<DocName, Uint8Array[]>()
  const me = { member: memberOf('z'), name: 'Somebody else' }
  const state = { link: 'ready', isFull: false }
  const id = workspaceIdSchema.parse(letter.repeat(26))
  const parts = {
    store: {
      async editMany(edits: Iterable<{ doc: DocName; bytes: Uint8Array }>) {
        const all = [...edits]
        if (state.isFull) throw new DOMException('no space', 'QuotaExceededError')
        for (const { doc, bytes } of all) stored.set(doc, [...(stored.get(doc) ?? []), bytes])
        return []
      },
    },
    now: () => 1_750_000_000_000,
    ready: async () => undefined,
    has: (name: DocName) => stored.has(name),
    summarise: (name: DocName, doc: Y.Doc, at: number) => ({
      doc: name,
      summary: summarise(name, doc),
      changedAt: at,
      isHere: true,
    }),
    stored: () => undefined,
  }
  const put = new Map<string, { docs: DocName[]; bytes: Blob }>()
  const files = {
    async putAs(id: string, doc: DocName, bytes: Blob) {
      const hash = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())
      if (Buffer.from(hash).toString('hex') !== id) return false
      put.set(id, { docs: [doc], bytes })
      return true
    },
    attach: async (id: string, doc: DocName) => void put.get(id)?.docs.push(doc),
  }
  const replica = {
    identity: { workspace: { id, name: 'New' }, relay, ...me },
    files: async () => files,
    index: { list: () => [...stored.keys()].map((name) => ({ name })) },
    status: { overall: () => ({ link: state.link }) },
    makeDocuments: (made: Parameters<Target['makeDocuments']>[0]) =>
      makeDocuments(parts as unknown as Parameters<typeof makeDocuments>[0], made),
  } as unknown as Target
  return Object.assign(state, {
    replica,
    files: put,
    workspace: { id, name: 'New', relay },
    updates: (name: string): readonly Uint8Array[] => stored.get(name as DocName) ?? [],
    /** Everything was written by the importing person. */
    known: (): Known[] =>
      [...stored].map(([name, updates]) => ({ name, updates, authorOf: () => me })),
  })
}
