/**
 * A whole document's update in parts the relay takes: each within its limits of bytes and of authors it has not seen, each
 * resting on those before it alone. What is deleted comes last. Left out: when it is pushed.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { limits } from '#shared/protocol/limits.ts'

type Struct = Y.Item | Y.GC | Y.Skip

export interface PartLimits {
  readonly bytes: number
  readonly authors: number
}

const relays: PartLimits = { bytes: limits.updateBytes, authors: limits.newClientsPerUpdate }

/** `update` holds a document from its beginning, without holes. */
export function updateParts(update: Uint8Array, most: PartLimits = relays): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const authors = new Set(structs.map(({ id }) => id.client))
  if (update.byteLength <= most.bytes && authors.size <= most.authors) return [update]
  const parts: Uint8Array[] = []
  const seen = new Set<number>()
  let part: Struct[] = []
  let bytes = 0
  let fresh = 0
  const close = (): void => {
    if (part.length > 0) parts.push(encode(part))
    part = []
    bytes = 0
    fresh = 0
  }
  for (const struct of placed(structs)) {
    const size = encode([struct]).byteLength
    const isNew = !seen.has(struct.id.client)
    if (bytes + size > most.bytes || (isNew && fresh === most.authors)) close()
    seen.add(struct.id.client)
    part.push(struct)
    bytes += size
    if (isNew) fresh += 1
  }
  close()
  if (ds.clients.size > 0) parts.push(deletions(update))
  return parts
}

/** Every struct behind those it names; of one author in order. */
function placed(structs: readonly Struct[]): Struct[] {
  const byAuthor = groupByAuthor(structs)
  const done = new Map<number, number>()
  const order: Struct[] = []
  const next = (client: number): Struct | undefined => byAuthor.get(client)?.[done.get(client) ?? 0]
  for (const first of byAuthor.keys()) {
    const stack = [first]
    for (let client = stack.at(-1); client !== undefined; client = stack.at(-1)) {
      const struct = next(client)
      const awaited =
        struct === undefined
          ? undefined
          : namedBy(struct).find((id) => isBefore(next(id.client), id.clock))
      if (struct === undefined) stack.pop()
      else if (awaited !== undefined) {
        // No document has one.
        if (stack.length > structs.length) throw new Error('structs that wait for each other')
        stack.push(awaited.client)
      } else {
        order.push(struct)
        done.set(client, (done.get(client) ?? 0) + 1)
        // Another one waited for just this.
        if (client !== first) stack.pop()
      }
    }
  }
  return order
}

function groupByAuthor(structs: readonly Struct[]): Map<number, Struct[]> {
  const byAuthor = new Map<number, Struct[]>()
  for (const struct of structs) {
    const own = byAuthor.get(struct.id.client)
    if (own === undefined) byAuthor.set(struct.id.client, [struct])
    else own.push(struct)
  }
  return byAuthor
}

/** The author's next struct does not yet lie behind `clock`. */
const isBefore = (struct: Struct | undefined, clock: number): boolean =>
  struct !== undefined && struct.id.clock <= clock

function namedBy(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent, id } = struct
  const named = [origin, rightOrigin, parent instanceof Y.ID ? parent : null]
  return named.filter((one) => one !== null).filter((one) => one.client !== id.client)
}

/** As Yjs writes it: each author once, the highest clientID first. */
function encode(structs: readonly Struct[]): Uint8Array {
  const byAuthor = groupByAuthor(structs)
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, byAuthor.size)
  for (const [client, own] of [...byAuthor].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder.restEncoder, own.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0)
    for (const struct of own) struct.write(encoder, 0)
  }
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

const deletions = (update: Uint8Array): Uint8Array =>
  Y.diffUpdate(update, Y.encodeStateVectorFromUpdate(update))
