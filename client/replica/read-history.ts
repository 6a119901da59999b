/** Reads a document's history (history.ts) out of the store: notes parsed, people named, states built. */
import * as Y from 'yjs'
import * as z from 'zod/mini'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { History, HistoryEntry, HistoryParts } from './history.ts'
import type { PastChange } from './store.ts'

/** Bytes of `"<row>/weightGrams",`: a shorter note would have taken one more. */
const LONGEST_FIELD = 32
const noteSchema = z.object({ c: z.string(), f: z.array(z.string()), t: z.number() })

export function createReading({ store, member, people, flush }: HistoryParts): History {
  const memberOf = ({ by, note }: PastChange): MemberId | null =>
    by === null
      ? note === null
        ? null
        : member
      : (people().find(({ devices }) => devices.includes(by))?.member ?? null)
  const read = async (name: DocName): Promise<PastChange[]> => {
    await flush(name)
    return store.history(name)
  }
  return {
    async list(name) {
      return (await read(name)).map((change, index) => {
        const said = readNote(change.note)
        const { at, isWaiting } = change
        const isOwn = change.by === null && change.note !== null
        const isBeginning = change.note === null
        return {
          index,
          member: memberOf(change),
          isOwn,
          at,
          ...said,
          isWaiting,
          isBeginning,
        }
      })
    },
    async stateAt(name, index) {
      const doc = new Y.Doc({ gc: false })
      const writers = new Map<number, string>()
      const changes = (await read(name)).slice(0, index + 1)
      doc.transact(() => {
        for (const change of changes) {
          Y.applyUpdate(doc, change.bytes)
          if (change.note === null) continue
          const writer = memberOf(change) ?? `device ${change.by}`
          for (const client of Y.parseUpdateMeta(change.bytes).from.keys())
            if (!writers.has(client)) writers.set(client, writer)
        }
      })
      return { doc, writerOf: (client) => writers.get(client) ?? `client ${client}` }
    },
  }
}

/** Tolerant of any bytes: a note nobody can read says nothing. */
export function readNote(
  note: Uint8Array | null,
): Pick<HistoryEntry, 'commands' | 'fields' | 'isCut' | 'saidAt'> {
  const nothing = { commands: [], fields: [], isCut: false, saidAt: null }
  if (note === null) return nothing
  try {
    const said = z.safeParse(noteSchema, JSON.parse(new TextDecoder().decode(note)))
    if (!said.success) return nothing
    const { c, f, t } = said.data
    const isCut = note.byteLength > limits.noteBytes - LONGEST_FIELD
    return { commands: c.split('+').filter((one) => one !== ''), fields: f, isCut, saidAt: t }
  } catch {
    return nothing
  }
}
