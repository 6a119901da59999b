/**
 * Whether devices show the same content of a document: each says eight bytes for its newest row, the relay remembers who
 * said which first and tells those that differ. It reads no document, answers no one otherwise, and knows nothing for long.
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { Log } from '#server/log/log.ts'
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import { differsFrame } from '#shared/protocol/frames.ts'
import { inOrder, type DocumentRoom } from './document-room.ts'
import type { Rooms } from './rooms.ts'

/** Said of one row, and by one device; more can only come from somebody who makes them up. */
const HASHES = 4
const HASHES_OF_DEVICE = 2
const DOCUMENTS = 10_000

export interface Comparisons {
  /** Whom to tell that what they show of this row differs; nobody when it is the first or the same. */
  compare(room: DocumentRoom, hash: Uint8Array, by: DeviceId): readonly DeviceId[]
}

export interface ComparingParts {
  readonly rooms: Rooms
  readonly log: Log
  readonly comparisons: Comparisons
  /** These devices' content differs: they are told by `frame`, and it is counted. */
  readonly differs: (devices: readonly DeviceId[], frame: Uint8Array) => void
}

interface Said {
  readonly seq: number
  /** Hash, and who said it first. */
  readonly by: Map<string, DeviceId>
}

export function createComparisons(documents: number = DOCUMENTS): Comparisons {
  /** The longest unused first. */
  const all = new Map<string, Said>()
  const saidOf = ({ workspace, doc, committed }: DocumentRoom): Said => {
    const key = `${workspace} ${doc}`
    const known = all.get(key)
    const said = known?.seq === committed ? known : { seq: committed, by: new Map() }
    all.delete(key)
    all.set(key, said)
    const [oldest] = all.keys()
    if (all.size > documents && oldest !== undefined) all.delete(oldest)
    return said
  }
  return {
    compare(room, hash, by) {
      const said = saidOf(room).by
      const text = Buffer.from(hash).toString('base64url')
      const own = [...said.values()].filter((device) => device === by).length
      if (said.has(text) || said.size >= HASHES || own >= HASHES_OF_DEVICE) return []
      said.set(text, by)
      return said.size === 1 ? [] : [...new Set(said.values())]
    },
  }
}

/** Only the newest row's hash counts: an older one says nothing, and nobody can speak ahead of a row. */
export function takeHash(
  { rooms, log, comparisons, differs }: ComparingParts,
  device: DeviceRecord,
  said: { readonly doc: DocName; readonly seq: number; readonly hash: Uint8Array },
): void {
  const room = rooms.of(device.workspace.id, said.doc)
  inOrder(room, log, {
    run() {
      if (said.seq === 0 || said.seq !== room.committed) return
      const toTell = comparisons.compare(room, said.hash, device.id)
      if (toTell.length > 0) differs(toTell, differsFrame(said))
    },
    failed: () => undefined,
  })
}
