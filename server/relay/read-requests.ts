/**
 * What a socket asks to read without opening it: the feed, rows of many documents, a document's vector. Answered one
 * after the other, yielding to live traffic between small groups.
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { DocState } from '#server/log/log.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { docRowsFrame, jsonFrame, toDevice, vectorIsFrame } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { encodeVector, writersOf } from './authors.ts'
import { inOrder, type DocumentRoom } from './document-room.ts'
import { openCursor, sealCursor } from './feed-cursor.ts'
import type { Outlet } from './outlet.ts'
import type { RelayParts } from './relay-parts.ts'
import { framed } from './ws-frames.ts'

/** What one write of a long answer holds before live traffic has its turn. */
const GROUP_BYTES = 64 * 1024

type Parts = Pick<RelayParts, 'log' | 'epoch' | 'sealingKey'>

export async function answerFeed(
  parts: Parts,
  outlet: Outlet,
  device: DeviceRecord,
  cursor: string | null,
): Promise<void> {
  const of = { device: device.id, epoch: parts.epoch }
  const after = cursor === null ? 0 : (openCursor(parts.sealingKey, of, cursor) ?? 0)
  const { entries, more } = await parts.log.feed(device.workspace.id, after, limits.feedEntries)
  const page = {
    entries: entries.map(({ doc, seq, at, card }) => ({
      doc,
      seq,
      at,
      ...(card === null ? {} : { card: Buffer.from(card).toString('base64url') }),
    })),
    cursor: sealCursor(parts.sealingKey, of, entries.at(-1)?.position ?? after),
    more,
  }
  outlet.write(framed([jsonFrame(toDevice.feedPage, page)]))
}

/** A document that is not there, or not this workspace's, answers as an empty one. */
export async function answerPull(
  parts: Parts,
  outlet: Outlet,
  device: DeviceRecord,
  docs: readonly (readonly [DocName, number])[],
): Promise<void> {
  let group: Uint8Array[] = []
  let bytes = 0
  const send = async (): Promise<void> => {
    outlet.write(framed(group))
    group = []
    bytes = 0
    await outlet.drained()
    await nextTurn()
  }
  for (const [doc, after] of docs) {
    if (!outlet.isOpen()) return
    const state = await parts.log.state(device.workspace.id, doc)
    const found =
      state === null || state.seq <= after
        ? nothing
        : { authors: authorsIn(state), ...(await parts.log.read(doc, after)) }
    const frame = docRowsFrame({ doc, ...found })
    group.push(frame)
    bytes += frame.byteLength
    if (bytes >= GROUP_BYTES) await send()
  }
  await send()
}

const nothing = { authors: [], snapshot: null, rows: [] }

const authorsIn = ({ authors }: DocState): [client: number, device: number][] =>
  writersOf(new Map(authors.map(({ client, ...author }) => [client, author])))

/** The vector holds only what is committed: with work under way it waits for that commit. */
export async function answerVector(
  parts: RelayParts,
  outlet: Outlet,
  session: object,
  device: DeviceRecord,
  doc: DocName,
): Promise<void> {
  const room = parts.rooms.of(device.workspace.id, doc)
  const frames = await new Promise<Uint8Array>((resolve, reject) => {
    const read = (): void =>
      inOrder(room, parts.log, {
        run() {
          const vector = vectorOf(room)
          const accepted = (): void => resolve(vector)
          if (room.uncommitted === 0) return accepted()
          // The commit failed: what was read does not count.
          const pusher = { session, device, accepted, refused: read }
          parts.commits.on(room).answers.push({ seq: 0, pusher })
        },
        failed: () => reject(new Error('the document could not be read')),
      })
    read()
  })
  outlet.write(framed([vectorIsFrame(doc, frames)]))
  await outlet.drained()
  await nextTurn()
}

/** Authors' clocks move with rows only, so a document's committed vector stands while its newest row does. */
const committedVectors = new WeakMap<DocumentRoom, { readonly seq: number; bytes: Uint8Array }>()

function vectorOf(room: DocumentRoom): Uint8Array {
  const known = committedVectors.get(room)
  if (known?.seq === room.seq && room.uncommitted === 0) return known.bytes
  const bytes = encodeVector(room.authors)
  if (room.uncommitted === 0) committedVectors.set(room, { seq: room.seq, bytes })
  return bytes
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
