/**
 * How deep a value in an update may be nested. Yjs reads and writes values by recursion: one nested a hundred thousand
 * deep can be read and then never written again, on the relay or on any device that took it.
 */
import * as Y from 'yjs'
import { limits } from '#shared/protocol/limits.ts'

/** Whether a struct carries a value nested deeper than limits.valueDepth. */
export function isTooDeep(struct: Y.Item | Y.GC): boolean {
  if (!(struct instanceof Y.Item)) return false
  const { content } = struct
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return reaches(content.arr)
  if (content instanceof Y.ContentEmbed) return reaches([content.embed])
  if (content instanceof Y.ContentFormat) return reaches([content.value])
  return false
}

/** Level by level, so that the looking itself cannot run out of stack. */
function reaches(values: readonly unknown[]): boolean {
  let level: unknown[] = values.filter(isNested)
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === limits.valueDepth) return true
    level = level.flatMap((value) => Object.values(Object(value)).filter(isNested))
  }
  return false
}

const isNested = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
