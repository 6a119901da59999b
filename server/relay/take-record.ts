/**
 * A record on its way in: read, proven, placed in the ledger, and only then acknowledged. A socket's records are taken one
 * after another, a turn each, so that signing and committing holds nobody up for long. Left out: the ledger's own rules
 * (directory/ledger.ts), what a kind does to people (`Perform`).
 */
import { createHash } from 'node:crypto'
import type { DeviceRecord } from '#server/directory/directory.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { ackFrame, noFrame } from '#shared/protocol/frames.ts'
import type { PushedRecord } from '#shared/protocol/record-frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { RecordRefusal } from '#shared/protocol/refusals.ts'
import { readFact, type Fact } from '#shared/records/fact.ts'
import { isInItsScope, kindOfFact, type RecordKind } from '#shared/records/kinds.ts'
import { recordIdOf, signedText } from '#shared/records/texts.ts'
import type { Outlet } from './outlet.ts'
import type { RelayParts } from './relay-parts.ts'
import { mayReadScope } from './scope-right.ts'
import { isSignedBy } from './sign-in.ts'
import { framed } from './ws-frames.ts'

/** Records a socket may have waiting to be judged; more hear `busy`. */
const WAITING = 200

/** Takes what one socket sends, in its order. */
export function createRecordTaking(
  parts: RelayParts,
  outlet: Outlet,
  device: () => DeviceRecord,
): (record: PushedRecord) => void {
  let waiting = 0
  let line = Promise.resolve()
  const refuse = (n: number, refusal: RecordRefusal): void =>
    outlet.write(framed([noFrame(n, refusal)]))
  const take = async (record: PushedRecord): Promise<void> => {
    try {
      const answer = await enter(parts, device().id, record)
      if (typeof answer === 'string') refuse(record.n, answer)
      else outlet.write(framed([ackFrame([{ n: record.n, seq: answer.seq }])]))
    } catch (error) {
      parts.fault(error)
      refuse(record.n, 'busy')
    }
    await new Promise((resolve) => void setImmediate(resolve))
  }
  return (record) => {
    if (waiting >= WAITING) return refuse(record.n, 'busy')
    waiting += 1
    line = line.then(() => take(record)).finally(() => (waiting -= 1))
  }
}

async function enter(
  parts: RelayParts,
  id: DeviceRecord['id'],
  { text, signature }: PushedRecord,
): Promise<{ readonly seq: number } | RecordRefusal> {
  // As it stands now: it may have been let go while its records waited.
  const actor = await parts.directory.device(id)
  if (actor === null || actor.revoked) return 'no-access'
  if (parts.commits.isHeld()) return 'busy'
  if (Buffer.byteLength(text) > limits.recordBytes) return 'too-large'
  const fact = readFact(text)
  if (fact === null || fact.device !== actor.id) return 'record-wrong'
  const taken = await parts.ledger.append({
    actor,
    fact,
    id: recordIdOf(createHash('sha256').update(text).digest()),
    text,
    signature,
    at: parts.now(),
    refusal: refusalOf(actor, fact, text, signature, parts.now()),
  })
  if (!taken.ok) return taken.refusal
  parts.news.publish(actor.workspace.id, [docNameSchema.parse(fact.scope)])
  if (changesPeople.has(fact.kind)) await parts.standingChanged(actor.workspace.id)
  return taken.value
}

/** What can be said of it without the ledger. */
function refusalOf(
  actor: DeviceRecord,
  fact: Fact,
  text: string,
  signature: Uint8Array,
  now: number,
): RecordRefusal | null {
  const kind = kindOfFact(fact)
  const isWhole =
    fact.workspace === actor.workspace.id &&
    fact.member === actor.member &&
    kind !== null &&
    isInItsScope(kind, fact) &&
    isSignedBy(actor.publicKey, signedText(text), Buffer.from(signature).toString('base64url'))
  if (!isWhole) return 'record-wrong'
  return saidByEverybody.has(kind) || mayReadScope(actor, docNameSchema.parse(fact.scope), now)
    ? null
    : 'no-access'
}

/** Kinds after which open sockets are looked at again. */
const changesPeople: ReadonlySet<string> = new Set<RecordKind>([
  'invite',
  'member',
  'device',
  'grant',
])

/**
 * Of themselves, also by who may not read what else is said there: that they joined, their own devices and name. What is
 * not theirs to do the act refuses, and whoever is not there as whoever may not be touched (directory/perform-record.ts).
 */
const saidByEverybody: ReadonlySet<RecordKind> = new Set(['join', 'invite', 'device', 'member'])
