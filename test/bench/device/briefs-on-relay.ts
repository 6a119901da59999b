/**
 * A relay of its own that holds a workspace of generated briefs with their cards, pushed by its owner's device as the
 * outbox pushes; and the changes a colleague makes to some of them. Left out: the device that is measured (kept-device.ts).
 */
import * as Y from 'yjs'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { summariseBrief } from '#shared/documents/readers/read-brief.ts'
import { writeBriefCard } from '#shared/domain/briefs/brief-card.ts'
import { demoBriefs, type DemoBrief } from '#shared/domain/demo/demo-briefs.ts'
import { newId } from '#shared/lib/ids.ts'
import { createRandom } from '#shared/lib/random.ts'
import {
  cardFrame,
  pushFrame,
  readAcks,
  readFrame,
  readNo,
  toDevice,
} from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { bytesFrom, writeDemoBrief } from '#shared/documents/commands/demo-brief.ts'
import { createSignal } from '../load/signal.ts'
import { startServer } from '../servers/server.ts'
import { inviteLink, letPeopleIn, type DeviceKey } from '../wires/our-people.ts'
import { openOurSocket } from '../wires/our-socket.ts'

export interface BriefsOnRelay {
  readonly address: string
  /** A link that lets one more device in. */
  invite(): Promise<string>
  /** Names of the newest briefs, which now have `title`, in the order of their change. Resolves when all are committed. */
  retitle(count: number, title: string): Promise<readonly string[]>
  stop(): Promise<void>
}

interface Written {
  readonly name: string
  state: Uint8Array
}
interface Pushed {
  readonly doc: string
  readonly bytes: Uint8Array
  readonly card: Uint8Array
}

const note = new TextEncoder().encode('{"c":"setTitle","f":["title"],"t":1763900000000}')
const today = '2026-11-24'
/** Pushes on their way at once, each with a card: cards count as messages, of which a socket may send 4,000 a second. */
const atOnce = 500
const batchMs = (atOnce * 1_000) / (limits.messagesPerSecond * 0.7)

export async function putBriefsOnRelay(
  folder: string,
  count: number,
  seed: number,
): Promise<BriefsOnRelay> {
  const server = await startServer('ours', folder)
  const host = `127.0.0.1:${server.port}`
  const owner = (await letPeopleIn(folder, host, 1)).devices[0]
  if (owner === undefined) throw new Error('nobody was let in')
  let n = 0
  const push = async (all: readonly Pushed[]): Promise<void> => {
    n = await pushAsDevice(server.port, owner, all, n)
  }
  const written = writtenBriefs(count, seed)
  await push(written.map(({ name, state }) => pushed(name, state, state)))
  return {
    address: `http://${host}`,
    invite: async () => inviteLink(host, owner),
    async retitle(some, title) {
      const changed = written.slice(-some)
      await push(changed.map((brief) => retitled(brief, title)))
      return changed.map(({ name }) => name)
    },
    stop: () => server.stop(),
  }
}

function writtenBriefs(count: number, seed: number): Written[] {
  const random = createRandom(seed)
  const briefs: DemoBrief[] = []
  for (let round = 0; briefs.length < count; round += 1)
    briefs.push(...demoBriefs('huge', seed + round))
  return briefs.slice(0, count).map((brief) => {
    const doc = new Y.Doc()
    writeDemoBrief(doc, brief, today, random)
    const state = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    return { name: `brief-${newId(bytesFrom(random))}`, state }
  })
}

function retitled(brief: Written, title: string): Pushed {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, brief.state)
  const before = Y.encodeStateVector(doc)
  setTitle(doc, title)
  brief.state = Y.encodeStateAsUpdate(doc)
  return pushed(brief.name, brief.state, Y.encodeStateAsUpdate(doc, before))
}

function pushed(doc: string, state: Uint8Array, bytes: Uint8Array): Pushed {
  const read = new Y.Doc()
  Y.applyUpdate(read, state)
  return { doc, bytes, card: writeBriefCard(summariseBrief(read), limits.cardBytes) }
}

/** Answers the number of its last push. */
async function pushAsDevice(
  port: number,
  device: DeviceKey,
  all: readonly Pushed[],
  from: number,
): Promise<number> {
  let open = 0
  let batch = createSignal()
  const message = (payload: Uint8Array): void => {
    const { type, body } = readFrame(payload)
    if (type === toDevice.no) batch.reject(new Error(`refused: ${readNo(body).refusal}`))
    else if (type === toDevice.ack) {
      open -= readAcks(body).length
      if (open === 0) batch.resolve()
    }
  }
  const closed = (why: string): void => batch.reject(new Error(why))
  const { socket } = await openOurSocket(port, device, null, { message, closed })
  let n = from
  for (let at = 0; at < all.length; at += atOnce) {
    const some = all.slice(at, at + atOnce)
    batch = createSignal()
    open = some.length
    for (const { doc, bytes, card } of some) {
      n += 1
      socket.send(pushFrame({ n, doc, note, bytes }))
      socket.send(cardFrame({ doc, bytes: card }))
    }
    if (!socket.flush()) await socket.drained()
    await Promise.all([batch.promise, new Promise((resolve) => setTimeout(resolve, batchMs))])
  }
  // A socket closed by its own end is no fault.
  batch = createSignal()
  batch.promise.catch(() => undefined)
  socket.close()
  return n
}
