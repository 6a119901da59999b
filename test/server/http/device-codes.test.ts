/** A second device by a code, over real sockets and HTTP: made by record, typed elsewhere, used once, not guessed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpRefusalSchema, lookAnswerSchema, type InviteKey } from '#shared/protocol/http.ts'
import { inviteOfLinkCode, newLinkCode } from '#shared/protocol/link-code.ts'
import { limits } from '#shared/protocol/limits.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { askToJoin, joinAs, newKey, post, signIn, type Device } from '../relay/device.ts'
import { sayInvite } from '../relay/inviting.ts'
import { runRelay, type RunningRelay } from '../relay/running-relay.ts'
import { speakerOn, type Speaker } from '../relay/saying-records.ts'

let now = 1_800_000_000_000
let running: RunningRelay
beforeAll(async () => void (running = await runRelay({ now: () => now })))
afterAll(() => running.stop())

const newCode = (): InviteKey =>
  inviteOfLinkCode(newLinkCode((bytes) => void crypto.getRandomValues(bytes)))
/** A code of theirs that works, with who made it. */
async function codeOf(mei: Speaker): Promise<InviteKey> {
  const code = newCode()
  const body = { for: 'device', expiresAt: now + limits.deviceInviteMs }
  expect(await sayInvite(mei, body, code)).toHaveProperty('seq')
  return code
}
const member = async (access: 'member' | 'viewer' = 'member'): Promise<Speaker> =>
  speakerOn(await running.device(access))
const look = (invite: InviteKey): Promise<Response> =>
  post(running.address, '/api/invites/look', { invite })
const opens = async (invite: InviteKey): Promise<number | string> => {
  const answer = await askToJoin(running.address, await newKey(), invite, 'Phone')
  return answer.ok ? answer.status : httpRefusalSchema.parse(await answer.json()).code
}
const linkTo = async (invite: InviteKey): Promise<Device> =>
  signIn(running.address, await joinAs(running.address, invite, 'Phone'))

test('a second device is the same member’s under their own name, told to everybody, and the code works once', async () => {
  const lin = await member('viewer')
  const code = await codeOf(lin)
  const seen = lookAnswerSchema.parse(await (await look(code)).json())
  expect(seen).toMatchObject({ for: 'device', access: 'viewer', name: 'Lin' })
  const second = await linkTo(code)
  const { welcome } = lin.device
  expect(second.welcome).toMatchObject({ member: welcome.member, access: 'viewer' })
  const me = second.welcome.people.find(({ member: one }) => one === welcome.member)
  expect(me).toMatchObject({ name: 'Lin', devices: [welcome.device, second.welcome.device] })
  expect(await opens(code)).toBe('invite-used-up')
})

test('what the second device first puts on record is that it was linked, and everybody reads it', async () => {
  const lin = await member()
  const second = speakerOn(await linkTo(await codeOf(lin)))
  const linked = { kind: 'device', outcome: 'linked', subject: second.device.key.device }
  expect(await second.say(await second.fact(linked))).toHaveProperty('seq')
  const { rows } = await lin.read(peopleScope(lin.device.welcome.workspace.id))
  expect(JSON.parse(rows.at(-1)?.text ?? '')).toMatchObject(linked)
  // Nobody says so of a device of somebody else.
  const mei = await member()
  expect(await mei.say(await mei.fact(linked))).toBe('no-access')
})

test('a code typed on two devices at once links one', async () => {
  const code = await codeOf(await member())
  expect((await Promise.all([opens(code), opens(code)])).sort()).toEqual([200, 'invite-used-up'])
})

test('a code nobody has sent yet is not known, and opens once it is', async () => {
  const lin = await member()
  const code = newCode()
  expect(await opens(code)).toBe('invite-wrong')
  const body = { for: 'device', expiresAt: now + limits.deviceInviteMs }
  expect(await sayInvite(lin, body, code)).toHaveProperty('seq')
  expect(await opens(code)).toBe(200)
})

test('a code ends when its maker ends it, and after ten minutes whatever it says', async () => {
  const lin = await member()
  const code = await codeOf(lin)
  const end = { kind: 'invite', outcome: 'ended', subject: code.id, body: {} }
  expect(await lin.say(await lin.fact(end))).toHaveProperty('seq')
  expect(await opens(code)).toBe('invite-revoked')
  const other = newCode()
  const body = { for: 'device', expiresAt: now + 10 * limits.deviceInviteMs }
  expect(await sayInvite(lin, body, other)).toHaveProperty('seq')
  now += limits.deviceInviteMs - 1
  expect((await look(other)).status).toBe(200)
  now += 1
  expect(await opens(other)).toBe('invite-expired')
})

test('whoever is taken out of the workspace leaves no code behind', async () => {
  const lin = await member()
  const code = await codeOf(lin)
  const mei = speakerOn(await signIn(running.address, running.owner))
  const out = { kind: 'member', outcome: 'removed', subject: lin.device.welcome.member }
  expect(await mei.say(await mei.fact(out))).toHaveProperty('seq')
  expect(await opens(code)).toBe('invite-revoked')
})

test('guessed codes are counted as wrong secrets are: looking and opening, and then nothing opens for an hour', async () => {
  now += 60 * 60_000
  const code = await codeOf(await member())
  const half = limits.inviteTriesPerHour / 2
  for (let i = 0; i < half; i += 1) {
    expect((await look(newCode())).status).toBe(404)
    expect(await opens(newCode())).toBe('invite-wrong')
  }
  expect((await look(code)).status).toBe(429)
  expect(await opens(code)).toBe('too-many-tries')
  now += 60 * 60_000
  expect(await opens(await codeOf(await member()))).toBe(200)
})
