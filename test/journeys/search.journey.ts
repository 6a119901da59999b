/** Everything on the device is found from the keyboard, offline, in Chinese and English; keys rest while somebody types. */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { searchWords } from '#client/app/search/words.ts'
import { shellWords } from '#client/app/shell-words.ts'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { addPoint, foundWorkspace, holds, settled } from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const search: readonly Journey[] = [
  { name: 'search and shortcuts by keyboard alone, offline', run },
]

async function run(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const context = await browser.newContext({ locale: 'zh-CN' })
    const page = await context.newPage()
    await foundWorkspace(page, relay.address, 'zh', '山屿家居', '陈思远')
    await page.keyboard.press('n')
    await page.getByLabel(briefWords.zh.title, { exact: true }).fill('便携咖啡杯 首批')
    await addPoint(page, briefWords.zh, '倒置 30 秒不漏，随包通勤')
    // Typed into a field, no key does anything else.
    await page.keyboard.type('gp?')
    await holds(page, '倒置 30 秒不漏，随包通勤gp?')
    await settled(page, 'zh')
    await keptApp(page)
    await context.setOffline(true)

    await leaveField(page)
    await keys(page, 'g', 'p')
    await page.waitForURL(/\/people$/)
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: searchWords.zh.shortcuts })
    await help.getByText(shellWords.zh.toPeople).waitFor()
    // The page behind a dialog hears no keys.
    await keys(page, 'g', 'b')
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    assert.match(page.url(), /\/people$/)

    await page.keyboard.press('Control+k')
    const line = page.getByRole('combobox', { name: searchWords.zh.search })
    await line.fill('通勤')
    await page.getByRole('group', { name: searchWords.zh.inText }).getByRole('option').waitFor()
    await composing(line)
    assert.match(page.url(), /\/people$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/briefs\/brief-/)
    await holds(page, '便携咖啡杯 首批')

    await page.keyboard.press('Control+k')
    await line.fill('思远')
    const colleague = page.getByRole('group', { name: searchWords.zh.people })
    await colleague.getByRole('option', { name: '陈思远' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/people\/./)

    await page.keyboard.press('Control+k')
    await line.fill('没有这样的东西')
    await page.getByText(searchWords.zh.nothing).waitFor()
    await line.fill('设备')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/device$/)
    await page.getByRole('button', { name: shellWords.zh.language }).click()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: searchWords.en.search }).fill('briefs')
    await page.keyboard.press('Enter')
    await page.getByText(briefListWords.en.briefs, { exact: true }).first().waitFor()
  } finally {
    await relay.kill()
  }
}

async function keys(page: Page, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key)
}

const leaveField = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })

/** Enter that ends a composition belongs to the input method. */
const composing = (line: ReturnType<Page['getByRole']>): Promise<boolean> =>
  line.evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
    ),
  )
