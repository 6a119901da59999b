/** A brief of the demo broken down: the look before, the tasks in a list, one task being done, sent back, and waiting. */
import type { Browser } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { breakDownWords } from '#client/features/tasks/break-down/words.ts'
import { taskListWords } from '#client/features/tasks/list-words.ts'
import { viewNames } from '#client/features/tasks/views/view-names.ts'
import { viewWords } from '#client/features/tasks/views/words.ts'
import { taskWords } from '#client/features/tasks/task/words.ts'
import { causeById } from '#shared/domain/tasks/causes.ts'
import { openBrief, openPlace } from '#test/journeys/people.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

/** Accepted, with several products, platforms and languages. */
const accepted = 'Cable organisers, back-to-office bundle'

export async function shootTasks(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const { language } = as
  const [cut, list, words] = [
    breakDownWords[language],
    taskListWords[language],
    taskWords[language],
  ]
  const views = viewWords[language]
  const page = await (await browser.newContext(contextOf(as))).newPage()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  await page.goto(stage.unowned.address)
  await press(peopleWords[language].seeDemo)
  await page.getByText(flowWords[language].states.accepted, { exact: true }).first().waitFor()
  await openPlace(page, language, shellWords[language].tasks)
  const links = page.getByRole('navigation', { name: list.tasks })
  await links.getByRole('link').first().waitFor()
  await shoot('tasks-all', page)
  for (const view of viewNames) {
    await page.goto(`${stage.unowned.address}/tasks/${view}`)
    await page.getByRole('heading', { name: views.view[view], exact: true }).waitFor()
    await page.getByRole('main').getByRole('link').nth(3).waitFor()
    await shoot(`tasks-${view}`, page)
  }

  await page.goto(`${stage.unowned.address}/briefs`)
  await openBrief(page, accepted)
  await press(cut.breakDown)
  const dialog = page.getByRole('dialog', { name: cut.title })
  await dialog.getByRole('table').waitFor()
  await shoot('tasks-break-down', page)
  await dialog.getByRole('button').filter({ hasText: /\d/ }).last().click()
  await dialog.waitFor({ state: 'detached' })
  await page.waitForURL(/\/tasks\?brief=/)
  await links.getByRole('link').first().waitFor()
  await shoot('tasks-list', page)

  await links.getByRole('link').first().click()
  await page.getByRole('button', { name: words.start, exact: true }).waitFor()
  await shoot('task-ready', page)
  await press(words.start)
  await page.getByRole('button', { name: words.wait, exact: true }).waitFor()
  const checks = page.getByRole('main').getByRole('checkbox')
  for (let at = 0; at < (await checks.count()); at += 1) await checks.nth(at).check()
  await page.getByText(words.allThere, { exact: true }).waitFor()
  await shoot('task-started', page)
  await page.getByRole('button', { name: new RegExp(`^${words.forward('')}`) }).click()
  await press(words.sendBack)
  const back = page.getByRole('dialog', { name: words.backTitle })
  const cause = causeById('brief-missing')[language]
  await back.getByRole('radio', { name: new RegExp(`^${cause}`) }).check()
  await shoot('task-send-back', page)
  await back.getByRole('button', { name: words.sendBack, exact: true }).click()
  await back.waitFor({ state: 'detached' })
  await page.getByText(new RegExp(cause)).first().waitFor()
  await shoot('task-sent-back', page)
  await page.context().close()
}
