/** The figures of the demo's tasks: a month of them, one line opened, outsourced work alone. */
import type { Browser } from 'playwright-core'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { figuresWords } from '#client/features/tasks/figures/words.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootFigures(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const words = figuresWords[as.language]
  const page = await (await browser.newContext(contextOf(as))).newPage()
  await page.goto(stage.unowned.address)
  const demo = peopleWords[as.language].seeDemo
  await page.getByRole('button', { name: demo, exact: true }).first().click()
  const accepted = flowWords[as.language].states.accepted
  await page.getByText(accepted, { exact: true }).first().waitFor()
  await page.goto(`${stage.unowned.address}/tasks/board`)
  await page.locator('a[href="/tasks/figures"]').first().waitFor()
  await shoot('figures-way', page)
  await page.goto(`${stage.unowned.address}/tasks/figures?period=all`)
  await page.getByText(words.stages, { exact: true }).waitFor()
  await shoot('figures', page)
  await page.getByText(words.stages, { exact: true }).scrollIntoViewIfNeeded()
  await shoot('figures-stages', page)
  await page.locator('summary').filter({ hasText: words.firstPass }).click()
  await page.getByText(words.formula.firstPass, { exact: true }).scrollIntoViewIfNeeded()
  await shoot('figures-behind', page)
  const outside = page.getByRole('button', { name: words.bys.outside, exact: true })
  await outside.click()
  await shoot('figures-outsourced', page)
  await page.context().close()
}
