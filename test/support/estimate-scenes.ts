/** What briefs of the demo cost: the totals and lines, one opened, vendors' quotes, the price table. */
import type { Browser } from 'playwright-core'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { priceWords } from '#client/features/estimates/price-words.ts'
import { quoteWords } from '#client/features/estimates/quote-words.ts'
import { estimateWords } from '#client/features/estimates/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootEstimates(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const { language } = as
  const [words, quotes] = [estimateWords[language], quoteWords[language]]
  const page = await (await browser.newContext(contextOf(as))).newPage()
  await page.goto(stage.unowned.address)
  await page
    .getByRole('button', { name: peopleWords[language].seeDemo, exact: true })
    .first()
    .click()
  const accepted = page.getByText(flowWords[language].states.accepted, { exact: true }).first()
  await accepted.click()
  await page.waitForURL(/briefs\/brief-/)
  // On a phone the way to it is behind "more".
  await page.locator('[data-part="products"]').waitFor()
  await page.goto(`${page.url()}/estimate`)
  await page.getByText(words.lines, { exact: true }).waitFor()
  await shoot('estimate', page)
  await page.locator('summary').filter({ hasText: words.line.rework }).click()
  await page.getByText(words.choices, { exact: true }).scrollIntoViewIfNeeded()
  await shoot('estimate-line', page)
  await page.getByText(quotes.title, { exact: true }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: quotes.add, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: quotes.add })
  await dialog.getByRole('textbox', { name: quotes.vendor, exact: true }).fill('青禾视觉 Qinghe')
  await dialog.getByRole('spinbutton', { name: quotes.amount, exact: true }).fill('5200')
  await shoot('estimate-quote', page)
  await dialog.getByRole('button', { name: quotes.save, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('青禾视觉 Qinghe').last().scrollIntoViewIfNeeded()
  await shoot('estimate-quotes', page)
  await page.goto(`${stage.unowned.address}/settings/prices`)
  await page.getByText(priceWords[language].hoursTable, { exact: true }).waitFor()
  await shoot('prices', page)
  await page.getByText(priceWords[language].hoursTable, { exact: true }).scrollIntoViewIfNeeded()
  await shoot('prices-hours', page)
  await page.context().close()
}
