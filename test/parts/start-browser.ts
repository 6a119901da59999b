/** Before the tests in Chromium: one build of the page of parts and one browser for all of them. */
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findChromium } from '#test/support/chromium.mjs'
import { serveParts } from './build-parts.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly partsAddress: string
    readonly chromium: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await chromium.launchServer({ executablePath: await findChromium() })
  const served = await serveParts()
  project.provide('partsAddress', served.address)
  project.provide('chromium', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await served.stop()
  }
}
