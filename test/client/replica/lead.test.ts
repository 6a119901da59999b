/** Who leads among tabs: a lock decides, silence passes it on, and a tab nobody looks at lets go. */
import { expect, test } from 'vitest'
import { createLead, type Lead, type LeadMessage } from '#client/replica/lead.ts'
import { createRest } from '#client/replica/rest.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { createFakeDevice, createTestClock, turn } from './fake-device.ts'
import { createFakeRelay } from './fake-relay.ts'

interface Tab {
  readonly lead: Lead
  works: number
  frozen: boolean
}

async function createTabs(count: number) {
  const clock = createTestClock()
  const { environment } = await createFakeDevice(createFakeRelay(), clock)
  let holder: { lost(): void } | null = null
  let waiting: (() => void)[] = []
  const locks: DeviceEnvironment['holdLock'] = async (_name, { steal, lost }) => {
    const own = { lost }
    if (steal) holder?.lost()
    else if (holder !== null) await new Promise<void>((resolve) => waiting.push(resolve))
    holder = own
    return () => {
      if (holder !== own) return
      holder = null
      const [next, ...rest] = waiting
      waiting = rest
      next?.()
    }
  }
  const tabs: Tab[] = Array.from({ length: count }, (_, own) => {
    const tab: Tab = {
      works: 0,
      frozen: false,
      lead: createLead({
        environment: { ...environment, holdLock: locks },
        name: 'sync',
        post(message: LeadMessage) {
          for (const [index, other] of tabs.entries())
            if (index !== own && !other.frozen) other.lead.heard(message)
        },
        work: () => (tab.works += 1),
      }),
    }
    return tab
  })
  for (const { lead } of tabs) lead.start()
  await turn()
  return { clock, tabs }
}
const leaders = (tabs: readonly Tab[]): number[] =>
  tabs.flatMap(({ lead }, index) => (lead.held() ? [index] : []))

test('one tab leads, and does the work another asks for', async () => {
  const { clock, tabs } = await createTabs(3)
  expect(leaders(tabs)).toEqual([0])
  tabs[2]?.lead.ask()
  expect(tabs[0]?.works).toBe(2)
  clock.advance(10_000)
  await turn()
  expect(leaders(tabs)).toEqual([0])
})

test('a tab that leads but does not answer for 3 s loses the lead to the one that asked', async () => {
  const { clock, tabs } = await createTabs(3)
  if (tabs[0] !== undefined) tabs[0].frozen = true
  tabs[1]?.lead.ask()
  clock.advance(2_900)
  await turn()
  expect(leaders(tabs)).toEqual([0])
  clock.advance(200)
  await turn()
  expect(leaders(tabs)).toEqual([1])
  expect(tabs[1]?.works).toBe(1)
})

test('when the leading tab lets go, the next one leads', async () => {
  const { tabs } = await createTabs(2)
  tabs[0]?.lead.release()
  await turn()
  await turn()
  expect(leaders(tabs)).toEqual([1])
})

test('a tab hidden for five minutes rests until it is shown', async () => {
  const clock = createTestClock()
  const device = await createFakeDevice(createFakeRelay(), clock)
  const said: string[] = []
  createRest(device.environment, { rest: () => said.push('rest'), wake: () => said.push('wake') })
  device.hide()
  clock.advance(4 * 60_000)
  device.show()
  clock.advance(60 * 60_000)
  expect(said).toEqual([])
  device.hide()
  clock.advance(5 * 60_000)
  device.show()
  expect(said).toEqual(['rest', 'wake'])
})
