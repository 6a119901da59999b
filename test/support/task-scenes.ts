/** A brief of the demo broken down: the look before, the tasks in a list, one task being done, sent back, and waiting. */
import type { Browser, Locator, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { breakDownWords } from '#client/features/tasks/break-down/words.ts'
import { bulkWords } from '#client/features/tasks/bulk/words.ts'
import { taskListWords } from '#client/features/tasks/list-words.ts'
import { viewNames } from '#client/features/tasks/views/view-names.ts'
import { viewWords } from '#client/features/tasks/views/words.ts'
import { planWords } from '#client/features/tasks/plan/plan-words.ts'
import { relationsWords } from '#client/features/tasks/task/relations-words.ts'
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
  await chooseSome(page, links)
  await shoot('tasks-chosen', page)
  await press(bulkWords[language].assign)
  const assigning = page.getByRole('dialog')
  await assigning.getByRole('combobox').waitFor()
  await shoot('tasks-assign', page)
  await page.keyboard.press('Escape')
  await assigning.waitFor({ state: 'detached' })
  await press(bulkWords[language].move)
  await assigning.getByText(bulkWords[language].moveHelp, { exact: true }).waitFor()
  await assigning.locator('details').first().waitFor()
  await shoot('tasks-move', page)
  await page.keyboard.press('Escape')
  await assigning.waitFor({ state: 'detached' })
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
  await page.getByRole('heading', { name: planWords[language].plan }).scrollIntoViewIfNeeded()
  await shoot('task-plan', page)
  const around = relationsWords[language]
  await page.getByRole('heading', { name: around.tags, exact: true }).scrollIntoViewIfNeeded()
  await shoot('task-relations', page)
  await press(around.wentWrong)
  const trouble = page.getByRole('dialog', { name: around.troubleTitle })
  await trouble.getByRole('radio').first().check()
  await shoot('task-trouble', page)
  await page.keyboard.press('Escape')
  await trouble.waitFor({ state: 'detached' })
  await press(words.start)
  await page.getByRole('button', { name: words.wait, exact: true }).waitFor()
  const checks = page.locator('.ui-shell-detail').getByRole('checkbox')
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

/** With the keyboard where there is one, with fingers by the button that begins it. */
async function chooseSome(page: Page, links: Locator): Promise<void> {
  const isPhone = (page.viewportSize()?.width ?? 0) < 720
  if (isPhone) {
    const { zh, en } = bulkWords
    await page.getByRole('button', { name: new RegExp(`^(${zh.select}|${en.select})$`) }).click()
    for (const at of [0, 1, 3]) await links.getByRole('link').nth(at).click()
    return
  }
  await links.getByRole('link').first().focus()
  await page.keyboard.press('x')
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'ArrowDown', 'ArrowDown', 'x'])
    await page.keyboard.press(key)
}
