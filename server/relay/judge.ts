/**
 * Asking the check about a document as it stands: small updates here and at once, large ones in the thread. Left out:
 * the rules (check.ts), what follows from a verdict (push.ts).
 */
import type { Log } from '#server/log/log.ts'
import { refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import type { CheckThread } from './check-thread.ts'
import { judgeUpdate, type Verdict } from './check.ts'
import type { DocumentRoom } from './document-room.ts'
import { depthsOf } from './stored-depths.ts'
import { readStored } from './stored-updates.ts'
import type { Depths } from './type-depths.ts'

export type CheckAnswers = Omit<CheckThread, 'close'>

export interface JudgeDeps {
  readonly log: Log
  readonly checks: CheckAnswers
  /** No document counts as recovering any more. */
  readonly isRecoveryOver: () => boolean
}

const isSmall = (bytes: Uint8Array): boolean => bytes.byteLength <= limits.inlineCheckBytes

/** The depths an update is judged by at once; null when it must wait for them, or for the thread. */
export const judgedBy = (room: DocumentRoom, bytes: Uint8Array): Depths | null =>
  isSmall(bytes) ? room.depths : null

export const judgeHere = (
  deps: JudgeDeps,
  room: DocumentRoom,
  depths: Depths,
  device: number,
  bytes: Uint8Array,
): Result<Verdict, PushRefusal> =>
  judgeUpdate(bytes, room.authors, device, {
    depths,
    recovering: isRecovering(deps, room),
    reservedFor: (client) => reservedIn(room, client),
  })

/** In the document's turn: nothing else is judged meanwhile. Null when the thread did not answer. */
export async function judge(
  deps: JudgeDeps,
  room: DocumentRoom,
  device: number,
  bytes: Uint8Array,
): Promise<Result<Verdict, PushRefusal> | null> {
  const depths = await knownDepths(deps, room)
  if (depths === null) return null
  if (isSmall(bytes)) return judgeHere(deps, room, depths, device, bytes)
  const judged = await deps.checks.judge({
    bytes,
    authors: room.authors,
    depths,
    device,
    recovering: isRecovering(deps, room),
    reserved: new Map(Array.from(room.reserved, ([client, held]) => [client, held.device])),
  })
  if (judged === null || !judged.ok) return judged
  // Somebody may have opened the document under one of its new ids meanwhile.
  const isTaken = judged.value.authors.some(
    ({ client, device: owner }) =>
      !room.authors.has(client) && (reservedIn(room, client) ?? owner) !== owner,
  )
  return isTaken ? refuse('client-of-another-device') : judged
}

/** Of a document read from the Log they are not known before the first update to it. */
async function knownDepths({ log, checks }: JudgeDeps, room: DocumentRoom): Promise<Depths | null> {
  if (room.depths !== null) return room.depths
  const stored = await readStored(log, room.doc)
  const depths = isSmall(stored) ? depthsOf(stored) : await checks.depths(stored)
  room.depths = depths
  return depths
}

export const isRecovering = (
  { isRecoveryOver }: Pick<JudgeDeps, 'isRecoveryOver'>,
  room: DocumentRoom,
): boolean => room.recovering && !isRecoveryOver()

const reservedIn = (room: DocumentRoom, client: number): number | null =>
  room.reserved.get(client)?.device ?? null
