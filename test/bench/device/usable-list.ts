/**
 * When a list can be used: ten rows are in the page, their scroller has more to show, and a frame with them was painted.
 * Counted from the navigation by the page's own clock, so that driving the browser costs nothing.
 */
import type { BrowserContext, Page } from 'playwright-core'

const mark = 'usable list'
/** What both pages call a row. */
const row = 'a.ui-list-row'

export interface Started {
  readonly page: Page
  readonly ms: number
  /** Rows in the page by then. */
  readonly rows: number
}

/** Opens `address` in a new tab, which stays open. */
export async function openToUsableList(context: BrowserContext, address: string): Promise<Started> {
  const page = await context.newPage()
  await page.addInitScript(watch, { mark, row })
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark)
  const usable = await page.evaluate((name) => {
    const [made] = performance.getEntriesByName(name)
    return made instanceof PerformanceMark
      ? { ms: made.startTime, rows: Number(made.detail) }
      : null
  }, mark)
  if (usable === null) throw new Error('the list was never usable')
  return { page, ...usable }
}

/** Runs in the page before anything of it. */
function watch(names: { mark: string; row: string }): void {
  const scrollerOf = (element: Element | null): Element => {
    for (let up = element?.parentElement; up; up = up.parentElement)
      if (/auto|scroll/.test(getComputedStyle(up).overflowY)) return up
    return document.documentElement
  }
  const seen = new MutationObserver(() => {
    const rows = document.querySelectorAll(names.row)
    if (rows.length < 10) return
    const scroller = scrollerOf(rows[0] ?? null)
    if (scroller.scrollHeight <= scroller.clientHeight) return
    seen.disconnect()
    // The task behind the frame: it has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () =>
        performance.mark(names.mark, { detail: document.querySelectorAll(names.row).length })
      port2.postMessage(null)
    })
  })
  seen.observe(document, { childList: true, subtree: true })
}
