/** Counts what a person does on a page: presses, and fields written in. */
import type { Page } from 'playwright-core'

/** To be called before the page is opened; `count` answers how many so far. */
export async function countActions(page: Page): Promise<() => Promise<number>> {
  let before = 0
  await page.exposeFunction('oneAction', () => void (before += 1))
  // As text: a function is rewritten on its way, and what it is rewritten with is not there.
  await page.addInitScript(`
    let written = null
    addEventListener('pointerdown', () => oneAction(), true)
    addEventListener('input', (event) => {
      // Writing on in one field is one thing done.
      if (event.target === written) return
      written = event.target
      oneAction()
    }, true)
  `)
  return () => Promise.resolve(before)
}
