/**
 * The whole app by keyboard alone: every place by its keys, and in each what is done there, with no axe finding on any screen,
 * the focus always to be seen, and Escape always the way back. At 200 % of a desk's size, as some people read.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { searchWords } from '#client/app/search/words.ts'
import { historyWords } from '#client/features/briefs/history/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { linkWords } from '#client/features/device/link-words.ts'
import { accessWords } from '#client/features/people/access-words.ts'
import { inviteWords } from '#client/features/people/invite-words.ts'
import { personWords } from '#client/features/people/person-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { recordWords } from '#client/features/records/words.ts'
import { sharingWords } from '#client/features/sharing/words.ts'
import { talkWords } from '#client/features/talk/words.ts'
import { workspaceWords } from '#client/features/workspace/words.ts'
import { axeFindings } from '#test/support/axe.ts'
import type { Journey } from './journey.ts'
import { joinBy, settled } from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const wholeAppByKeyboard: readonly Journey[] = [
  { name: 'the whole app by keyboard alone, at a desk', run: story({ width: 1440, height: 900 }) },
  { name: 'the whole app by keyboard alone, at 200 %', run: story({ width: 720, height: 450 }) },
]

const title = 'Dog harness, reflective range'

function story(viewport: { width: number; height: number }): Journey['run'] {
  return async (browser) => {
    const relay = await startRelayProcess()
    try {
      const context = await browser.newContext({ locale: 'en-GB', viewport })
      const page = await context.newPage()
      await page.goto(relay.address)
      await page.getByLabel(peopleWords.en.workspaceName, { exact: true }).waitFor()
      await page.keyboard.type('Shanyu Home')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Mina Cole')
      await page.keyboard.press('Enter')
      await page.getByText(briefWords.en.noBriefs, { exact: true }).first().waitFor()

      await brief(page)
      const link = await people(page)
      await person(page)
      await settings(page)
      await device(page)
      await inbox(browser, page, link)
      await help(page)
      assert.equal(
        await page.evaluate(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth',
        ),
        false,
        'nothing reaches beyond the screen',
      )
    } finally {
      await relay.stop()
    }
  }
}

async function brief(page: Page): Promise<void> {
  const [words, past, talk, share] = [briefWords.en, historyWords.en, talkWords.en, sharingWords.en]
  await page.keyboard.press('n')
  await page.getByLabel(words.title, { exact: true }).waitFor()
  await tabTo(page, words.title)
  await page.keyboard.type(title)
  await press(page, words.addPoint)
  await page.locator('[data-part="points"] textarea:focus').waitFor()
  await page.keyboard.type('Seen from 120 m in headlights')
  await settled(page, 'en')
  await clean(page, 'a brief')

  await press(page, share.share)
  await page.getByRole('dialog').waitFor()
  await clean(page, 'sharing')
  await press(page, share.newLink)
  await press(page, share.makeLink)
  await page.getByLabel(share.linkLabel, { exact: true }).waitFor()
  await closed(page, share.share)

  await press(page, past.history)
  await page.locator('.history-pick').first().waitFor()
  await clean(page, 'history')
  await page.keyboard.press('Escape')

  await leaveField(page)
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: talk.composer, exact: true }).waitFor()
  await page.locator('textarea:focus, [contenteditable]:focus, input:focus').first().waitFor()
  await page.keyboard.type('Which pictures are ready?')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Which pictures are ready?').first().waitFor()
  await clean(page, 'talk')
  await page.keyboard.press('Escape')
}

async function people(page: Page): Promise<string> {
  const [words, invite, records] = [peopleWords.en, inviteWords.en, recordWords.en]
  await go(page, 'p', words.people)
  await page.getByRole('heading', { name: invite.invites }).waitFor()
  await clean(page, 'people')
  await press(page, words.invite)
  await page.getByRole('dialog').waitFor()
  await clean(page, 'inviting')
  await press(page, invite.makeLink)
  const field = page.getByLabel(invite.linkLabel, { exact: true })
  await field.waitFor()
  await page.getByRole('img', { name: invite.qrLabel }).waitFor()
  await clean(page, 'an invite')
  const link = await field.inputValue()
  await closed(page, words.invite)
  await press(page, records.about.people.entry)
  await press(page, records.verify)
  await page.getByText(new RegExp(records.allHold(7).replace('7', '\\d+'))).waitFor()
  await clean(page, 'records')
  await closed(page, records.about.people.entry)
  return link
}

async function person(page: Page): Promise<void> {
  const words = personWords.en
  await press(page, `Mina Cole · ${peopleWords.en.you}`)
  await page.getByRole('heading', { name: accessWords.en.title }).waitFor()
  await tabTo(page, words.from)
  await page.keyboard.type('9:30')
  await tabTo(page, words.to)
  await page.keyboard.type('18')
  await page.keyboard.press('Tab')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value === '09:30'),
  )
  await settled(page, 'en')
  await clean(page, 'one’s own page')
}

async function settings(page: Page): Promise<void> {
  const words = workspaceWords.en
  await go(page, 's', words.settings)
  await tabTo(page, words.name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Shanyu Home Europe')
  await page.keyboard.press('Tab')
  await settled(page, 'en')
  await clean(page, 'settings')
}

async function device(page: Page): Promise<void> {
  const words = linkWords.en
  await go(page, 'd', shellWords.en.device)
  await clean(page, 'this device')
  await press(page, words.open)
  await page.getByRole('img', { name: words.qrLabel }).waitFor()
  await clean(page, 'linking a device')
  await closed(page, words.open)
}

/** A colleague's mention is found, read and answered. */
async function inbox(browser: Browser, page: Page, link: string): Promise<void> {
  const talk = talkWords.en
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await joinBy(other, link, 'en', 'Jonas Weber')
  await other.getByRole('link', { name: title }).first().click()
  await other.getByLabel(briefWords.en.title, { exact: true }).waitFor()
  await other.keyboard.press('c')
  const field = other.getByRole('textbox', { name: talk.composer, exact: true })
  await field.fill('@Mina Cole three of five')
  await field.press('Control+Enter')
  await settled(other, 'en')
  await go(page, 'i', shellWords.en.inbox)
  const line = page.getByRole('link', { name: /three of five/ }).first()
  await line.waitFor()
  await clean(page, 'inbox')
  await tabToFit(page, /three of five/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/briefs\//)
  await page.getByText('three of five').first().waitFor()
  await other.context().close()
}

async function help(page: Page): Promise<void> {
  // Comments stand before the page where there is no room beside it.
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
  await leaveField(page)
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: searchWords.en.shortcuts }).waitFor()
  await clean(page, 'shortcuts')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: searchWords.en.search }).fill('harness')
  await page.getByRole('option').first().waitFor()
  await clean(page, 'search')
  await page.keyboard.press('Escape')
}

async function go(page: Page, key: string, heading: string): Promise<void> {
  await leaveField(page)
  await page.keyboard.press('g')
  await page.keyboard.press(key)
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
}

/** Escape closes what is open, and the focus is again where it was opened. */
async function closed(page: Page, opener: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.waitForFunction((name) => {
    const now = document.activeElement
    return (now?.getAttribute('aria-label') ?? now?.textContent ?? '').trim() === name
  }, opener)
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

const tabTo = (page: Page, name: string): Promise<void> =>
  tabToFit(page, new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`))

/** Moves the focus with Tab until it stands on what is called so; everything it stands on must show that it does. */
async function tabToFit(page: Page, name: RegExp): Promise<void> {
  await page.waitForFunction(isThere, name.source)
  for (let step = 0; step < 300; step += 1) {
    await page.keyboard.press('Tab')
    const { said, isShown } = await page.evaluate(focusNow)
    assert.ok(isShown, `the focus on “${said}” is not to be seen`)
    if (name.test(said)) return
  }
  throw new Error(`Tab never reaches ${name.source}`)
}

function isThere(source: string): boolean {
  const fits = new RegExp(source)
  return [...document.querySelectorAll('a, button, input, textarea, select, [tabindex]')].some(
    (element) => {
      const label =
        'labels' in element ? (element.labels as NodeList | null)?.[0]?.textContent : null
      return fits.test(
        (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim(),
      )
    },
  )
}

function focusNow(): { said: string; isShown: boolean } {
  const element = document.activeElement
  if (element === null || element === document.body) return { said: '', isShown: true }
  const label = 'labels' in element ? (element.labels as NodeList | null)?.[0]?.textContent : null
  const said = (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim()
  // A part may draw it around itself for what is in it.
  for (const one of [element, element.parentElement, element.parentElement?.parentElement]) {
    if (one === null || one === undefined) continue
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    if ((outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none')
      return { said, isShown: true }
  }
  return { said, isShown: false }
}

const leaveField = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })

async function clean(page: Page, screen: string): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], `axe on ${screen}`)
}
