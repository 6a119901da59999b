/** A browser that does not open the device's databases at first is asked again until it does. */
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { listIdentities } from '#client/app/list-identities.ts'
import { createNodeDevice } from '#test/support/node-device.ts'

test('who this device is is asked until the browser answers, and the page hears of each time it did not', async () => {
  const device = createNodeDevice('http://localhost:1')
  let asked = 0
  const busy = new Proxy(device.indexedDB, {
    get(target, key) {
      if (key !== 'open') return Reflect.get(target, key)
      return (...of: Parameters<IDBFactory['open']>) => {
        asked += 1
        if (asked < 3) throw new DOMException('the browser is busy', 'UnknownError')
        return target.open(...of)
      }
    },
  })
  let stuck = 0
  const all = await listIdentities(
    { ...device, indexedDB: busy, after: (ms, act) => device.after(ms < 1_000 ? 0 : ms, act) },
    () => (stuck += 1),
  )
  expect(all).toEqual([])
  expect([asked, stuck]).toEqual([3, 2])
})
