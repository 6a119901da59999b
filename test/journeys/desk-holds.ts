/** When the desk of a device holds `text` on its disk: y-indexeddb writes after the keystroke, and a page may be left before. */
import type { Page } from 'playwright-core'
import { until } from './until.ts'

export const deskHolds = (page: Page, text: string): Promise<void> =>
  until(page, `the desk holds “${text}”`, () =>
    page.evaluate(async (wanted) => {
      const databases = await indexedDB.databases()
      const name = databases
        .map((one) => one.name ?? '')
        .find((one) => one.startsWith('asterism:desk:'))
      if (name === undefined) return false
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
      const updates = await new Promise<Uint8Array[]>((resolve) => {
        const request = database.transaction('updates').objectStore('updates').getAll()
        request.onsuccess = () => resolve(request.result)
      })
      database.close()
      return updates.some((bytes) => new TextDecoder().decode(bytes).includes(wanted))
    }, text),
  )
