/**
 * The whole brief as people file it: a good one written on a desk until nothing is missing, one written by two people of whom one
 * has no network, and a vague one that says what it lacks.
 */
import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { qualityItemById } from '#shared/domain/briefs/quality/items.ts'
import { expectedScore, readFixture } from '#test/support/fixture-brief.ts'
import { fillForm, type FormPart } from './fill-form.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import {
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  openBrief,
  settled,
  type Language,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const formJourneys: readonly Journey[] = [
  { name: 'the whole form: a good brief is written on a desk until nothing is missing', run: good },
  { name: 'the whole form: two people write one brief, one of them without a network', run: apart },
  {
    name: 'the whole form: three English briefs are written, of goods live, on film and in ads',
    run: english,
  },
  { name: 'the whole form: a vague brief shows what it lacks and takes a reason', run: vague },
]

const all: readonly FormPart[] = [
  'title',
  'products',
  'targets',
  'deliverables',
  'points',
  'facts',
  'factFiles',
  'references',
  'materials',
  'design',
  'limits',
  'looks',
  'video',
  'modules',
  'keywords',
  'offers',
  'ads',
  'terms',
  'dates',
  'notes',
]
const words = sectionWords.zh

async function good(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const page = await newBrief(await desk(browser), relay.address)
    await fillForm(page, 'zh', readFixture('01-insulated-mug.zh.json'), all)
    await scored(page, 100)
    await settled(page, 'zh')
    await page.reload()
    await holds(page, '单手按一下就开盖，锁扣往下拨就不会误开')
    await holds(page, '避开没有测试条件的数字')
    await scored(page, 100)
    // A missing item leads to its field.
    await page.getByLabel(briefWords.zh.wantedBy, { exact: true }).fill('')
    await page.getByLabel(briefWords.zh.title, { exact: true }).focus()
    await scored(page, 96)
    const missing = page.getByRole('button', { name: qualityItemById('due').label.zh })
    await missing.first().click()
    const focused = await page.evaluate(
      'document.activeElement.closest("[data-part]")?.getAttribute("data-part")',
    )
    assert.equal(focused, 'dates')
  } finally {
    await relay.stop()
  }
}

async function apart(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const lamp = readFixture('03-led-desk-lamp.zh.json')
  try {
    const owner = await newBrief(await desk(browser), relay.address)
    await fillForm(owner, 'zh', lamp, ['title', 'products', 'targets', 'deliverables'])
    await settled(owner, 'zh')
    const address = owner.url()
    const link = await inviteLink(owner, 'zh')
    const device = await desk(browser)
    const colleague = await device.newPage()
    await joinBy(colleague, link, 'zh', '阮氏兰')
    await keptApp(colleague)
    await openBrief(colleague, lamp.title)
    await owner.goto(address)
    await holds(colleague, 'OV-LMP-CL-WHT')
    await colleague.locator('[data-part="facts"]').waitFor()
    await device.setOffline(true)
    await fillForm(colleague, 'zh', lamp, ['facts', 'references', 'looks', 'terms'])
    await fillForm(owner, 'zh', lamp, [
      'points',
      'materials',
      'design',
      'limits',
      'video',
      'keywords',
      'dates',
      'notes',
    ])
    await device.setOffline(false)
    for (const page of [owner, colleague]) {
      await holds(page, '学夹口剖面图，旁边画 62 mm 桌板')
      await holds(page, '桌面中心 40 cm 高处照度 1,050 lx')
      await holds(page, '夜间室内，屋内只有这一盏灯，桌面暖木色，灯臂轮廓可见')
      await settled(page, 'zh')
      await scored(page, 90)
    }
  } finally {
    await relay.stop()
  }
}

/** Together they fill every part of the form: four sizes pasted, a live line-up, ads, two languages of keywords. */
async function english(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const device = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
    })
    const page = await newBrief(device, relay.address, 'en')
    const names = ['02-dog-harness.en.json', '04-yoga-set.en.json', '06-phone-tripod.en.json']
    for (const [at, name] of names.entries()) {
      if (at > 0) await anotherBrief(page, 'en')
      await fillForm(page, 'en', readFixture(name), all)
      await scored(page, expectedScore(name), 'en')
    }
    await settled(page, 'en')
    await page.reload()
    await holds(page, 'CTR from 0.9 % to 1.2 %')
    await holds(
      page,
      'handy stativ klein\nsmartphone stativ reise\nstativ mit fernauslöser\nleichtes stativ\nhandystativ',
    )
    await scored(page, expectedScore('06-phone-tripod.en.json'), 'en')
  } finally {
    await relay.stop()
  }
}

async function vague(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const bib = readFixture('05-baby-bib-vague.zh.json')
  try {
    const page = await newBrief(await desk(browser), relay.address)
    await fillForm(page, 'zh', bib, all)
    await scored(page, 24)
    await page.getByText(words.flagsCost(13, 12), { exact: true }).first().waitFor()
    const flag = page.locator('[data-flags="short/tone"]').getByText('「大气」').first()
    await flag.waitFor()
    await page
      .locator('[data-flags="short/audience"]')
      .getByRole('button', { name: words.meanIt })
      .click()
    await page.getByLabel(words.reason('适合所有人')).fill('这是平台类目的名称')
    await page.getByRole('button', { name: words.reasonDone, exact: true }).click()
    await page.getByText(words.meantAs('适合所有人', '这是平台类目的名称')).waitFor()
    await page.getByText(words.flagsCost(12, 12), { exact: true }).first().waitFor()
  } finally {
    await relay.stop()
  }
}

async function newBrief(
  device: BrowserContext,
  address: string,
  language: Language = 'zh',
): Promise<Page> {
  const page = await device.newPage()
  await foundWorkspace(page, address, language, '山屿家居', '陈思远')
  await page
    .getByRole('button', { name: briefWords[language].newBrief, exact: true })
    .first()
    .click()
  await page.locator('[data-part="limits"]').waitFor()
  return page
}

async function anotherBrief(page: Page, language: Language): Promise<void> {
  const before = page.url()
  const said = briefWords[language]
  await page.getByRole('link', { name: said.briefs, exact: true }).first().click()
  await page.getByRole('button', { name: said.newBrief, exact: true }).first().click()
  await page.waitForURL((url) => /briefs\/./.test(url.pathname) && url.href !== before)
  await page.locator('[data-part="limits"]').waitFor()
  await page.getByLabel(said.title, { exact: true }).waitFor()
}

/** The rail says so. */
const scored = (page: Page, score: number, language: Language = 'zh'): Promise<void> =>
  page.getByRole('meter', { name: sectionWords[language].score(score), exact: true }).waitFor()

const desk = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
