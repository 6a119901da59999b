/**
 * A team of eight in four time zones: an owner, a lead, a designer, an editor, a translator on a phone, a reviewer, a seller and
 * a guest. Somebody forges an edit, a phone is lost, a member goes with unsent work; everybody who stays sees the same, and
 * what is recorded of it all stands up to being verified, and to every change that could be made to it.
 */
import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import * as Y from 'yjs'
import { shellWords } from '#client/app/shell-words.ts'
import { refusedWords } from '#client/app/status/refused-words.ts'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { linkWords } from '#client/features/device/link-words.ts'
import { accessWords } from '#client/features/people/access-words.ts'
import { codeWords } from '#client/features/people/code-words.ts'
import { personWords } from '#client/features/people/person-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { sharingWords } from '#client/features/sharing/words.ts'
import { talkWords } from '#client/features/talk/words.ts'
import { askToJoin, newKey, signIn } from '#test/server/relay/device.ts'
import { keyIn } from '#test/support/invite-key.ts'
import type { Journey } from './journey.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  type Language,
  openBrief,
  openPlace,
  pressInHead,
  readScreen,
  settled,
  takesEffect,
} from './people.ts'
import { changeEveryField } from './change-records.ts'
import { startRelayProcess } from './relay-process.ts'

export const team: readonly Journey[] = [
  { name: 'eight people in four time zones, and what is recorded of them', run: story },
]

const title = '便携咖啡杯 欧洲首发'

interface Member {
  readonly name: string
  readonly language: Language
  readonly size: 'desk' | 'phone'
  readonly zone: string
}
const colleagues: readonly Member[] = [
  { name: '林溪', language: 'zh', size: 'phone', zone: 'Asia/Shanghai' },
  { name: '周予安', language: 'zh', size: 'desk', zone: 'Asia/Shanghai' },
  { name: '阮氏兰', language: 'en', size: 'desk', zone: 'Asia/Bangkok' },
  { name: 'Ploy Srisai', language: 'en', size: 'phone', zone: 'Asia/Bangkok' },
  { name: 'Julia Brandt', language: 'en', size: 'desk', zone: 'Europe/Berlin' },
  { name: 'Maya Berg', language: 'en', size: 'desk', zone: 'America/Los_Angeles' },
]

interface Seat extends Member {
  readonly context: BrowserContext
  readonly page: Page
}

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const owner = await seat(browser, {
      name: '陈思远',
      language: 'zh',
      size: 'desk',
      zone: 'Asia/Shanghai',
    })
    await foundWorkspace(owner.page, relay.address, 'zh', '山屿家居', owner.name)
    const link = await inviteLink(owner.page, 'zh', 20)
    await owner.page
      .getByRole('button', { name: briefWords.zh.newBrief, exact: true })
      .first()
      .click()
    await owner.page.getByLabel(briefWords.zh.title, { exact: true }).fill(title)
    await settled(owner.page, 'zh')

    const seats = await Promise.all(colleagues.map((member) => seat(browser, member)))
    for (const one of seats) await joinBy(one.page, link, one.language, one.name)
    for (const one of [owner, ...seats]) await sayWhere(one)
    await seeWhere(owner, seats)

    // All at once, each a selling point of their own.
    for (const one of [owner, ...seats]) {
      await openPlace(one.page, one.language, briefWords[one.language].briefs)
      await openBrief(one.page, title)
    }
    for (const one of [owner, ...seats])
      await addPoint(one.page, briefWords[one.language], `${one.name} 01`)
    for (const one of [owner, ...seats]) await settled(one.page, one.language)

    await guestComments(browser, owner)
    await forge(relay.address, link, owner.page)
    await loseAPhone(browser, owner, relay.address)
    await removeWithUnsentWork(owner, seats)
    await openPlace(owner.page, 'zh', briefWords.zh.briefs)
    await openBrief(owner.page, title)
    await sameForAll([owner, ...seats.filter(({ name }) => name !== 'Maya Berg')])
    await changeEveryField(owner.page, 'zh')
  } finally {
    await relay.stop()
  }
}

async function seat(browser: Browser, member: Member): Promise<Seat> {
  const { language, size, zone } = member
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: zone,
    viewport: size === 'desk' ? { width: 1440, height: 900 } : { width: 390, height: 844 },
    hasTouch: size === 'phone',
  })
  return { ...member, context, page: await context.newPage() }
}

/** On one's own page, by one tap: the zone of the device at hand. */
async function sayWhere({ page, language }: Seat): Promise<void> {
  await openPlace(page, language, peopleWords[language].people)
  await page
    .getByRole('link', { name: new RegExp(peopleWords[language].you) })
    .filter({ visible: true })
    .first()
    .click()
  await page.getByRole('button', { name: personWords[language].useHere, exact: true }).click()
  await settled(page, language)
}

/** Each colleague's own clock, as the owner sees it. */
async function seeWhere(owner: Seat, seats: readonly Seat[]): Promise<void> {
  await openPlace(owner.page, 'zh', peopleWords.zh.people)
  for (const { name, zone } of seats) {
    const clock = new Intl.DateTimeFormat('zh-CN', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date())
    // The minute may have gone on meanwhile.
    const row = owner.page.getByRole('row').filter({ hasText: name })
    await row.filter({ hasText: new RegExp(`当地 ${clock.slice(0, 3)}`) }).waitFor()
  }
}

async function guestComments(browser: Browser, owner: Seat): Promise<void> {
  const [zh, en] = [sharingWords.zh, talkWords.en]
  await pressInHead(owner.page, 'zh', zh.share)
  await owner.page.getByRole('button', { name: zh.newLink, exact: true }).click()
  await owner.page.getByRole('button', { name: zh.makeLink, exact: true }).click()
  const link = await owner.page.getByLabel(zh.linkLabel, { exact: true }).inputValue()
  await owner.page.keyboard.press('Escape')
  await settled(owner.page, 'zh')
  const guest = await seat(browser, {
    name: 'Marc Weber',
    language: 'en',
    size: 'phone',
    zone: 'Europe/Berlin',
  })
  await joinBy(guest.page, link, 'en', guest.name)
  await guest.page.getByRole('link', { name: title }).first().click()
  await guest.page.getByRole('button', { name: en.open(0), exact: true }).click()
  const field = guest.page.getByRole('textbox', { name: en.composer, exact: true })
  await field.fill('Please show the lid from above')
  await field.press('Control+Enter')
  await owner.page
    .getByRole('button', { name: talkWords.zh.openUnread(1, 1), exact: true })
    .waitFor()
  await guest.context.close()
}

/** Somebody who got hold of the link writes in a colleague's name: it is refused, and nobody ever sees it. */
async function forge(address: string, link: string, owner: Page): Promise<void> {
  const key = await newKey()
  const joined = await askToJoin(address, key, keyIn(link), 'Otto')
  assert.ok(joined.ok)
  const device = await signIn(address, key)
  const name = new URL(owner.url()).pathname.split('/').at(-1) ?? ''
  const opened = await device.open(name, 4_000_000_001)
  const theirs = opened.authors[0]?.[0]
  assert.ok(theirs !== undefined, 'the document says who wrote in it')
  const doc = new Y.Doc()
  doc.clientID = theirs
  doc.getMap('fields').set('wantedBy', '1999-01-01')
  assert.equal(await device.push(name, Y.encodeStateAsUpdate(doc)), 'client-of-another-device')
  device.close()
  assert.equal(await owner.getByText('1999').count(), 0)
  await openPlace(owner, 'zh', peopleWords.zh.people)
  await removePerson(owner, /^Otto/)
}

async function removePerson(owner: Page, name: RegExp): Promise<void> {
  const words = accessWords.zh
  await openPlace(owner, 'zh', peopleWords.zh.people)
  await owner.getByRole('link', { name }).filter({ visible: true }).first().click()
  await owner.getByRole('button', { name: words.remove, exact: true }).click()
  await owner.getByRole('button', { name: words.removeSure, exact: true }).click()
  await owner.getByRole('heading', { name: words.gone }).waitFor()
}

async function loseAPhone(browser: Browser, owner: Seat, address: string): Promise<void> {
  const [words, shown] = [accessWords.zh, linkWords.zh]
  await openPlace(owner.page, 'zh', shellWords.zh.device)
  await owner.page.getByRole('button', { name: shown.open, exact: true }).click()
  await takesEffect(owner.page, shown)
  const code = await owner.page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/).innerText()
  const phone = await seat(browser, { ...owner, language: 'zh', size: 'phone' })
  await phone.page.goto(address)
  await phone.page.getByLabel(codeWords.zh.haveCode, { exact: true }).fill(code)
  await phone.page.getByRole('button', { name: codeWords.zh.link, exact: true }).click()
  await phone.page.waitForURL(/\/briefs/)
  await openBrief(phone.page, title)
  await holds(phone.page, 'Ploy Srisai 01')
  await settled(phone.page, 'zh')
  await owner.page.getByRole('button', { name: shown.done, exact: true }).click()

  // Found by a stranger, who types while it has no network.
  await phone.context.setOffline(true)
  await addPoint(phone.page, briefWords.zh, '捡到手机的人写的')
  await openPlace(owner.page, 'zh', peopleWords.zh.people)
  await owner.page
    .getByRole('link', { name: new RegExp(owner.name) })
    .filter({ visible: true })
    .first()
    .click()
  const revoke = owner.page.getByRole('button', { name: new RegExp(`^${words.revoke}`) })
  await revoke.nth(1).waitFor()
  await revoke.first().click()
  await owner.page.getByRole('button', { name: words.revokeSure, exact: true }).click()
  await owner.page.getByRole('dialog').waitFor({ state: 'detached' })
  await phone.context.setOffline(false)
  await phone.page.locator('.ui-banner').filter({ hasText: appWords.zh.noAccess }).first().waitFor()
}

async function removeWithUnsentWork(owner: Seat, seats: readonly Seat[]): Promise<void> {
  const maya = seats.find(({ name }) => name === 'Maya Berg')
  assert.ok(maya)
  await maya.context.setOffline(true)
  await addPoint(maya.page, briefWords.en, 'Never sent')
  await maya.page
    .getByRole('status')
    .filter({ hasText: appWords.en.onDeviceOffline(2).slice(2) })
    .or(maya.page.getByRole('status').filter({ hasText: appWords.en.onDeviceOffline(1).slice(2) }))
    .first()
    .waitFor()
  await removePerson(owner.page, /^Maya Berg/)
  await maya.context.setOffline(false)
  const banner = maya.page.locator('.ui-banner').filter({ hasText: appWords.en.noAccess })
  await banner.first().waitFor()
  const saving = maya.page.waitForEvent('download')
  await maya.page.getByRole('button', { name: appWords.en.exportAll, exact: true }).first().click()
  await saving
  // What it was can be seen, too.
  await maya.page.getByRole('button', { name: appWords.en.look, exact: true }).first().click()
  await maya.page.getByText(refusedWords.en.unsentHelp, { exact: true }).waitFor()
  await maya.page
    .getByRole('dialog')
    .getByText(new RegExp(`^${refusedWords.en.parts.points} · `))
    .first()
    .waitFor()
  await maya.page.keyboard.press('Escape')
}

async function sameForAll(seats: readonly Seat[]): Promise<void> {
  const all = await Promise.all(
    seats.map(async (one) => {
      await settled(one.page, one.language)
      // Who writes in a list keeps its order under their hands; who lets go sees what all see.
      await one.page.evaluate('document.activeElement?.blur()')
      return readScreen(one.page)
    }),
  )
  const [first] = all
  assert.equal(first?.points.length, colleagues.length + 1)
  for (const screen of all) assert.deepEqual(screen, first)
  assert.ok(!first.points.includes('Never sent'))
}
