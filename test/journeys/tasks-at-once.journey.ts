/**
 * Many tasks given out by two people who are both offline: the owner at a desk in Chinese by keyboard, all of them; the colleague
 * on a phone in English with a thumb, two of them. When they meet, everybody has the same, and both hand-overs are in the log.
 */
import type { Browser, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { breakDownWords } from '#client/features/tasks/break-down/words.ts'
import { bulkWords } from '#client/features/tasks/bulk/words.ts'
import { taskListWords } from '#client/features/tasks/list-words.ts'
import { acceptBrief } from './accept-brief.ts'
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
import { fillBrief } from './whole-brief.ts'

export const tasksAtOnce: readonly Journey[] = [
  {
    name: 'many tasks given out at once by two people, both offline',
    run: story,
  },
]

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const desk = await deviceOf(browser, 'zh', 'desk')
    const owner = await desk.newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    const link = await inviteLink(owner, 'zh')
    await fillBrief(owner, 'zh', 'Insulated mugs, second colour')
    await acceptBrief(owner)
    await press(owner, breakDownWords.zh.breakDown)
    const cut = owner.getByRole('dialog', { name: breakDownWords.zh.title })
    await cut.getByRole('button', { name: /^新建 \d+ 个任务$/ }).click()
    await cut.waitFor({ state: 'detached' })
    await owner.waitForURL(/\/tasks\?brief=/)
    await settled(owner, 'zh')

    const phone = await deviceOf(browser, 'en', 'phone')
    const other = await phone.newPage()
    await joinBy(other, link, 'en', 'Julia Brandt')
    await settled(other, 'en')
    await openPlace(other, 'en', shellWords.en.tasks)
    const theirs = tasksOf(other, 'en')
    await theirs.first().waitFor()
    await Promise.all([keptApp(owner), keptApp(other)])
    await Promise.all([desk.setOffline(true), phone.setOffline(true)])

    // All of them by keyboard.
    const mine = tasksOf(owner, 'zh')
    await mine.first().focus()
    await owner.keyboard.press('x')
    await owner.keyboard.press('Control+a')
    await owner.keyboard.press('a')
    const giving = owner.getByRole('dialog')
    await pick(giving, '陈思远')
    await giving.getByRole('button', { name: /^分给 \d+ 项$/ }).click()
    await giving.waitFor({ state: 'detached' })
    await owner.getByText(/^已把 \d+ 项分给陈思远$/).waitFor()

    // Two with a thumb.
    const en = bulkWords.en
    await press(other, en.select)
    const first = await theirs.first().getAttribute('href')
    for (const at of [0, 1]) await theirs.nth(at).click()
    await other.getByText('2 rows selected', { exact: true }).waitFor()
    await press(other, en.assign)
    const sheet = other.getByRole('dialog')
    await pick(sheet, 'Julia Brandt')
    await sheet.getByRole('button', { name: en.act.assign('2'), exact: true }).click()
    await sheet.waitFor({ state: 'detached' })
    await other.getByText(en.done.assign('Julia Brandt', '2'), { exact: true }).waitFor()

    await Promise.all([desk.setOffline(false), phone.setOffline(false)])
    await settled(owner, 'zh')
    await settled(other, 'en')
    await owner.goto(`${relay.address}${first}`)
    await owner.getByText(/^陈思远（你）把.+交给陈思远（你）$/).waitFor()
    await owner.getByText(/^Julia Brandt把.+交给Julia Brandt$/).waitFor()
  } finally {
    await relay.stop()
  }
}

const tasksOf = (page: Page, language: Language) =>
  page.getByRole('navigation', { name: taskListWords[language].tasks }).getByRole('link')

async function pick(dialog: ReturnType<Page['getByRole']>, name: string): Promise<void> {
  await dialog.getByRole('combobox').fill(name)
  await dialog.page().getByRole('option', { name }).first().click()
}
