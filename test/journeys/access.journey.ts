/**
 * Who may do what, as an owner sets it: a lead, an outsourced designer, somebody removed while away with unsent work, a lost
 * phone, the last owner who cannot go, and the sheet of paper that brings them back. At a Chinese desk and on an English phone.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { linkWords } from '#client/features/device/link-words.ts'
import { accessWords } from '#client/features/people/access-words.ts'
import { codeWords } from '#client/features/people/code-words.ts'
import { recoveryWords } from '#client/features/people/recovery-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { offeredFunctions } from '#shared/domain/people/functions.ts'
import { axeFindings } from '#test/support/axe.ts'
import type { Journey } from './journey.ts'
import {
  addPoint,
  foundWorkspace,
  inviteLink,
  joinBy,
  openBrief,
  settled,
  type Language,
  takesEffect,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'

type Size = 'desk' | 'phone'

export const access: readonly Journey[] = [
  { name: 'access, owner at a desk in Chinese', run: (browser) => story(browser, 'zh', 'desk') },
  {
    name: 'access, owner on a phone in English',
    isTwin: true,
    run: (browser) => story(browser, 'en', 'phone'),
  },
]

const title = 'Garden lamp, autumn'

async function story(browser: Browser, language: Language, size: Size): Promise<void> {
  const relay = await startRelayProcess()
  const other: Language = language === 'zh' ? 'en' : 'zh'
  try {
    const device = await deviceOf(browser, language, size)
    const owner = await device.newPage()
    await foundWorkspace(owner, relay.address, language, '山屿家居', '陈思远')
    const link = await inviteLink(owner, language, 20)
    await owner
      .getByRole('button', { name: briefWords[language].newBrief, exact: true })
      .first()
      .click()
    await owner.getByLabel(briefWords[language].title, { exact: true }).fill(title)
    await settled(owner, language)

    const lead = await joined(browser, link, other, 'desk', 'Julia Brandt')
    const designer = await joined(browser, link, other, 'phone', '阮氏兰')
    await makeLead(owner, language, lead, other)
    await outsource(device, owner, language, designer, other)
    await removeWhileAway(browser, owner, language, link)
    await loseAPhone(browser, owner, language, relay.address)
    await staysOwner(owner, language)
    await comesBackByPaper(browser, owner, language, relay.address)
  } finally {
    await relay.stop()
  }
}

const deviceOf = (browser: Browser, language: Language, size: Size): Promise<BrowserContext> =>
  browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: size === 'desk' ? { width: 1440, height: 900 } : { width: 390, height: 844 },
    hasTouch: size === 'phone',
    acceptDownloads: true,
  })

async function joined(
  browser: Browser,
  link: string,
  language: Language,
  size: Size,
  name: string,
): Promise<Page> {
  const page = await (await deviceOf(browser, language, size)).newPage()
  await joinBy(page, link, language, name)
  await settled(page, language)
  return page
}

/** By its address: on a phone an open brief has no bar. */
const open = (page: Page, path: string): Promise<unknown> =>
  page.goto(new URL(path, page.url()).href)

async function openPerson(page: Page, language: Language, name: string | RegExp): Promise<void> {
  await open(page, '/people')
  await page.getByRole('link', { name }).filter({ visible: true }).first().click()
  await page.getByRole('heading', { name: accessWords[language].title }).waitFor()
}

async function makeLead(
  owner: Page,
  language: Language,
  lead: Page,
  other: Language,
): Promise<void> {
  const words = accessWords[language]
  await open(lead, '/people')
  const invite = lead.getByRole('button', { name: peopleWords[other].invite, exact: true })
  await lead.getByText('陈思远').first().waitFor()
  assert.equal(await invite.count(), 0, 'a member invites nobody')

  await openPerson(owner, language, /^Julia Brandt/)
  assert.deepEqual(await axeFindings(owner), [])
  await owner.getByRole('button', { name: words.change, exact: true }).click()
  const apply = owner.getByRole('button', { name: words.apply, exact: true })
  assert.equal(await apply.isDisabled(), true, 'nothing to change yet')
  await owner.getByRole('radio', { name: new RegExp(`^${words.levels.lead}`) }).check()
  // Whoever leads is in-house: the other cannot be chosen.
  const outside = owner.getByRole('radio', { name: new RegExp(`^${words.outside}`) })
  assert.equal(await outside.isDisabled(), true)
  await apply.click()
  await owner.getByRole('dialog').waitFor({ state: 'detached' })
  await owner.getByText(words.mayDo.lead).waitFor()
  await owner.getByText(words.waiting, { exact: true }).waitFor({ state: 'detached' })
  // On the colleague's open page, without a reload.
  await invite.filter({ visible: true }).first().waitFor()
  await openPerson(lead, other, /陈思远/)
  await lead.getByText(accessWords[other].setByOwners).waitFor()
  assert.equal(
    await lead.getByRole('button', { name: accessWords[other].change, exact: true }).count(),
    0,
  )
}

/** Offline: it shows at once, waits, and counts once it is sent. */
async function outsource(
  device: BrowserContext,
  owner: Page,
  language: Language,
  designer: Page,
  other: Language,
): Promise<void> {
  const words = accessWords[language]
  const named = offeredFunctions.find(({ id }) => id === 'designer')
  await openPerson(owner, language, /^阮氏兰/)
  await device.setOffline(true)
  await owner.getByRole('button', { name: words.change, exact: true }).click()
  await owner.getByRole('radio', { name: new RegExp(`^${words.outside}`) }).check()
  await owner.getByRole('button', { name: words.apply, exact: true }).click()
  await owner.getByText(words.mayDoOutside).waitFor()
  const chip = owner.getByRole('button', { name: named?.[language] ?? '', exact: true })
  await chip.click()
  await chip.and(owner.locator('[aria-pressed="true"]')).waitFor()
  await owner.getByText(words.waiting, { exact: true }).waitFor()
  await device.setOffline(false)
  await owner.getByText(words.waiting, { exact: true }).waitFor({ state: 'detached' })
  assert.equal(await chip.getAttribute('aria-pressed'), 'true')

  await openPerson(designer, other, /阮氏兰/)
  await designer.getByText(accessWords[other].mayDoOutside).waitFor()
  await designer.getByText(named?.[other] ?? '', { exact: true }).waitFor()
  // Their own name they set themselves.
  await designer.getByLabel(accessWords[other].name, { exact: true }).fill('Lan Nguyen')
  await designer.keyboard.press('Tab')
  await owner.getByRole('heading', { name: 'Lan Nguyen' }).waitFor()
  await designer.getByRole('heading', { name: 'Lan Nguyen' }).waitFor()
  const waits = designer.getByText(accessWords[other].waiting, { exact: true })
  await waits.waitFor({ state: 'detached' })
}

async function removeWhileAway(
  browser: Browser,
  owner: Page,
  language: Language,
  link: string,
): Promise<void> {
  const [words, said] = [accessWords[language], appWords.en]
  const away = await deviceOf(browser, 'en', 'desk')
  const page = await away.newPage()
  await joinBy(page, link, 'en', 'Paul Adler')
  await openBrief(page, title)
  await settled(page, 'en')
  await away.setOffline(true)
  await addPoint(page, briefWords.en, 'Written on a train')
  await page
    .getByRole('status')
    .filter({ hasText: /will go out when you are online$/ })
    .first()
    .waitFor()

  await openPerson(owner, language, /^Paul Adler/)
  await owner.getByRole('button', { name: words.remove, exact: true }).click()
  await owner.getByText(words.removeKept, { exact: true }).waitFor()
  await owner.getByText(words.removeUnsent, { exact: true }).waitFor()
  await owner.getByRole('button', { name: words.removeSure, exact: true }).click()
  await owner.getByRole('dialog').waitFor({ state: 'detached' })
  await owner.getByRole('heading', { name: words.gone }).waitFor()
  await open(owner, '/people')
  await owner.getByText('Julia Brandt').filter({ visible: true }).first().waitFor()
  assert.equal(await owner.getByText('Paul Adler').count(), 0, 'who left is not listed')

  await away.setOffline(false)
  await page.locator('.ui-banner').filter({ hasText: said.noAccess }).first().waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: said.exportAll, exact: true }).first().click()
  assert.match(await readFile(await (await download).path(), 'utf8'), /"waiting": \[\{/)
  await away.close()
}

async function loseAPhone(
  browser: Browser,
  owner: Page,
  language: Language,
  address: string,
): Promise<void> {
  const [words, shown] = [accessWords[language], linkWords[language]]
  await open(owner, '/device')
  await owner.getByRole('button', { name: shown.open, exact: true }).click()
  await takesEffect(owner, shown)
  const code = await owner.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/).innerText()
  const phone = await (await deviceOf(browser, 'en', 'phone')).newPage()
  await enterCode(phone, address, code)
  await owner.getByRole('button', { name: shown.done, exact: true }).click()
  await owner.getByRole('dialog').waitFor({ state: 'detached' })

  await openPerson(owner, language, /陈思远/)
  const revoke = owner.getByRole('button', { name: new RegExp(`^${words.revoke}`) })
  await owner.waitForFunction(
    (label) =>
      [...document.querySelectorAll('button')].filter((button) =>
        button.getAttribute('aria-label')?.startsWith(label),
      ).length === 2,
    words.revoke,
  )
  // The newest first; this one says that it is.
  await owner.getByText(words.thisDevice).first().waitFor()
  await revoke.first().click()
  await owner.getByText(words.revokeKept, { exact: true }).waitFor()
  assert.equal(await owner.getByText(words.revokeHere, { exact: true }).count(), 0)
  await owner.getByRole('button', { name: words.revokeSure, exact: true }).click()
  await owner.getByRole('dialog').waitFor({ state: 'detached' })
  await phone
    .locator('.ui-banner')
    .filter({ hasText: appWords.en.noAccessNothing })
    .first()
    .waitFor()
}

async function staysOwner(owner: Page, language: Language): Promise<void> {
  const words = accessWords[language]
  await owner.getByText(words.lastOwnerDevice, { exact: true }).waitFor()
  await owner.getByText(words.lastOwner, { exact: true }).waitFor()
  for (const label of [words.change, words.remove])
    assert.equal(await owner.getByRole('button', { name: label, exact: true }).count(), 0)
  assert.equal(
    await owner.getByRole('button', { name: new RegExp(`^${words.revoke} · `) }).count(),
    0,
  )
}

async function comesBackByPaper(
  browser: Browser,
  owner: Page,
  language: Language,
  address: string,
): Promise<void> {
  const words = recoveryWords[language]
  await open(owner, '/people')
  await owner.getByText(words.ask, { exact: true }).waitFor()
  await owner.getByRole('link', { name: words.askAct, exact: true }).click()
  // Closed before it is on paper: it is worth nothing.
  await makeSheet(owner, language)
  await owner.keyboard.press('Escape')
  await owner.getByText(words.dropped, { exact: true }).waitFor()
  await owner.getByText(words.none, { exact: true }).waitFor()

  const code = await makeSheet(owner, language)
  await owner.getByRole('img', { name: words.qr }).waitFor()
  for (const each of ['zh', 'en'] as const)
    await owner.getByText(recoveryWords[each].sheet.care, { exact: true }).waitFor()
  await owner.getByRole('button', { name: words.written, exact: true }).click()
  await owner.getByRole('dialog').waitFor({ state: 'detached' })
  await open(owner, '/people')
  await owner.getByText(words.ask, { exact: true }).waitFor({ state: 'detached' })

  const back = await (await deviceOf(browser, 'en', 'desk')).newPage()
  await enterCode(back, address, code)
  await openPerson(back, 'en', /陈思远/)
  await back.getByText(accessWords.en.mayDo.owner).waitFor()
  await back.getByText(recoveryWords.en.used, { exact: true }).waitFor()
}

async function makeSheet(owner: Page, language: Language): Promise<string> {
  const words = recoveryWords[language]
  await owner.getByRole('button', { name: words.print, exact: true }).click()
  await owner.getByRole('button', { name: words.make, exact: true }).click()
  return owner.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{2,4}){6}$/).innerText()
}

async function enterCode(page: Page, address: string, code: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel(codeWords.en.haveCode, { exact: true }).fill(code.toLowerCase())
  await page.getByRole('button', { name: codeWords.en.link, exact: true }).click()
  await page.waitForURL(/\/briefs/)
  await page.getByRole('link', { name: title }).first().waitFor()
}
