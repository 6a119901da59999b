/** A brief on its way, in the demo: begun from a template, what keeps it from being submitted, judged, returned, changed, on paper. */
import type { Browser } from 'playwright-core'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { outWords } from '#client/features/briefs/out/words.ts'
import { recordWords } from '#client/features/records/words.ts'
import { startWords } from '#client/features/briefs/start/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { deviceWords } from '#client/features/device/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { openBrief, pressInHead } from '#test/journeys/people.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

/** Of those that are wanted first, so that they stand at the top of the list. */
const changed = 'Cable organisers, back-to-office bundle'
const submitted = '护眼台灯 波兰与德国加急'

export async function shootFlow(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const { language } = as
  const [words, start, out] = [flowWords[language], startWords[language], outWords[language]]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  const { address } = stage.unowned
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.goto(address)
  await press(peopleWords[language].seeDemo)
  await page.getByText(words.states.accepted, { exact: true }).first().waitFor()
  await shoot('demo-briefs', page)
  await openBrief(page, changed)
  await page.getByText(words.changedSince.accepted, { exact: true }).waitFor()
  await shoot('flow-accepted-changed', page)
  await press(words.seeChanges)
  await page.locator('[data-differs]').first().waitFor()
  await shoot('flow-changes', page)
  await close()
  await pressInHead(page, language, out.entry)
  await page.getByRole('dialog', { name: out.title }).waitFor()
  await shoot('flow-out', page)
  await close()

  await page.goto(`${address}/briefs`)
  await openBrief(page, submitted)
  await page.getByText(words.states.submitted, { exact: true }).last().waitFor()
  await shoot('flow-submitted', page)
  await press(words.accept)
  await page.getByRole('dialog', { name: words.acceptTitle }).waitFor()
  await shoot('flow-accept', page)
  await close()
  await press(words.sendBack)
  const sending = page.getByRole('dialog', { name: words.returnTitle })
  const send = sending.getByRole('button', { name: words.sendBack, exact: true })
  await send.click()
  await page.getByText(words.needsMending, { exact: true }).waitFor()
  await shoot('flow-return', page)
  await sending.getByLabel(words.whatToMend).fill('E27 · 30 × 40 cm')
  await sending.getByLabel(words.field).selectOption('references')
  await send.click()
  await sending.waitFor({ state: 'detached' })
  await page.getByText(words.states.returned, { exact: true }).last().waitFor()
  await shoot('flow-returned', page)
  const records = recordWords[language]
  await pressInHead(page, language, records.about.brief.entry)
  const verifying = page.getByRole('dialog', { name: records.about.brief.title })
  await verifying.getByRole('button', { name: records.verify, exact: true }).click()
  await verifying.getByRole('button', { name: records.details, exact: true }).first().click()
  await shoot('flow-records', page)
  await close()

  await page.goto(`${address}/briefs`)
  await page
    .getByRole('button', { name: briefWords[language].newBrief, exact: true })
    .first()
    .click()
  await press(start.fromTemplate)
  await page.getByRole('dialog', { name: start.title }).waitFor()
  await shoot('brief-templates', page)
  await close()
  await press(words.submit)
  await page.getByText(words.hardTitle).waitFor()
  await shoot('flow-submit-missing', page)
  await close()
  await page.goto(`${address}/device`)
  await page.getByText(deviceWords[language].demoHere, { exact: true }).waitFor()
  await shoot('device-demo', page)
  await context.close()
}
