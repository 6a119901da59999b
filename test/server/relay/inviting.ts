/** An invite as a device makes it: a record said on its socket, and the key its link would hold. */
import { randomBytes } from 'node:crypto'
import { hashSecret } from '#server/relay/sign-in.ts'
import { randomId, type InviteId } from '#shared/lib/ids.ts'
import type { InviteKey } from '#shared/protocol/http.ts'
import type { PlainObject } from '#shared/records/canonical.ts'
import type { Ack } from '#shared/protocol/frames.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { Device } from './device.ts'
import { speakerOn, type Speaker } from './saying-records.ts'

export const newInviteKey = (): InviteKey & { readonly id: InviteId } => ({
  id: randomId() as InviteId,
  secret: randomBytes(32).toString('base64url'),
})

export const hashOf = ({ secret }: InviteKey): string =>
  Buffer.from(hashSecret(secret)).toString('base64url')

/** For a member, in force for a day by the relay's clock. */
export const memberInvite = (now: number): PlainObject => ({
  for: 'member',
  access: 'member',
  outside: false,
  functions: [],
  topics: [],
  right: null,
  expiresAt: now + 24 * 3_600_000,
  uses: 50,
})

/** What the relay answers to an invite of this body, whose `secretHash` is filled in. */
export async function sayInvite(
  speaker: Speaker,
  body: PlainObject,
  key: InviteKey = newInviteKey(),
): Promise<Ack | Refusal> {
  const sealed = { ...body, secretHash: hashOf(key) }
  const made = { kind: 'invite', outcome: 'made', subject: key.id, body: sealed }
  return speaker.say(await speaker.fact(made))
}

/** Of a device that has said no record on this socket yet. */
export async function inviteBy(device: Device, over: PlainObject = {}): Promise<InviteKey> {
  const key = newInviteKey()
  const body = { ...memberInvite(device.welcome.now), ...over }
  const answer = await sayInvite(speakerOn(device), body, key)
  if (typeof answer === 'string') throw new Error(`the invite was refused: ${answer}`)
  return key
}
