/** A message about a task of the demo, its line in the log, and the team's phrase book. */
import type { Browser } from 'playwright-core'
import { peopleWords } from '#client/features/people/words.ts'
import { taskListWords } from '#client/features/tasks/list-words.ts'
import { messageWords } from '#client/features/tasks/message/words.ts'
import { phraseWords } from '#client/features/workspace/phrase-words.ts'
import { pressInHead } from '#test/journeys/people.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootMessages(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const words = messageWords[as.language]
  const page = await (await browser.newContext(contextOf(as))).newPage()
  await page.goto(stage.unowned.address)
  const demo = peopleWords[as.language].seeDemo
  await page.getByRole('button', { name: demo, exact: true }).first().click()
  await page.waitForURL(/\/briefs/)
  await page.goto(`${stage.unowned.address}/tasks?stage=draft`)
  await page
    .getByRole('navigation', { name: taskListWords[as.language].tasks })
    .getByRole('link')
    .first()
    .click()
  await page.locator('.ui-steps').first().waitFor()
  await pressInHead(page, as.language, words.open)
  const dialog = page.getByRole('dialog', { name: words.title })
  await dialog.getByLabel(words.note, { exact: true }).waitFor()
  await shoot('message', page)
  await dialog.getByLabel(words.preview, { exact: true }).scrollIntoViewIfNeeded()
  await shoot('message-preview', page)
  await page.goto(`${stage.unowned.address}/settings/phrases`)
  const remind = phraseWords[as.language].kinds.remind
  await page.getByLabel(remind, { exact: true }).waitFor()
  await shoot('phrases', page)
  await page.context().close()
}
