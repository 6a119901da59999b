/** Inviting from a device: at once, offline too, under the right address, and told when it was not taken. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { endInvite, makeInvite, type Inviting, type Wanted } from '#client/live/make-invite.ts'
import { inviteKeySchema } from '#shared/protocol/http.ts'
import { actSchema } from '#shared/records/acts.ts'
import { readInvites, type RecordedInvite } from '#shared/records/invites.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { until } from '../replica/fake-device.ts'
import { clock, device, relay, useFakeWorld } from '../replica/fake-world.ts'

useFakeWorld()

const wanted: Wanted = {
  for: 'member',
  access: 'viewer',
  outside: true,
  functions: ['translator'],
  topics: [],
  right: null,
  expiresAt: 3_600_000,
  uses: 2,
}

const keyIn = (link: string) => {
  const [id, secret] = new URL(link).hash.slice(1).split('.')
  return inviteKeySchema.parse({ id, secret })
}
const listed = async ({ identity, records }: Inviting): Promise<readonly RecordedInvite[]> =>
  readInvites(await records.of(peopleScope(identity.workspace.id)))
const makeOn = async (replica: Inviting) => {
  const made = await makeInvite(replica, wanted)
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}

test('an invite made offline has its link at once, and goes out when the relay is there', async () => {
  relay.down = true
  const { replica } = await device()
  const { id, link } = await makeOn(replica)
  expect(await listed(replica)).toMatchObject([{ id, standing: 'waiting', made: wanted }])
  relay.down = false
  await until(clock, () => relay.records.length === 1, 'the relay has it')
  await until(clock, async () => (await listed(replica))[0]?.standing === 'sent', 'sent')
  const key = keyIn(link)
  const act = actSchema.parse(relay.records[0]?.fact)
  expect(act).toMatchObject({ kind: 'invite', subject: key.id, body: wanted })
  // What the relay compares with is the hash of the secret's letters; the secret itself never leaves the link.
  const hash = createHash('sha256').update(key.secret).digest('base64url')
  expect(act.body).toHaveProperty('secretHash', hash)
  expect(JSON.stringify(relay.records)).not.toContain(key.secret)
})

test('ending an invite is work of this device, too, and it goes on until that is sent', async () => {
  const { replica } = await device()
  const { id } = await makeOn(replica)
  await until(clock, async () => (await listed(replica))[0]?.standing === 'sent', 'sent')
  relay.down = true
  relay.cutAll()
  expect(await endInvite(replica, id)).toMatchObject({ ok: true })
  expect(await listed(replica)).toMatchObject([{ end: { standing: 'waiting' } }])
  relay.down = false
  replica.retry()
  await until(clock, async () => (await listed(replica))[0]?.end?.standing === 'sent', 'ended')
})

test('an invite the relay does not take is kept with the reason', async () => {
  relay.judgeRecord = () => 'no-access'
  const { replica } = await device()
  await makeOn(replica)
  await until(clock, async () => (await listed(replica))[0]?.standing === 'refused', 'refused')
  expect(await listed(replica)).toMatchObject([{ refused: 'no-access' }])
})

test('links begin with the address the relay names for people outside, offline and after a restart, too', async () => {
  relay.address = 'https://brief.example/team'
  const { replica, open } = await device()
  await until(clock, () => replica.status.overall().link === 'ready', 'signed in')
  expect((await makeOn(replica)).link).toMatch(/^https:\/\/brief\.example\/team\/join#/)
  await replica.close()
  relay.down = true
  const again = await open()
  expect((await makeOn(again)).link).toMatch(/^https:\/\/brief\.example\/team\/join#/)
  // It is named no more: links begin with how this device reaches it.
  relay.address = undefined
  relay.down = false
  again.retry()
  await until(clock, () => again.status.overall().link === 'ready', 'signed in again')
  expect(await again.address()).toBe(again.identity.relay)
  await again.close()
})

test('where no address was ever named, links begin with how this device reaches the relay', async () => {
  relay.down = true
  const { replica, environment } = await device()
  expect(await replica.address()).toBe(environment.relay.origin)
})

test('two invites have nothing in common', async () => {
  const { replica } = await device()
  const [one, other] = [keyIn((await makeOn(replica)).link), keyIn((await makeOn(replica)).link)]
  expect(one.id).not.toBe(other.id)
  expect(one.secret).not.toBe(other.secret)
  expect(one.secret).toHaveLength(43)
  expect((await listed(replica)).map(({ id }) => id)).toHaveLength(2)
})
