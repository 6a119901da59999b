/**
 * Many tasks given out by two people who are both offline: the owner at a desk in Chinese by keyboard, dozens; the colleague
 * on a phone in English with a thumb, two of them. When they meet, everybody has the same, and both hand-overs are in the log.
 * Apart they also made two tasks wait for each other; and at the end something goes wrong and is put right.
 */
import type { Browser, Locator, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { breakDownWords } from '#client/features/tasks/break-down/words.ts'
import { bulkWords } from '#client/features/tasks/bulk/words.ts'
import { relationsWords } from '#client/features/tasks/task/relations-words.ts'
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

    // A few dozen by keyboard.
    const mine = tasksOf(owner, 'zh')
    await mine.first().focus()
    await owner.keyboard.press('x')
    for (const key of ['Shift+PageDown', 'Shift+PageDown', 'Shift+PageDown', 'Shift+ArrowDown'])
      await owner.keyboard.press(key)
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

    // Each says, apart, that one of two tasks waits for the other.
    const one = await whatIsOn(mine.nth(0))
    const two = await whatIsOn(mine.nth(1))
    await waitFor(owner, relay.address, 'zh', one.href, two)
    const theirOne = await whatIsOn(theirs.and(other.locator(`[href^="${one.href}"]`)))
    await waitFor(other, relay.address, 'en', two.href, theirOne)

    await Promise.all([desk.setOffline(false), phone.setOffline(false)])
    await settled(owner, 'zh')
    await settled(other, 'en')
    await owner.goto(`${relay.address}${first}`)
    await owner.getByText(/^陈思远（你）把.+交给陈思远（你）$/).waitFor()
    await owner.getByText(/^Julia Brandt把.+交给Julia Brandt$/).waitFor()

    // A circle nobody could have set alone: said to both, in nobody's way, ended by taking one off.
    const zh = relationsWords.zh
    await owner.goto(`${relay.address}${one.href}`)
    await owner.getByText(zh.state.circle, { exact: true }).waitFor()
    await other.getByText(relationsWords.en.state.circle, { exact: true }).waitFor()
    await owner.getByRole('button', { name: new RegExp(`^${zh.takeOff('')}`) }).click()
    await owner.getByText(zh.noWaits, { exact: true }).waitFor()
    await other.getByText(relationsWords.en.state.open, { exact: true }).waitFor()
    // Now it would be one again, and is refused.
    await owner.getByLabel(zh.addWait).fill(two.search)
    await owner.getByRole('listbox').getByRole('option').first().click()
    await owner.getByText(new RegExp(`^${zh.circle('')}`)).waitFor()

    // Something went wrong: said on the phone, read in the inbox at the desk, closed by saying what was done.
    await press(other, relationsWords.en.wentWrong)
    const trouble = other.getByRole('dialog', { name: relationsWords.en.troubleTitle })
    await trouble.getByRole('radio', { name: /^A check was missed/ }).check()
    await trouble.getByLabel(relationsWords.en.note).fill('The font is licensed for the web only')
    await trouble.getByLabel(relationsWords.en.who).selectOption({ label: '陈思远' })
    await trouble.getByRole('button', { name: relationsWords.en.report, exact: true }).click()
    await trouble.waitFor({ state: 'detached' })
    await settled(other, 'en')
    await openPlace(owner, 'zh', shellWords.zh.inbox)
    await owner.getByText('Julia Brandt 说出了问题，要你看').first().click()
    await press(owner, zh.mend)
    const mending = owner.getByRole('dialog', { name: zh.mendTitle })
    await mending.getByLabel(zh.done).fill('换了授权范围够的字体')
    await mending.getByRole('button', { name: zh.close, exact: true }).click()
    await mending.waitFor({ state: 'detached' })
    await owner.getByText('陈思远（你）处理了出的问题', { exact: true }).waitFor()
    await settled(owner, 'zh')
    await other.getByRole('button', { name: relationsWords.en.mend }).waitFor({ state: 'detached' })
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

interface OnTheList {
  /** Without what narrows the list. */
  readonly href: string
  /** What finds it among tasks. */
  readonly search: string
}

async function whatIsOn(link: Locator): Promise<OnTheList> {
  const href = new URL((await link.getAttribute('href')) ?? '', 'http://x').pathname
  const [title = ''] = await link.locator('.ui-list-row-title').allTextContents()
  const [sku = ''] = await link.locator('.ui-list-row-notes > span').allTextContents()
  const [asset = '', ...listing] = title.split(' · ')
  const { zh, en } = taskListWords
  const places = listing.filter((part) => part !== zh.master && part !== en.master)
  return { href, search: [asset, sku, ...places].join(' · ') }
}

/** On the task's page, by typing what the other is called. */
async function waitFor(
  page: Page,
  address: string,
  language: Language,
  href: string,
  other: OnTheList,
): Promise<void> {
  const words = relationsWords[language]
  await page.goto(`${address}${href}`)
  await page.getByLabel(words.addWait).fill(other.search)
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.locator(`dl a[href="${other.href}"]`).waitFor()
}
