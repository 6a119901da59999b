/** An owner at a Chinese desk links an English phone by typing a code, and invites while offline. */
import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { linkWords } from '#client/features/device/link-words.ts'
import { codeWords } from '#client/features/people/code-words.ts'
import { inviteWords } from '#client/features/people/invite-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import type { Journey } from './journey.ts'
import {
  foundWorkspace,
  holds,
  joinBy,
  openBrief,
  openPlace,
  settled,
  takesEffect,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const secondDevice: readonly Journey[] = [
  {
    name: 'a second device is linked by a code, and an invite made offline works later',
    run: story,
  },
]

const title = '防泼水双肩包 秋季上新'

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const desk = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1440, height: 900 },
    })
    const owner = await desk.newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    await owner.getByRole('button', { name: briefWords.zh.newBrief, exact: true }).first().click()
    await owner.getByLabel(briefWords.zh.title, { exact: true }).fill(title)
    await settled(owner, 'zh')

    const phone = await phoneOf(browser)
    const mine = await phone.newPage()
    await linkByCode(owner, mine, relay.address)

    // One person on two devices: what is written on either is on both.
    await openBrief(mine, title)
    await mine.getByLabel(briefWords.en.title, { exact: true }).fill('Splash-proof backpack')
    await openPlace(owner, 'zh', briefWords.zh.briefs)
    await owner.getByRole('link', { name: 'Splash-proof backpack' }).first().waitFor()
    await mine.goto(`${relay.address}/people`)
    await mine.getByRole('link', { name: `陈思远 · ${peopleWords.en.you}` }).waitFor()
    // And no second person.
    const pages = await mine
      .locator('a[href^="/people/"]')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href')))
    assert.equal(new Set(pages).size, 1)

    const link = await inviteOffline(desk, owner)
    const colleague = await (await phoneOf(browser)).newPage()
    await joinBy(colleague, link, 'en', 'Julia Brandt')
    await openBrief(colleague, 'Splash-proof backpack')
    await holds(colleague, 'Splash-proof backpack')
    // Who came by it is known to the device that made it.
    await owner.getByText(inviteWords.zh.usesOf(1, 5), { exact: true }).waitFor()
  } finally {
    await relay.stop()
  }
}

const phoneOf = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 }, hasTouch: true })

async function linkByCode(owner: Page, phone: Page, address: string): Promise<void> {
  const [shown, words] = [linkWords.zh, codeWords.en]
  await openPlace(owner, 'zh', shellWords.zh.device)
  await owner.getByRole('button', { name: shown.open, exact: true }).click()
  await owner.getByRole('img', { name: shown.qrLabel }).waitFor()
  await takesEffect(owner, shown)
  const code = await owner.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/).innerText()

  await phone.goto(address)
  const field = phone.getByLabel(words.haveCode, { exact: true })
  const link = phone.getByRole('button', { name: words.link, exact: true })
  await field.fill('K7M2-9QXR')
  await link.click()
  await phone.getByText(words.noCode, { exact: true }).waitFor()
  await field.fill('0000-0000-0000')
  await link.click()
  await phone.getByText(words.refusals['invite-wrong'], { exact: true }).waitFor()
  // As people type it.
  await field.fill(code.toLowerCase().replaceAll('-', ' '))
  await field.press('Enter')
  await phone.waitForURL(/\/briefs/)
  await phone.getByRole('link', { name: title }).first().waitFor()
  await owner.getByText(shown.linkedHelp, { exact: true }).waitFor()
  await owner.getByRole('button', { name: shown.done, exact: true }).click()

  // It has been used: the same code, scanned by somebody else, opens nothing and says why.
  const late = await phone.context().browser()?.newContext({ locale: 'en-GB' })
  const other = await late?.newPage()
  await other?.goto(`${address}/join#${code}`)
  await other?.getByText(words.refusals['invite-used-up'], { exact: true }).waitFor()
  await late?.close()
}

/** The link, once it opens. */
async function inviteOffline(desk: BrowserContext, owner: Page): Promise<string> {
  const words = inviteWords.zh
  await openPlace(owner, 'zh', peopleWords.zh.people)
  await desk.setOffline(true)
  await owner.getByRole('button', { name: peopleWords.zh.invite, exact: true }).first().click()
  await owner.getByRole('button', { name: words.makeLink, exact: true }).click()
  await owner.getByText(words.notYet, { exact: true }).waitFor()
  await owner.getByRole('img', { name: words.qrLabel }).waitFor()
  const link = await owner.getByLabel(words.linkLabel, { exact: true }).inputValue()
  await desk.setOffline(false)
  await owner.getByText(words.works, { exact: true }).waitFor()
  await owner.keyboard.press('Escape')
  return link
}
