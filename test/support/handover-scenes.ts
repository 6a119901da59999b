/** What happened while somebody was away: nothing in an empty workspace; in the demo what waits, a date that gave way, what moved. */
import type { Browser } from 'playwright-core'
import { historyWords } from '#client/features/briefs/history/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { handoverWords } from '#client/features/tasks/handover/words.ts'
import { joinBy, settled } from '#test/journeys/people.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootHandover(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const words = handoverWords[as.language]
  const alone = await (await browser.newContext(contextOf(as))).newPage()
  await joinBy(alone, stage.emptyInvite, as.language, as.language === 'zh' ? '周予安' : 'Iris Lund')
  await settled(alone, as.language)
  await alone.goto(`${stage.empty.address}/inbox/handover`)
  await alone.getByText(words.empty, { exact: true }).waitFor()
  await shoot('handover-empty', alone)
  await alone.context().close()

  const page = await (await browser.newContext(contextOf(as))).newPage()
  await page.goto(stage.unowned.address)
  const demo = peopleWords[as.language].seeDemo
  await page.getByRole('button', { name: demo, exact: true }).first().click()
  await page.waitForURL(/\/briefs/)
  await page.goto(`${stage.unowned.address}/inbox/handover`)
  await page.getByRole('navigation', { name: words.waits }).waitFor()
  await page.getByRole('button', { name: historyWords[as.language].putBack, exact: true }).waitFor()
  await shoot('handover', page)
  await page.getByText(words.lost, { exact: true }).scrollIntoViewIfNeeded()
  await shoot('handover-lost', page)
  await page.context().close()
}
