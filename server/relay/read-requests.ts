/**
 * What a socket asks to read without opening it: the feed, rows of many documents, a document's vector. Answered one
 * after the other, yielding to live traffic between small groups.
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { DocState } from '#server/log/log.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DocName, Topic } from '#shared/lib/ids.ts'
import { grantedKinds, isInside, knowsPrices } from '#shared/protocol/audiences.ts'
import type { FeedPage } from '#shared/protocol/control.ts'
import {
  docRowsFrame,
  jsonFrame,
  toDevice,
  vectorIsFrame,
  type DocRows,
} from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { scopesChanged } from './answer-records.ts'
import { encodeVector, writersOf } from './authors.ts'
import { inOrder, type DocumentRoom } from './document-room.ts'
import { openCursor, sealCursor } from './feed-cursor.ts'
import type { Outlet } from './outlet.ts'
import type { RelayParts } from './relay-parts.ts'
import { mayRead, shownTo } from './standing.ts'
import { framed } from './ws-frames.ts'

/** What one write of a long answer holds before live traffic has its turn. */
const GROUP_BYTES = 64 * 1024
const BEGINNING = { documents: 0, records: 0 }

type Parts = Pick<RelayParts, 'log' | 'directory' | 'ledger' | 'epoch' | 'sealingKey' | 'now'>

/** The device as it stands now: what it may see may have changed since it asked. */
async function standingOf(
  { directory }: Pick<Parts, 'directory'>,
  { id }: DeviceRecord,
): Promise<DeviceRecord | null> {
  const device = await directory.device(id)
  return device === null || device.revoked ? null : device
}

/** Answers whether the page named a document. Pages are full whatever lies between what the device may see. */
export async function answerFeed(
  parts: Parts,
  outlet: Outlet,
  asking: DeviceRecord,
  cursor: string | null,
): Promise<boolean> {
  const device = await standingOf(parts, asking)
  if (device === null) return false
  const sees = reachOf(device)
  const of = { device: device.id, epoch: parts.epoch, sees } as const
  const from = (cursor === null ? null : openCursor(parts.sealingKey, of, cursor)) ?? BEGINNING
  const after = from.documents
  const changed = await scopesChanged(parts, device, from.records)
  const shown = shownTo(device, parts.now())
  const { workspace, member } = device
  const { entries, more } = await parts.log.feed(workspace.id, after, limits.feedEntries, shown)
  const last = entries.at(-1)?.position ?? after
  const ended = (await parts.directory.endedGrants(member, after)).filter(
    ({ position }) => !more || position <= last,
  )
  const page: FeedPage = {
    entries: entries.map(({ doc, seq, at, card }) => ({
      doc,
      seq,
      at,
      ...(card === null ? {} : { card: Buffer.from(card).toString('base64url') }),
    })),
    gone: ended.map(({ topic }) => topic).filter((topic) => !seesTopic(device, topic, parts.now())),
    records: changed.records,
    cursor: sealCursor(parts.sealingKey, of, {
      documents: Math.max(last, ended.at(-1)?.position ?? 0),
      records: changed.position,
    }),
    more: more || changed.more,
  }
  outlet.write(framed([jsonFrame(toDevice.feedPage, page)]))
  return entries.length > 0
}

/** Who comes to see more than before begins anew: what they did not see lies behind their cursor. */
function reachOf(device: DeviceRecord): 'all' | 'all-with-prices' | 'granted' {
  if (!isInside(device)) return 'granted'
  return knowsPrices(device) ? 'all-with-prices' : 'all'
}

const seesTopic = (device: DeviceRecord, topic: Topic, now: number): boolean =>
  grantedKinds.some((kind) => mayRead(device, documentNamed(kind, topic), now))

/** A document that is not there, not this workspace's, or not for this device answers as an empty one. */
export async function answerPull(
  parts: Parts,
  outlet: Outlet,
  asking: DeviceRecord,
  docs: readonly (readonly [DocName, number])[],
): Promise<void> {
  let device = await standingOf(parts, asking)
  let group: Uint8Array[] = []
  let bytes = 0
  const send = async (): Promise<void> => {
    outlet.write(framed(group))
    group = []
    bytes = 0
    await outlet.drained()
    await nextTurn()
    device = await standingOf(parts, asking)
  }
  for (const [doc, after] of docs) {
    if (!outlet.isOpen() || device === null) return
    const found = mayRead(device, doc, parts.now())
      ? await rowsAfter(parts, device, doc, after)
      : nothing
    const frame = docRowsFrame({ doc, ...found })
    group.push(frame)
    bytes += frame.byteLength
    if (bytes >= GROUP_BYTES) await send()
  }
  await send()
}

async function rowsAfter(
  { log }: Parts,
  { workspace }: DeviceRecord,
  doc: DocName,
  after: number,
): Promise<Omit<DocRows, 'doc'>> {
  const state = await log.state(workspace.id, doc)
  if (state === null || state.seq <= after) return nothing
  return { authors: authorsIn(state), ...(await log.read(doc, after)) }
}

const nothing = { authors: [], snapshot: null, rows: [] }

const authorsIn = ({ authors }: DocState): [client: number, device: number][] =>
  writersOf(new Map(authors.map(({ client, ...author }) => [client, author])))

/** Empty for what the device may not see. It holds only what is committed: with work under way it waits for that commit. */
export async function answerVector(
  parts: RelayParts,
  outlet: Outlet,
  session: object,
  device: DeviceRecord,
  doc: DocName,
): Promise<void> {
  if (!mayRead(device, doc, parts.now()))
    return outlet.write(framed([vectorIsFrame(doc, encodeVector(new Map()))]))
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
