/** What tests of devices against the fake relay stand on: a relay and a clock anew for each test, and devices that are closed after it. */
import { afterEach, beforeEach, vi } from 'vitest'
import { createFakeDevice, createTestClock, type TestClock } from './fake-device.ts'
import { createFakeRelay, type FakeRelay } from './fake-relay.ts'

export let relay: FakeRelay
export let clock: TestClock
export const closing: (() => Promise<void>)[] = []

/** To be called once in a file of tests. */
export function useFakeWorld(): void {
  beforeEach(() => {
    relay = createFakeRelay()
    clock = createTestClock()
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    vi.restoreAllMocks()
  })
}

export async function device(chance?: () => number) {
  const made = await createFakeDevice(relay, clock, chance)
  const replica = await made.open()
  closing.push(() => replica.close())
  return { ...made, replica }
}
