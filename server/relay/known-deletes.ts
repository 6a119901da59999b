/**
 * A stock client that opens a document and edits nothing sends its whole delete set. It is stored only when it deletes
 * something the stored rows do not, else every opening would add a row. Looked up here when all of it is small, else in
 * the checking thread.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Log } from '#server/log/log.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { CheckThread } from './check-thread.ts'
import { readStored, updatesIn } from './stored-updates.ts'

type Deletes = ReturnType<typeof Y.decodeUpdate>['ds']
type Range = readonly [from: number, to: number]

/** Whether an update brings no structs: it begins with how many authors' it brings. The rest is not read. */
export function bringsDeletesOnly(bytes: Uint8Array): boolean {
  try {
    return decoding.readVarUint(decoding.createDecoder(bytes)) === 0
  } catch {
    return false
  }
}

/** Whether everything `bytes` deletes is deleted in the stored rows; false when that cannot be told. */
export async function areKnown(
  { log, checks }: { readonly log: Log; readonly checks: Pick<CheckThread, 'areDeleted'> },
  doc: DocName,
  bytes: Uint8Array,
): Promise<boolean> {
  if (bytes.byteLength === 2 && bytes[1] === 0) return true
  const stored = await readStored(log, doc)
  return stored.byteLength + bytes.byteLength <= limits.inlineCheckBytes
    ? areDeleted(stored, bytes)
    : ((await checks.areDeleted(stored, bytes)) ?? false)
}

/** `stored`: see stored-updates.ts. */
export function areDeleted(stored: Uint8Array, bytes: Uint8Array): boolean {
  const asked = deletesOf(bytes)
  if (asked === null) return false
  const known = new Map<number, Range[]>(Array.from(asked.clients.keys(), (client) => [client, []]))
  for (const update of updatesIn(stored)) {
    for (const [client, ranges] of deletesOf(update)?.clients ?? [])
      for (const { clock, len } of ranges) known.get(client)?.push([clock, clock + len])
  }
  for (const [client, ranges] of asked.clients) {
    const there = joined(known.get(client) ?? [])
    if (!ranges.every(({ clock, len }) => isWithin(there, clock, clock + len))) return false
  }
  return true
}

function deletesOf(bytes: Uint8Array): Deletes | null {
  try {
    return Y.decodeUpdate(bytes).ds
  } catch {
    return null
  }
}

/** Sorted, none touching another. */
function joined(ranges: Range[]): readonly Range[] {
  ranges.sort(([one], [other]) => one - other)
  const found: [number, number][] = []
  for (const [from, to] of ranges) {
    const last = found.at(-1)
    if (last === undefined || from > last[1]) found.push([from, to])
    else last[1] = Math.max(last[1], to)
  }
  return found
}

/** They do not touch, so one of them must hold it whole. */
function isWithin(ranges: readonly Range[], from: number, to: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[0] ?? 0) <= from) low = middle + 1
    else high = middle
  }
  const last = ranges[low - 1]
  return last !== undefined && to <= last[1]
}
