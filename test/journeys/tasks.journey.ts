/**
 * From an accepted brief to work that moves: broken down after a look, tasks given, ticked, moved on, sent back with a reason,
 * seen in the list on both devices. In the middle one of them has no network and moves on what the other sends back: back wins.
 * The owner sits at a desk in Chinese, the colleague holds a phone in English.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { breakDownWords } from '#client/features/tasks/break-down/words.ts'
import { taskListWords } from '#client/features/tasks/list-words.ts'
import { planWords } from '#client/features/tasks/plan/plan-words.ts'
import { taskWords } from '#client/features/tasks/task/words.ts'
import { causeById } from '#shared/domain/tasks/causes.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import {
  deviceOf,
  foundWorkspace,
  inviteLink,
  joinBy,
  type Language,
  openPlace,
  press,
  settled,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { acceptBrief } from './accept-brief.ts'
import { fillBrief } from './whole-brief.ts'

export const tasks: readonly Journey[] = [
  {
    name: 'an accepted brief broken down, its tasks moved on and sent back by two people, one of them offline',
    run: story,
  },
]

const title = 'Insulated mugs, second colour'

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const desk = await deviceOf(browser, 'zh', 'desk')
    const owner = await desk.newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    const link = await inviteLink(owner, 'zh')
    await fillBrief(owner, 'zh', title)
    await acceptBrief(owner)

    // Looked at first: one kind of asset is switched off, and the count follows.
    const zh = breakDownWords.zh
    await press(owner, zh.breakDown)
    const dialog = owner.getByRole('dialog', { name: zh.title })
    const create = dialog.getByRole('button', { name: /^新建 \d+ 个任务$/ })
    await create.waitFor()
    const all = await numberIn(create)
    await dialog.getByRole('button', { name: '搜索词', exact: true }).click()
    const fewer = await numberIn(create)
    assert.ok(fewer > 0 && fewer < all, `${fewer} of ${all}`)
    await create.click()
    await dialog.waitFor({ state: 'detached' })
    await owner.waitForURL(/\/tasks\?brief=/)
    await owner.getByText(zh.done(String(fewer)), { exact: true }).waitFor()
    await settled(owner, 'zh')

    // Breaking down again adds nothing, and what was left out stays so.
    await openPlace(owner, 'zh', '需求单')
    await owner.getByRole('link', { name: title }).first().click()
    await press(owner, zh.adjust)
    await dialog.getByText(new RegExp(zh.nothing)).waitFor()
    assert.equal(await dialog.getByRole('button', { name: /^新建/ }).isDisabled(), true)
    await owner.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    // The colleague opens one on a phone and starts.
    const phone = await deviceOf(browser, 'en', 'phone')
    const other = await phone.newPage()
    await joinBy(other, link, 'en', 'Julia Brandt')
    await settled(other, 'en')
    await openPlace(other, 'en', shellWords.en.tasks)
    const list = other.getByRole('region', { name: taskListWords.en.tasks })
    await list.getByText(String(fewer), { exact: true }).waitFor()
    const task = other
      .getByRole('navigation', { name: taskListWords.en.tasks })
      .getByRole('link', { name: /^Secondary image 1/ })
      .first()
    await task.click()
    await stands(other, 'en', 'planning')
    // Wanted in three weeks: its plan stands on the page, with nothing of the buffer used.
    await other.getByText(planWords.en.used.hours('0', '8'), { exact: true }).waitFor()
    const address = new URL(other.url()).pathname
    await keptApp(other)
    await press(other, taskWords.en.start)
    await other.getByText(new RegExp(`^${taskWords.en.states.started}`)).waitFor()
    await tickAll(other, 'planning')
    await press(other, taskWords.en.forward(stageName('draft', 'en')))
    await stands(other, 'en', 'draft')

    // The owner sees it in the list and on its page.
    await owner.goto(relay.address + address)
    await stands(owner, 'zh', 'draft')
    await settled(other, 'en')

    // Offline the colleague moves it on, while the owner sends it back.
    await phone.setOffline(true)
    await tickAll(other, 'draft')
    await press(other, taskWords.en.forward(stageName('cross-review', 'en')))
    await stands(other, 'en', 'cross-review')
    await other.getByText(taskWords.en.waiting, { exact: true }).first().waitFor()
    await press(owner, taskWords.zh.sendBack)
    const back = owner.getByRole('dialog', { name: taskWords.zh.backTitle })
    await back.getByRole('radio', { name: new RegExp(`^${causeById('brief-missing').zh}`) }).check()
    await back.getByLabel(taskWords.zh.whatToMend).fill('杯盖是翻盖，要写明')
    await back.getByRole('button', { name: taskWords.zh.sendBack, exact: true }).click()
    await back.waitFor({ state: 'detached' })
    await stands(owner, 'zh', 'planning')
    await settled(owner, 'zh')

    await phone.setOffline(false)
    await settled(other, 'en')
    await stands(other, 'en', 'planning')
    await other
      .getByText(/杯盖是翻盖，要写明/)
      .first()
      .waitFor()
    await owner.getByText(/Julia Brandt把它从初稿推进到交叉审/).waitFor()
    await stands(owner, 'zh', 'planning')

    // Ticked anew, it moves on for both.
    await tickAll(other, 'planning')
    await press(other, taskWords.en.forward(stageName('draft', 'en')))
    await stands(other, 'en', 'draft')
    await stands(owner, 'zh', 'draft')
  } finally {
    await relay.stop()
  }
}

const stageName = (id: string, language: Language): string =>
  stageById(defaultSop, id)?.[language] ?? id

/** On the task's page: the heading of what is going on now. */
const stands = (page: Page, language: Language, stage: string): Promise<void> =>
  page.getByRole('heading', { name: stageName(stage, language), exact: true }).waitFor()

async function tickAll(page: Page, stage: string): Promise<void> {
  const checks = stageById(defaultSop, stage)?.exit ?? []
  for (const { en, kinds, isLater } of checks)
    if (!isLater && kinds === undefined) await page.getByLabel(en, { exact: true }).check()
}

async function numberIn(button: ReturnType<Page['getByRole']>): Promise<number> {
  return Number(/\d+/.exec((await button.textContent()) ?? '')?.[0])
}
