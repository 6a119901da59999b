/** A brief's history in its states: none yet, a list with a value of one's own that lost, its changes, and one moment of it. */
import type { Browser, Page } from 'playwright-core'
import { briefWords } from '#client/features/briefs/words.ts'
import { historyWords } from '#client/features/briefs/history/words.ts'
import { addPoint, holds, joinBy, openBrief, pressInHead, settled } from '#test/journeys/people.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootHistory(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const [words, briefs] = [historyWords[as.language], briefWords[as.language]]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  const other = await (await browser.newContext(contextOf(as))).newPage()
  const mine = as.language === 'zh' ? '周岚' : 'Ada Lin'
  await joinBy(page, stage.seeded.inviteLink, as.language, mine)
  await joinBy(other, stage.seeded.inviteLink, as.language, 'Tom Reyes')
  for (const one of [page, other]) await openBrief(one, stage.shared)
  await settled(page, as.language)

  // Both name the same product while apart.
  await other.context().setOffline(true)
  await context.setOffline(true)
  await nameFirstProduct(page, as.language === 'zh' ? '便携咖啡杯 雾蓝' : 'Travel mug, mist blue')
  await nameFirstProduct(other, 'Travel mug, misty blue')
  await addPoint(page, briefs, as.language === 'zh' ? '单手就能打开' : 'Opens with one hand')
  await addPoint(other, briefs, 'Fits under a coffee machine')
  await context.setOffline(false)
  await settled(page, as.language)
  await other.context().setOffline(false)
  await settled(other, as.language)
  await holds(page, 'Fits under a coffee machine')
  await settled(page, as.language)

  for (const one of [other, page]) {
    await pressInHead(one, as.language, words.history)
    await one.locator('.history-pick').first().waitFor()
  }
  await shoot('history-lost', (await page.locator('.history-lost').count()) > 0 ? page : other)
  await shoot('history-list', page)
  await page
    .getByRole('button', { expanded: false })
    .and(page.locator('.history-sitting *'))
    .first()
    .click()
  await shoot('history-unfolded', page)
  await page.locator('.history-pick').last().click()
  await page.locator('.history-preview').waitFor()
  await shoot('history-moment', page)
  await page.getByRole('button', { name: words.back, exact: true }).click()
  await page.locator('.history-change').nth(1).click()
  await page.locator('.history-preview').waitFor()
  await shoot('history-moment-near', page)
  await page.getByRole('button', { name: words.restore, exact: true }).click()
  await page.getByRole('button', { name: words.undo, exact: true }).last().waitFor()
  await shoot('history-restored', page)

  await page.goto(`${stage.full.address}/briefs`)
  await page.getByRole('button', { name: briefs.newBrief, exact: true }).first().click()
  await pressInHead(page, as.language, words.history)
  await page.getByText(words.empty, { exact: true }).waitFor()
  await shoot('history-empty', page)
  await context.close()
  await other.context().close()
}

async function nameFirstProduct(page: Page, name: string): Promise<void> {
  const field = page.locator('[data-part="products"] tbody tr').first().getByRole('textbox').nth(1)
  await field.fill(name)
}
