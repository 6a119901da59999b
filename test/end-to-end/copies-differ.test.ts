/** A device whose disk changed a row, and the relay: found by the next quiet after an edit, read again, kept, counted. */
import { afterEach, expect, test, vi } from 'vitest'
import { replaced, tamper } from '#test/client/replica/tampered-disk.ts'
import { fieldsOf, set, until, type RealDevice } from './real-device.ts'
import { isSafe, startWorld, type World } from './world.ts'

let world: World
/** The five seconds of quiet these devices wait for pass in a few milliseconds. */
function hurry({ environment }: RealDevice): void {
  const { after } = environment
  Object.assign(environment, {
    after: (ms: number, act: () => void) => after(ms === 5_000 ? 50 : ms, act),
  })
}
afterEach(async () => {
  vi.restoreAllMocks()
  await world.end()
})

test('a row that changed on one device’s disk is found through the relay and read again from its log', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  world = await startWorld()
  const { device: ownersDevice, tab: owners } = world.owner
  hurry(ownersDevice)
  const name = owners.newDocumentName('brief')
  const here = owners.openDocument(name)
  set(here.doc(), 'colour', 'grey')
  await isSafe(owners, name)
  const { device, tab } = await world.person('member', 'Julia Brandt')
  hurry(device)
  const there = tab.openDocument(name)
  await until(() => fieldsOf(there.doc())['colour'] === 'grey', 'the brief at the colleague')
  await isSafe(tab, name)
  expect(await tamper(device, replaced('grey', 'pink'))).toBeGreaterThan(0)
  set(here.doc(), 'size', 'large')
  await until(() => fieldsOf(there.doc())['size'] === 'large', 'the edit at the colleague')
  await isSafe(owners, name)
  await until(() => tab.status.overall().reread.length > 0, 'found')
  await until(() => fieldsOf(there.doc())['size'] === 'large', 'read again')
  expect(fieldsOf(there.doc())).toEqual({ colour: 'grey', size: 'large' })
  expect(owners.status.overall().reread).toEqual([])
  expect(await (await tab.exportDevice()).text()).toContain(`"kept": [{"document":"${name}"`)
  const metrics = await (await fetch(`${world.address}/metrics`)).text()
  expect(metrics).toMatch(/^asterism_content_differences_total [1-9]/m)
})
