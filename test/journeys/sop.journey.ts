/**
 * A lead changes the SOP while a colleague without a network breaks a brief down under the one before: each task keeps the
 * version it began under, and both people see the same. The lead sits at a desk in Chinese, the colleague holds a phone in English.
 */
import type { Browser, Locator, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { workspaceWords } from '#client/features/workspace/words.ts'
import { breakDownWords } from '#client/features/tasks/break-down/words.ts'
import { taskListWords } from '#client/features/tasks/list-words.ts'
import { sopWords } from '#client/features/tasks/sop/words.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { deskHolds } from './desk-holds.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import {
  deviceOf,
  foundWorkspace,
  inviteLink,
  joinBy,
  openPlace,
  press,
  settled,
} from './people.ts'
import { acceptBrief } from './accept-brief.ts'
import { startRelayProcess } from './relay-process.ts'
import { fillBrief } from './whole-brief.ts'

export const sop: readonly Journey[] = [
  {
    name: 'a lead changes the SOP while a colleague offline breaks a brief down under the one before',
    run: story,
  },
  { name: 'the SOP changed and published by keyboard alone', run: byKeyboard },
]

const title = 'Insulated mugs, second colour'
const newCheck = '样品已经到了'
const leftOut = { zh: '副图', en: 'Secondary image' }

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const [zh, en] = [sopWords.zh, sopWords.en]
  try {
    const desk = await deviceOf(browser, 'zh', 'desk')
    const owner = await desk.newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    const link = await inviteLink(owner, 'zh')
    await fillBrief(owner, 'zh', title)
    await acceptBrief(owner)
    await settled(owner, 'zh')

    // The colleague looks at what the brief comes to, then loses the network with it open.
    const phone = await deviceOf(browser, 'en', 'phone')
    const other = await phone.newPage()
    await joinBy(other, link, 'en', 'Julia Brandt')
    await settled(other, 'en')
    await other.getByRole('link', { name: title }).first().click()
    await press(other, breakDownWords.en.breakDown)
    const cutting = other.getByRole('dialog', { name: breakDownWords.en.title })
    await cutting.getByText(en.cutByShipped, { exact: true }).waitFor()
    await keptApp(other)
    await phone.setOffline(true)

    // The lead gives planning more time and one more check, and publishes.
    await openPlace(owner, 'zh', shellWords.zh.settings)
    await owner.getByRole('link', { name: workspaceWords.zh.openSop, exact: true }).click()
    await owner.getByText(zh.shippedHelp).waitFor()
    await press(owner, zh.change)
    const planning = stageById(defaultSop, 'planning')?.zh ?? ''
    await press(owner, zh.editStage(planning))
    const stage = owner.getByRole('dialog', { name: zh.editStage(planning) })
    await stage.getByLabel('副图', { exact: true }).fill('9')
    await stage.getByRole('button', { name: zh.addCheck, exact: true }).last().click()
    await owner.keyboard.type(newCheck)
    await stage.getByRole('button', { name: zh.ready, exact: true }).click()
    await stage.waitFor({ state: 'detached' })
    await press(owner, zh.publish)
    const publishing = owner.getByRole('dialog', { name: zh.publishTitle })
    await publishing.getByText(/副图从 3 工时改为 9 工时/).waitFor()
    await publishing.getByText(zh.diff.checkAdded(planning, newCheck), { exact: true }).waitFor()
    await publishing.getByLabel(zh.why).fill('样品没到就开工，返工太多')
    await publishing.getByRole('button', { name: zh.publish, exact: true }).click()
    await publishing.waitFor({ state: 'detached' })
    await owner.getByText(zh.version('1'), { exact: true }).waitFor()
    await settled(owner, 'zh')

    // Offline the colleague makes the tasks, all but one kind, under the version they know.
    await cutting.getByRole('button', { name: leftOut.en, exact: true }).click()
    await cutting.getByRole('button', { name: /^Create \d+ tasks$/ }).click()
    await cutting.waitFor({ state: 'detached' })
    await other.waitForURL(/\/tasks\?brief=/)
    await phone.setOffline(false)
    await settled(other, 'en')

    // The lead adds what was left out: it begins under the new version.
    await openPlace(owner, 'zh', '需求单')
    await owner.getByRole('link', { name: title }).first().click()
    await press(owner, breakDownWords.zh.adjust)
    const adjusting = owner.getByRole('dialog', { name: breakDownWords.zh.title })
    await adjusting.getByText(zh.cutBy(zh.version('1')), { exact: true }).waitFor()
    // Of one kind alone there is nothing to choose kinds from: its tasks stand in the table, switched off.
    await adjusting.getByRole('table').getByRole('checkbox').first().check()
    await adjusting
      .getByRole('button', { name: breakDownWords.zh.create('1'), exact: true })
      .click()
    await adjusting.waitFor({ state: 'detached' })
    await settled(owner, 'zh')

    // Each of both people finds each task under its own.
    await openPlace(owner, 'zh', shellWords.zh.tasks)
    await asks(owner, 'zh', true)
    await asks(owner, 'zh', false)
    for (const isAdded of [true, false]) {
      await other.goto(`${relay.address}/tasks`)
      await asks(other, 'en', isAdded)
    }

    // And the colleague sees who changed what, and cannot change it.
    await other.goto(`${relay.address}/settings/sop`)
    await other.getByText(en.whoCanChange, { exact: true }).waitFor()
    await other.getByText(/^Version 1 · 陈思远/).waitFor()
    await other.getByText('样品没到就开工，返工太多', { exact: true }).waitFor()
  } finally {
    await relay.stop()
  }
}

async function byKeyboard(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const words = sopWords.en
  try {
    const page = await (await deviceOf(browser, 'en', 'desk')).newPage()
    await foundWorkspace(page, relay.address, 'en', 'Islet Home', 'Julia Brandt')
    await page.goto(`${relay.address}/settings/sop`)
    const button = (name: string) => page.getByRole('button', { name, exact: true }).first()
    await button(words.change).waitFor()
    await reach(page, button(words.change))
    await page.keyboard.press('Enter')
    // Cross review is taken before the draft, and the list says where it stands.
    await reach(page, button(words.grip('Cross review')))
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText(words.moved('Cross review', 2, 3), { exact: true }).waitFor()
    await reach(page, button(words.editStage('Planning')))
    await page.keyboard.press('Enter')
    const stage = page.getByRole('dialog', { name: words.editStage('Planning') })
    await stage.waitFor()
    await reach(page, stage.getByRole('button', { name: words.addCheck, exact: true }).last())
    await page.keyboard.press('Enter')
    await page.keyboard.type('Samples are here')
    await page.keyboard.press('Escape')
    await stage.waitFor({ state: 'detached' })
    // Back where it was opened from.
    await page
      .locator(':focus')
      .and(button(words.editStage('Planning')))
      .waitFor()
    // A draft stays when the page is left.
    await deskHolds(page, 'Samples are here')
    await page.reload()
    await button(words.publish).waitFor()
    await reach(page, button(words.publish))
    await page.keyboard.press('Enter')
    const publishing = page.getByRole('dialog', { name: words.publishTitle })
    await publishing.getByText(words.diff.checkAdded('Planning', 'Samples are here')).waitFor()
    await publishing.getByText(words.diff.order, { exact: true }).waitFor()
    await reach(page, publishing.getByRole('button', { name: words.publish, exact: true }))
    await page.keyboard.press('Enter')
    await publishing.waitFor({ state: 'detached' })
    await page.getByText(words.version('1'), { exact: true }).waitFor()
  } finally {
    await relay.stop()
  }
}

/** By Tab alone, as far as a page is long. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  for (let n = 0; n < 80; n += 1) {
    if ((await page.locator(':focus').and(wanted).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error('it cannot be reached by Tab')
}

/** Opens the task the lead added, or one of the others, and looks whether planning asks for the new check. */
async function asks(page: Page, language: 'zh' | 'en', isAdded: boolean): Promise<void> {
  const links = page
    .getByRole('navigation', { name: taskListWords[language].tasks })
    .getByRole('link')
  const added = new RegExp(`^${leftOut[language]}`)
  await links
    .filter(isAdded ? { hasText: added } : { hasNotText: added })
    .first()
    .click()
  const planning = stageById(defaultSop, 'planning')
  await page.getByRole('heading', { name: planning?.[language] ?? '', exact: true }).waitFor()
  await page.getByLabel(planning?.exit[0]?.[language] ?? '', { exact: true }).waitFor()
  const count = await page.getByLabel(newCheck, { exact: true }).count()
  if (count > 0 !== isAdded) throw new Error(`the new check is there ${count} times`)
}
