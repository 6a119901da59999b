/**
 * Browsers as people have them: a profile on the disk, in which the browser keeps compiled code as well. A private window keeps
 * none, so there every start compiles the whole app again, which no installed app does.
 */
import { chromium, type BrowserContext } from 'playwright-core'
import { findChromium } from '#test/support/chromium.mjs'

export interface Devices {
  open(): Promise<BrowserContext>
  close(): Promise<void>
}

export function openDevices(folder: string): Devices {
  const opened: BrowserContext[] = []
  return {
    async open() {
      const device = await chromium.launchPersistentContext(`${folder}/profile-${opened.length}`, {
        executablePath: await findChromium(),
        // A hundred microseconds is what pages are told without the first; one changed field costs less.
        args: ['--enable-blink-features=ForceHighResolutionTime', '--enable-precise-memory-info'],
        locale: 'en-GB',
        viewport: { width: 1440, height: 900 },
      })
      opened.push(device)
      // Functions sent into its pages come from tsx, which names them by a call pages do not know.
      await device.addInitScript('globalThis.__name = (named) => named')
      return device
    },
    async close() {
      await Promise.all(opened.map((device) => device.close()))
    },
  }
}
