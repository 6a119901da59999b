/** One person on two devices: the second joins by the code the first made, says so on record, and both hold the same. */
import { afterEach, expect, test } from 'vitest'
import { makeInvite } from '#client/live/make-invite.ts'
import { lookAtInvite } from '#client/replica/join.ts'
import type { InviteKey } from '#shared/protocol/http.ts'
import { inviteOfLinkCode, newLinkCode } from '#shared/protocol/link-code.ts'
import { limits } from '#shared/protocol/limits.ts'
import { readInvites } from '#shared/records/invites.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { createNodeDevice } from '#test/support/node-device.ts'
import { fieldsOf, joinDevice, set, until, type Tab } from './real-device.ts'
import { isReady, isSafe, startWorld, type World } from './world.ts'

let world: World
afterEach(() => world.end())

const scopeOf = (tab: Tab) => peopleScope(tab.identity.workspace.id)
const sent = (tab: Tab, id: string): Promise<void> =>
  until(async () => {
    const invites = readInvites(await tab.records.of(scopeOf(tab)))
    return invites.find((one) => one.id === id)?.standing === 'sent'
  }, 'the code is sent')

/** As the first device shows it. */
async function codeOn(tab: Tab): Promise<InviteKey> {
  const code = inviteOfLinkCode(newLinkCode((bytes) => void crypto.getRandomValues(bytes)))
  const expiresAt = world.clock.now() + limits.deviceInviteMs
  const made = await makeInvite(tab, { for: 'device', expiresAt }, code)
  if (!made.ok) throw new Error(made.refusal)
  return code
}

test('a code made offline links a second device once it is sent; both are one person and hold the same', async () => {
  world = await startWorld()
  const { device, tab } = world.owner
  const name = tab.newDocumentName('brief')
  set(tab.openDocument(name).doc(), 'a', 1)
  await isSafe(tab, name)
  device.cut()
  const invite = await codeOn(tab)
  const elsewhere = createNodeDevice(world.address)
  expect(await lookAtInvite(elsewhere, invite)).toMatchObject({ refusal: { code: 'invite-wrong' } })
  device.heal()
  tab.retry()
  await sent(tab, invite.id)
  const look = await lookAtInvite(elsewhere, invite)
  expect(look).toMatchObject({ ok: true, value: { for: 'device', name: '陈思远' } })

  const wiring = { clock: world.clock, chance: () => 0.01 }
  const phone = await joinDevice(world.address, wiring, { invite, name: '陈思远', linked: true })
  expect(phone.identity).toMatchObject({ member: tab.identity.member, linked: true })
  const second = await phone.open()
  await isReady(second)
  await until(() => second.index.list().length === 1, 'the brief is listed')
  const there = second.openDocument(name)
  await until(() => fieldsOf(there.doc())['a'] === 1, 'the brief is the same')
  set(there.doc(), 'b', 2)
  await until(
    () => fieldsOf(tab.openDocument(name).doc())['b'] === 2,
    'the edit on the first device',
  )

  const said = async (one: Tab) => (await one.records.of(scopeOf(one))).map(({ fact }) => fact)
  const linked = { kind: 'device', outcome: 'linked', subject: phone.identity.device, n: 1 }
  await until(async () => (await said(tab)).some((fact) => fact?.kind === 'device'), 'on record')
  expect((await said(tab)).find((fact) => fact?.kind === 'device')).toMatchObject(linked)
  // Nobody joined anew.
  expect((await said(tab)).filter((fact) => fact?.kind === 'join')).toHaveLength(1)
  const me = tab.people.list().find(({ member }) => member === tab.identity.member)
  expect(me?.devices).toHaveLength(2)
  const told = await tab.devices(tab.identity.member)
  expect(told?.devices.map(({ id }) => id).sort()).toEqual(
    [device.identity.device, phone.identity.device].sort(),
  )
  await second.close()
})

test('a guest links a device of their own, too, and knows when the code works', async () => {
  world = await startWorld()
  const { tab } = world.owner
  const name = tab.newDocumentName('brief')
  set(tab.openDocument(name).doc(), 'a', 1)
  await isSafe(tab, name)
  const topic = name.slice('brief-'.length)
  const link = await makeInvite(tab, {
    for: 'guest',
    topics: [topic as never],
    right: 'edit',
    expiresAt: world.clock.now() + 3_600_000,
    uses: 1,
  })
  if (!link.ok) throw new Error(link.refusal)
  await sent(tab, link.value.id)
  const { id } = link.value
  const secret = link.value.link.slice(link.value.link.lastIndexOf('.') + 1)
  const wiring = { clock: world.clock, chance: () => 0.01 }
  const laptop = await joinDevice(world.address, wiring, { invite: { id, secret }, name: 'Zoé' })
  const guest = await laptop.open()
  await isReady(guest)
  const invite = await codeOn(guest)
  await sent(guest, invite.id)
  const phone = await joinDevice(world.address, wiring, { invite, name: 'Zoé', linked: true })
  const second = await phone.open()
  await until(() => second.index.list().length === 1, 'what was shared is listed')
  expect(second.access()).toBe('guest')
  await until(() => second.status.overall().waiting === 0, 'its record was taken')
  expect(second.status.overall().refused).toBe(0)
  await second.close()
  await guest.close()
})
