/** What axe finds on a page as it stands. Put into the page from outside, as the page's own policy admits no script of others. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** `rule: where, where`, one for each rule that is broken. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // What still fades in has less contrast than it will have.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  await page.evaluate(axe.source)
  const found: unknown = await page.evaluate(
    'axe.run().then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).join(", ")))',
  )
  return Array.isArray(found) ? found.map(String) : []
}
