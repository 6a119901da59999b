import { expect, test } from 'vitest'
import { deviceIdSchema, memberIdSchema } from '#shared/protocol/names.ts'
import { createFakeDevice, createTestClock, until } from './fake-device.ts'
import { createFakeRelay } from './fake-relay.ts'

const phone = {
  id: deviceIdSchema.parse('p'.repeat(26)),
  name: 'Safari · iPhone',
  at: 5,
  seenAt: 7,
  revoked: false,
}
const somebody = memberIdSchema.parse('s'.repeat(26))

test('one’s own devices are known without a connection once they were told, others’ are not', async () => {
  const [clock, relay] = [createTestClock(), createFakeRelay()]
  relay.devices = [phone]
  const device = await createFakeDevice(relay, clock)
  const { member } = device.identity
  const replica = await device.open()
  expect(await replica.devices(member)).toBeNull()
  await until(clock, () => replica.status.overall().link === 'ready', 'the relay')
  const asked = [replica.devices(member), replica.devices(somebody)]
  expect((await asked[0])?.devices).toEqual([phone])
  expect((await asked[1])?.devices).toEqual([phone])
  const told = await asked[0]

  await replica.close()
  relay.down = true
  const later = await device.open()
  expect(await later.devices(member)).toEqual(told)
  expect(await later.devices(somebody)).toBeNull()
  await later.close()
})

test('an older relay and a lost socket leave nobody waiting', async () => {
  const [clock, relay] = [createTestClock(), createFakeRelay()]
  relay.devices = null
  const device = await createFakeDevice(relay, clock)
  const replica = await device.open()
  await until(clock, () => replica.status.overall().link === 'ready', 'the relay')
  expect(await replica.devices(device.identity.member)).toBeNull()
  relay.frozen = true
  const asked = replica.devices(device.identity.member)
  relay.cutAll()
  expect(await asked).toBeNull()
  await replica.close()
})
