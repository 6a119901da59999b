import { describe, expect, it, vi } from 'vitest'
import type { Store } from '#client/replica/store.ts'
import { createFakeDevice, createTestClock, docName, set, until } from './fake-device.ts'
import { createFakeRelay } from './fake-relay.ts'

const brief = docName('a')

describe('an outbox row', () => {
  it('is sent again when its acknowledgement found no room on the disk', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const clock = createTestClock()
    const device = await createFakeDevice(createFakeRelay(), clock)
    let failures = 1
    Object.assign(device.environment, {
      wrapStore: (store: Store) => ({
        ...store,
        acknowledge: (...given: Parameters<typeof store.acknowledge>) =>
          (failures -= 1) < 0
            ? store.acknowledge(...given)
            : Promise.reject(new DOMException('no room', 'QuotaExceededError')),
      }),
    })
    const replica = await device.open()
    const document = replica.openDocument(brief)
    await document.whenLoaded
    set(document.doc(), 'rush', 'rush')
    await until(clock, () => failures === 0, 'the disk refused')
    const refusedAt = clock.now()
    await until(clock, () => replica.status.of(brief).kind === 'safe', 'safe')
    // Sooner than by the question a quiet socket asks after 15 s.
    expect(clock.now() - refusedAt).toBeLessThan(10_000)
    await replica.close()
  })

  it('is sent again when a new socket refuses it while the wait for the old one goes on', async () => {
    const clock = createTestClock()
    const relay = createFakeRelay()
    let waits = 0
    let chance = 0.99
    const device = await createFakeDevice(relay, clock, () => {
      waits += 1
      return chance
    })
    let busy = 0
    relay.judge = () => ((busy += 1) <= 4 ? 'busy' : null)
    const replica = await device.open()
    const document = replica.openDocument(brief)
    await document.whenLoaded
    set(document.doc(), 'rush', 'rush')
    // The third wait is 4 s: longer than a new socket takes.
    await until(clock, () => waits === 3, 'refused three times')
    chance = 0
    relay.cutAll()
    await until(clock, () => busy === 4, 'refused on the new socket')
    await until(clock, () => replica.status.of(brief).kind === 'safe', 'safe')
    await replica.close()
  })
})
