/** A story on a relay of its own, and pages of devices of their own on it. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Language } from './people.ts'
import { startRelayProcess, type RelayProcess } from './relay-process.ts'

export async function withRelay(story: (relay: RelayProcess) => Promise<void>): Promise<void> {
  const relay = await startRelayProcess()
  try {
    await story(relay)
  } finally {
    await relay.stop()
  }
}

/** A page of a device of its own, whose clock may be off. An alert is a script that ran: it fails the story. */
export async function newPage(browser: Browser, language: Language, clockOffMs = 0): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  })
  if (clockOffMs !== 0)
    await context.addInitScript(
      `{ const now = Date.now; Date.now = () => now.call(Date) + (${clockOffMs}) }`,
    )
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    throw new Error(`a script ran: ${dialog.message()}`)
  })
  return page
}
