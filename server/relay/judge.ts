/**
 * Asking the check about a document as it stands: small updates here and at once, large ones in the thread. Left out:
 * the rules (check.ts), what follows from a verdict (push.ts).
 */
import { refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import type { CheckThread } from './check-thread.ts'
import { judgeUpdate, type Verdict } from './check.ts'
import type { DocumentRoom } from './document-room.ts'

export interface JudgeDeps {
  readonly checks: Pick<CheckThread, 'judge'>
  /** No document counts as recovering any more. */
  readonly isRecoveryOver: () => boolean
}

export const isJudgedHere = (bytes: Uint8Array): boolean =>
  bytes.byteLength <= limits.inlineCheckBytes

export const judgeHere = (
  deps: JudgeDeps,
  room: DocumentRoom,
  device: number,
  bytes: Uint8Array,
): Result<Verdict, PushRefusal> =>
  judgeUpdate(bytes, room.authors, device, {
    recovering: isRecovering(deps, room),
    reservedFor: (client) => reservedIn(room, client),
  })

/** Null when the thread did not answer. */
export async function judge(
  deps: JudgeDeps,
  room: DocumentRoom,
  device: number,
  bytes: Uint8Array,
): Promise<Result<Verdict, PushRefusal> | null> {
  if (isJudgedHere(bytes)) return judgeHere(deps, room, device, bytes)
  const judged = await deps.checks.judge({
    bytes,
    authors: room.authors,
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

export const isRecovering = ({ isRecoveryOver }: JudgeDeps, room: DocumentRoom): boolean =>
  room.recovering && !isRecoveryOver()

const reservedIn = (room: DocumentRoom, client: number): number | null =>
  room.reserved.get(client)?.device ?? null
