/**
 * What a brief costs, from the first look to a chosen vendor: read at a desk, and offline in the middle. A second device of
 * an outsourced person never learns of it. The same page by keyboard alone.
 */
import type { Browser, Locator, Page } from 'playwright-core'
import { entryWords } from '#client/features/estimates/entry-words.ts'
import { inquiryWords } from '#client/features/estimates/inquiry-words.ts'
import { priceWords } from '#client/features/estimates/price-words.ts'
import { quoteWords } from '#client/features/estimates/quote-words.ts'
import { estimateWords } from '#client/features/estimates/words.ts'
import { acceptBrief } from './accept-brief.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { deviceOf, foundWorkspace, press, settled, type Language } from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { until } from './until.ts'
import { fillBrief } from './whole-brief.ts'

export const estimates: readonly Journey[] = [
  {
    name: 'an estimate is read, a price changed, an inquiry made and a quote recorded, offline in the middle',
    run: story,
  },
]

const title = 'Insulated mugs, second colour'

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const language: Language = 'zh'
  const [words, quotes, prices, inquiry] = [
    estimateWords[language],
    quoteWords[language],
    priceWords[language],
    inquiryWords[language],
  ]
  try {
    const desk = await deviceOf(browser, language, 'desk')
    const page = await desk.newPage()
    await foundWorkspace(page, relay.address, language, '山屿家居', '陈思远')
    await fillBrief(page, language, title)
    await acceptBrief(page)
    await settled(page, language)

    // Read, and a line opened to its arithmetic.
    await press(page, entryWords[language].entry)
    await page.getByText(words.lines, { exact: true }).waitFor()
    const before = await totalOf(page, words.cost)
    await page.locator('summary').filter({ hasText: words.line.rework }).click()
    await page.getByText(words.how.reworkTable('30%'), { exact: true }).waitFor()

    // Without a network a price is changed, and the estimate follows.
    await keptApp(page)
    await desk.setOffline(true)
    await page.getByRole('link', { name: words.priceTable, exact: true }).click()
    const rates = page.getByRole('grid', { name: prices.rates, exact: true })
    // By keyboard: the table's one stop, and the cell beside it.
    await rates.locator('[tabindex="0"]').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('180')
    await page.keyboard.press('Enter')
    await rates.getByText(prices.changed('180', '90'), { exact: true }).waitFor()
    await page.goBack()
    await page.getByText(words.lines, { exact: true }).waitFor()
    await until(page, 'the estimate follows the price', async () => {
      const now = await totalOf(page, words.cost)
      return now > before
    })

    // Still offline: the inquiry says what is asked for and no price of ours, and a quote is recorded by keyboard.
    await press(page, inquiry.entry)
    const dialog = page.getByRole('dialog', { name: inquiry.title, exact: true })
    await dialog.getByText(inquiry.rows, { exact: true }).waitFor()
    const paper = (await dialog.locator('article').textContent()) ?? ''
    if (paper.includes('¥')) throw new Error(`an inquiry holds a price: ${paper}`)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await record(page, quotes, '青禾视觉', '100')
    const line = page.getByText('青禾视觉', { exact: true })
    await line.waitFor()
    await page.getByText(/比估算低/).waitFor()
    const choose = page.getByRole('button', { name: quotes.chooseOf('青禾视觉'), exact: true })
    await choose.focus()
    await page.keyboard.press('Enter')
    await page.getByText(new RegExp(`· ${quotes.chosen}`)).waitFor()

    // Back online everything is sent, and is there after a new start.
    await desk.setOffline(false)
    await settled(page, language)
    await page.reload()
    await page.getByText('青禾视觉', { exact: true }).waitFor()
    await page.getByText(new RegExp(`· ${quotes.chosen}`)).waitFor()
  } finally {
    await relay.stop()
  }
}

async function totalOf(page: Page, label: string): Promise<number> {
  const fact: Locator = page
    .locator('div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .last()
  return Number(((await fact.textContent()) ?? '').replaceAll(/[^\d]/g, '').slice(0, 9))
}

async function record(
  page: Page,
  words: (typeof quoteWords)[Language],
  vendor: string,
  amount: string,
): Promise<void> {
  const add = page.getByRole('button', { name: words.add, exact: true })
  await add.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: words.add, exact: true })
  await dialog.getByRole('textbox', { name: words.vendor, exact: true }).focus()
  await page.keyboard.type(vendor)
  await page.keyboard.press('Tab')
  await page.keyboard.type(amount)
  const save = dialog.getByRole('button', { name: words.save, exact: true })
  await save.focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}
