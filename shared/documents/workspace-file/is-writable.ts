/** Whether a relay would take what an update brings: the part of its check that a device can know before it asks. */
import * as Y from 'yjs'
import { limits } from '#shared/protocol/limits.ts'

export function isWritable(update: Uint8Array): boolean {
  const { structs } = Y.decodeUpdate(update)
  return (
    structs.length > 0 &&
    structs.every(
      (struct) =>
        !(struct instanceof Y.Skip) &&
        struct.length > 0 &&
        struct.id.client < 2 ** 32 &&
        struct.id.clock + struct.length <= limits.clientClock &&
        (struct instanceof Y.GC || isPlain(struct.content)),
    )
  )
}

function isPlain(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDoc) return false
  if (content instanceof Y.ContentFormat) return !isDeeper(content.value, limits.valueDepth)
  return content instanceof Y.ContentAny ||
    content instanceof Y.ContentJSON ||
    content instanceof Y.ContentEmbed
    ? content.getContent().every((value: unknown) => !isDeeper(value, limits.valueDepth))
    : true
}

const isDeeper = (value: unknown, most: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (most === 0 || Object.values(value).some((inside) => isDeeper(inside, most - 1)))
