/** The team's SOP in the demo: read, changed as a draft, one stage of it, published, and the versions there are then. */
import type { Browser } from 'playwright-core'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { sopWords } from '#client/features/tasks/sop/words.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootSop(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const { language } = as
  const words = sopWords[language]
  const page = await (await browser.newContext(contextOf(as))).newPage()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  await page.goto(stage.unowned.address)
  await press(peopleWords[language].seeDemo)
  await page.getByText(flowWords[language].states.accepted, { exact: true }).first().waitFor()
  await page.goto(`${stage.unowned.address}/settings/sop`)
  await page.getByText(words.shippedHelp).waitFor()
  await shoot('sop', page)
  await press(words.change)
  await page.getByText(words.draft).waitFor()
  await shoot('sop-draft', page)
  const draft = stageById(defaultSop, 'draft')?.[language] ?? ''
  await press(words.editStage(draft))
  const dialog = page.getByRole('dialog', { name: words.editStage(draft) })
  await dialog.waitFor()
  await shoot('sop-stage', page)
  await dialog
    .getByRole('textbox', { name: new RegExp(words.hour) })
    .first()
    .or(dialog.locator('input[inputmode="decimal"]'))
    .first()
    .fill('9')
  await dialog.getByRole('button', { name: words.addCheck, exact: true }).last().click()
  await page.keyboard.type(language === 'zh' ? '杯盖开合拍过' : 'The lid is shown open and closed')
  await dialog.getByRole('button', { name: words.ready, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await press(words.publish)
  const publishing = page.getByRole('dialog', { name: words.publishTitle })
  await publishing
    .getByLabel(words.why)
    .fill(language === 'zh' ? '退回里常说看不清杯盖' : 'Too many send-backs about the lid')
  await shoot('sop-publish', page)
  await publishing.getByRole('button', { name: words.publish, exact: true }).click()
  await publishing.waitFor({ state: 'detached' })
  await page.getByText(words.version('1'), { exact: true }).first().waitFor()
  await page.getByRole('heading', { name: words.versions }).scrollIntoViewIfNeeded()
  await shoot('sop-versions', page)
  await page.context().close()
}
