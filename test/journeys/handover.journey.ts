/**
 * Two people change one date while neither has a network. The one whose date gave way finds it on the page about what happened
 * while they were away, puts it back with one press, takes that back and puts it back again; a brief that waits stands there
 * with who needs it; the page opens by its address without a network. Owner at a desk in Chinese, colleague on a phone in English.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { historyWords } from '#client/features/briefs/history/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { personWords } from '#client/features/people/person-words.ts'
import { handoverWords } from '#client/features/tasks/handover/words.ts'
import { axeFindings } from '#test/support/axe.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import {
  deviceOf,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  type Language,
  openBrief,
  press,
  settled,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { tabTo } from './tab-to.ts'
import { fillBrief } from './whole-brief.ts'

export const handover: readonly Journey[] = [
  { name: 'what happened while somebody was away, and a value put back', run },
  // What is found there is often answered by one.
]

const title = 'Insulated mugs, second colour'
const dates: Readonly<Record<Language, string>> = { zh: '2027-01-20', en: '2027-01-27' }

async function run(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const desk = await deviceOf(browser, 'zh', 'desk')
    const owner = await desk.newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    await worksNow(owner, relay.address)
    const link = await inviteLink(owner, 'zh')
    await fillBrief(owner, 'zh', title)
    await settled(owner, 'zh')
    const phone = await deviceOf(browser, 'en', 'phone')
    const other = await phone.newPage()
    await joinBy(other, link, 'en', 'Julia Brandt')
    await openBrief(other, title)

    await Promise.all([keptApp(owner), keptApp(other)])
    await Promise.all([desk.setOffline(true), phone.setOffline(true)])
    const pages = [
      { page: owner, language: 'zh' },
      { page: other, language: 'en' },
    ] as const
    for (const { page, language } of pages) {
      const field = page.getByLabel(briefWords[language].wantedBy, { exact: true })
      await field.fill(dates[language])
      await field.press('Tab')
      await holds(page, dates[language])
    }
    await Promise.all([desk.setOffline(false), phone.setOffline(false)])
    await Promise.all(pages.map(({ page, language }) => settled(page, language)))

    // The colleague hands it in: it waits for the owner, whose hours are under way.
    await press(other, flowWords.en.submit)
    const submitting = other.getByRole('dialog', { name: flowWords.en.submitTitle })
    const why = submitting.getByLabel(flowWords.en.whyNow)
    await submitting.waitFor()
    if ((await why.count()) > 0) await why.fill('The sample arrives on Thursday')
    await submitting.getByRole('button', { name: flowWords.en.submit, exact: true }).click()
    await submitting.waitFor({ state: 'detached' })
    await settled(other, 'en')
    await owner.evaluate('document.activeElement?.blur()')
    await owner.keyboard.press('g')
    await owner.keyboard.press('i')
    await owner.getByText(handoverWords.zh.news('2'), { exact: true }).waitFor()
    await tabTo(owner, handoverWords.zh.open)
    await owner.keyboard.press('Enter')
    const waits = owner.getByRole('navigation', { name: handoverWords.zh.waits })
    await waits.getByText(/^Julia Brandt要用/).waitFor()
    await waits.getByText(handoverWords.zh.why.judge, { exact: true }).waitFor()
    await owner
      .getByRole('navigation', { name: handoverWords.zh.moved })
      .getByText(/^Julia Brandt 提交了需求单/)
      .waitFor()
    assert.deepEqual(await axeFindings(owner), [])

    // Whose date gave way is chance; it is offered to that one alone.
    await other.goto(`${relay.address}/inbox/handover`)
    const offered = pages.map(({ page, language }) =>
      page.getByRole('button', { name: historyWords[language].putBack, exact: true }),
    )
    const lost = await Promise.race(
      offered.map(async (button, place) => {
        await button.waitFor()
        return place
      }),
    )
    const [mine, theirs] = lost === 0 ? [pages[0], pages[1]] : [pages[1], pages[0]]
    assert.equal(await offered[1 - lost]?.count(), 0)
    assert.deepEqual(await axeFindings(mine.page), [])
    await theirs.page.goto(`${relay.address}/briefs`)
    await openBrief(theirs.page, title)
    await holds(theirs.page, dates[theirs.language])
    await mine.page.context().setOffline(true)
    await mine.page.reload()
    await press(mine.page, historyWords[mine.language].putBack)
    await offered[lost]?.waitFor({ state: 'detached' })
    await mine.page.context().setOffline(false)
    await holds(theirs.page, dates[mine.language])
    await press(mine.page, handoverWords[mine.language].undo)
    await holds(theirs.page, dates[theirs.language])
    // They had seen both by now: nothing gave way, so nothing is offered.
    await settled(mine.page, mine.language)
    assert.equal(await offered[lost]?.count(), 0)
  } finally {
    await relay.stop()
  }
}

/** Their hours are all of every day, so that they are under way whenever this runs. */
async function worksNow(page: Page, address: string): Promise<void> {
  const words = personWords.zh
  await page.goto(`${address}/people`)
  await page
    .getByRole('link', { name: /陈思远/ })
    .first()
    .click()
  await page.getByRole('button', { name: words.useHere, exact: true }).click()
  for (const [label, time] of [
    [words.from, '00:00'],
    [words.to, '23:59'],
  ] as const) {
    const field = page.getByLabel(label, { exact: true })
    await field.fill(time)
    await field.press('Tab')
  }
  for (const day of words.days.split(' ').slice(5))
    await page.getByRole('button', { name: day, exact: true }).click()
  await settled(page, 'zh')
}
