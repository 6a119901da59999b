/** Waits for what a page has to be asked for: `waitForFunction` takes the promise of an answer for a yes. */
import type { Page } from 'playwright-core'

/** Only names what hangs. */
const patienceMs = 120_000

/** Between two questions: they are not to be what the page is busy with. */
const askMs = 500

/** Asks again until the answer is yes. */
export async function until(page: Page, what: string, ask: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await ask());) {
    if (Date.now() > end) throw new Error(`${what}: not in ${patienceMs} ms`)
    await page.waitForTimeout(askMs)
  }
}
