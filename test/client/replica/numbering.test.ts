/** The numbers a device gives its pushes, against what the relay knows of them. */
import { expect, test } from 'vitest'
import { createFakeDevice, createTestClock, docName, set, until } from './fake-device.ts'
import { createFakeRelay } from './fake-relay.ts'

test('a device whose disk was emptied numbers on from where the relay knows it, one that is further stays so', async () => {
  const [relay, clock, doc] = [createFakeRelay(), createTestClock(), docName('a')]
  relay.pushed = 41
  const replica = await (await createFakeDevice(relay, clock)).open()
  await until(clock, () => replica.status.overall().link === 'ready', 'signed in')
  set(replica.openDocument(doc).doc(), 'rush', 'rush')
  await until(clock, () => replica.status.of(doc).kind === 'safe', 'safe')
  relay.pushed = 7
  relay.cutAll()
  await until(clock, () => replica.status.overall().link !== 'ready', 'cut')
  await until(clock, () => replica.status.overall().link === 'ready', 'signed in again')
  set(replica.openDocument(doc).doc(), 'rush', 'standard')
  await until(clock, () => relay.pushes.length === 2, 'pushed again')
  expect(relay.pushes.map(({ n }) => n)).toEqual([42, 43])
  await replica.close()
})
