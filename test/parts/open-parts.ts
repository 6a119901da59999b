/** Opens sections of the page of parts in Chromium the way a person would have them: on a desk or a phone, by day or by night. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'

export interface Opening {
  readonly device?: 'desk' | 'phone'
  readonly theme?: 'light' | 'dark'
  readonly language?: 'zh' | 'en'
  readonly context?: BrowserContextOptions
}

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

export function usePartsPage(): (section: string, as?: Opening) => Promise<Page> {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.connect(inject('chromium'))
  })
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
  })
  afterAll(async () => browser?.close())
  return async (section, { device = 'desk', theme = 'light', language = 'en', context } = {}) => {
    if (browser === undefined) throw new Error('the browser is not there yet')
    const phone = device === 'phone'
    const opened = await browser.newContext({
      viewport: sizes[device],
      hasTouch: phone,
      isMobile: phone,
      colorScheme: theme,
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      reducedMotion: 'reduce',
      ...context,
    })
    const page = await opened.newPage()
    page.on('pageerror', (fault) => console.error(fault))
    await page.goto(`${inject('partsAddress')}?language=${language}#${section}`)
    await page.locator('[data-section]').first().waitFor()
    return page
  }
}
