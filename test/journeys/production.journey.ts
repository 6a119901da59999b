/**
 * From a catalogue to final review: a list is imported, its brief filed, accepted and broken down, and one picture, one video
 * and one text are carried through every stage, one of them sent back on the way. The middle of the text's way is walked on a
 * phone without a network while the other goes on with the video. Then the three are looked at in every view and in the figures.
 */
import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { breakDownWords } from '#client/features/tasks/break-down/words.ts'
import { figuresWords } from '#client/features/tasks/figures/words.ts'
import { taskWords } from '#client/features/tasks/task/words.ts'
import { viewNames } from '#client/features/tasks/views/view-names.ts'
import { viewWords } from '#client/features/tasks/views/words.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { slotOf } from '#shared/domain/choices/slots.ts'
import { causeById } from '#shared/domain/tasks/causes.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { acceptBrief } from './accept-brief.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { withRelay } from './own-relay.ts'
import {
  deviceOf,
  foundWorkspace,
  inviteLink,
  joinBy,
  type Language,
  press,
  settled,
} from './people.ts'
import { fillBrief } from './whole-brief.ts'

export const production: readonly Journey[] = [
  {
    name: 'one picture, one video and one text from a catalogue to final review, seen in every view',
    run: story,
  },
]

const [picture, video, text] = ['main-image', 'short-video', 'title'] as const
const others = ['secondary-image', 'size-chart', 'bullets', 'search-terms']
const last = 'final-review'

async function story(browser: Browser): Promise<void> {
  await withRelay(async ({ address }) => {
    const desk = await deviceOf(browser, 'zh', 'desk')
    const owner = await desk.newPage()
    await foundWorkspace(owner, address, 'zh', '山屿家居', '陈思远')
    const link = await inviteLink(owner, 'zh')
    await fillBrief(owner, 'zh', '保温杯第二色')
    await owner
      .locator('[data-part="deliverables"]')
      .getByRole('button', { name: nameOf(video, 'zh'), exact: true })
      .click()
    await acceptBrief(owner)
    await breakDown(owner)
    await settled(owner, 'zh')

    const [forPicture = '', forVideo = '', forText = ''] = await ofOneProduct(owner, address)
    const phone = await deviceOf(browser, 'en', 'phone')
    const other = await phone.newPage()
    await joinBy(other, link, 'en', 'Julia Brandt')
    await settled(other, 'en')

    // The picture: sent back from the cross review, then all the way.
    await owner.goto(forPicture)
    await carry(owner, 'zh', 'cross-review')
    await sendBack(owner)
    await carry(owner, 'zh', last)

    // The text begins at the desk; the colleague takes it over on a phone without a network, while the video goes its way.
    await owner.goto(forText)
    await carry(owner, 'zh', 'draft')
    await settled(owner, 'zh')
    await other.goto(forText)
    await stands(other, 'en', 'draft')
    await keptApp(other)
    await withoutNetwork(phone, async () => {
      await Promise.all([
        carry(other, 'en', 'platform-adaptation'),
        owner.goto(forVideo).then(() => carry(owner, 'zh', last)),
      ])
      await other.getByText(taskWords.en.waiting, { exact: true }).first().waitFor()
    })
    await settled(other, 'en')
    await carry(other, 'en', last)
    await settled(other, 'en')
    await settled(owner, 'zh')

    // Both see the same three in final review, whichever way they look.
    for (const [page, language] of [
      [owner, 'zh'],
      [other, 'en'],
    ] as const) {
      const views = viewWords[language]
      for (const view of viewNames) {
        await page.goto(`${address}/tasks/${view}?stage=${last}`)
        await page.getByRole('heading', { name: views.view[view], exact: true }).waitFor()
        await looks[view](page, language)
      }
    }

    // The picture is handed off, and counts: done once, with one round of rework for what was missing in the brief.
    await owner.goto(forPicture)
    assert.equal(await moveOn(owner, 'zh'), stageName('handed-off', 'zh'))
    await stageHeading(owner, 'zh').waitFor({ state: 'detached' })
    await settled(owner, 'zh')
    for (const [page, language] of [
      [owner, 'zh'],
      [other, 'en'],
    ] as const) {
      const words = figuresWords[language]
      await page.goto(`${address}/tasks/figures?period=30`)
      await page.getByText(new RegExp(`^${words.approved('1')}`)).waitFor()
      await page.getByText(words.causes, { exact: true }).waitFor()
      await page.getByText(causeById('brief-missing')[language], { exact: true }).first().waitFor()
    }
  })
}

/** What each view says of the three, narrowed to their stage. Sixty products have three tasks each. */
const looks: Record<(typeof viewNames)[number], (page: Page, language: Language) => Promise<void>> =
  {
    async board(page, language) {
      const column = page.getByRole('region', { name: stageName(last, language), exact: true })
      await namesAll(column, language, 'link')
      assert.equal(await column.getByRole('link').count(), 3)
    },
    table: (page, language) =>
      namesAll(page.getByRole('grid', { name: viewWords[language].table.label }), language, 'link'),
    async calendar(page, language) {
      const main = page.getByRole('main')
      const named = main.getByRole('link', { name: new RegExp(assetOf(picture, language)) })
      // A month at a desk, on a phone the days that have something.
      const month = main.getByText(viewWords[language].calendar.help, { exact: true })
      await named.or(month).first().waitFor()
      const next = main.getByRole('button', {
        name: viewWords[language].calendar.next,
        exact: true,
      })
      if ((await named.count()) === 0) await next.click()
      await namesAll(main, language, 'link')
    },
    stuck: (page, language) =>
      page.getByText(viewWords[language].stuck.none, { exact: true }).waitFor(),
    /** How much anybody has is counted over all stages. */
    async people(page, language) {
      const { people, nobody } = viewWords[language]
      const row = page.getByRole('table', { name: people }).getByRole('row', { name: nobody })
      await row.getByRole('cell', { name: '180', exact: true }).first().waitFor()
    },
    async matrix(page, language) {
      const grid = page.getByRole('table', { name: viewWords[language].matrix })
      await namesAll(grid, language, 'rowheader')
      const stands = grid.getByRole('link', { name: stageName(last, language), exact: true })
      assert.equal(await stands.count(), 3)
    },
  }

async function namesAll(
  within: Locator,
  language: Language,
  role: 'link' | 'rowheader',
): Promise<void> {
  for (const id of [picture, video, text])
    await within
      .getByRole(role, { name: new RegExp(assetOf(id, language)) })
      .first()
      .waitFor()
}

async function breakDown(page: Page): Promise<void> {
  const words = breakDownWords.zh
  await press(page, words.breakDown)
  const dialog = page.getByRole('dialog', { name: words.title })
  for (const id of others)
    await dialog.getByRole('button', { name: nameOf(id, 'zh'), exact: true }).click()
  await dialog.getByRole('button', { name: /^新建 \d+ 个任务$/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.waitForURL(/\/tasks\?brief=/)
}

/** The addresses of one product's three tasks, from its matrix. */
async function ofOneProduct(page: Page, address: string): Promise<readonly string[]> {
  await page.goto(`${address}/tasks/matrix`)
  const grid = page.getByRole('table', { name: viewWords.zh.matrix })
  const addresses: string[] = []
  for (const id of [picture, video, text]) {
    const row = grid.getByRole('row', { name: new RegExp(`^${assetOf(id, 'zh')}`) })
    const link = await row.getByRole('link').getAttribute('href')
    addresses.push(new URL(link ?? '', page.url()).href)
  }
  return addresses
}

/** Every stage's checks ticked and the task moved on, as its page offers it, until it stands in `until`. */
async function carry(page: Page, language: Language, until: string): Promise<void> {
  const heading = stageHeading(page, language)
  while ((await heading.textContent()) !== stageName(until, language)) {
    const next = await moveOn(page, language)
    await page.getByRole('heading', { name: next, exact: true }).waitFor()
  }
}

/** Answers the name of the stage it moved on to. */
async function moveOn(page: Page, language: Language): Promise<string> {
  const begin = taskWords[language].forward('')
  const forward = page.getByRole('button', { name: new RegExp(`^${begin}`) })
  const now = page.locator('section').filter({ has: stageHeading(page, language) })
  await now.getByRole('checkbox').first().waitFor()
  for (const check of await now.getByRole('checkbox').all()) await check.check()
  const next = ((await forward.textContent()) ?? '').slice(begin.length)
  await forward.click()
  return next
}

/** Of the part that says where the task stands. */
function stageHeading(page: Page, language: Language): Locator {
  const names = defaultSop.stages.map((stage) => stage[language])
  return page.getByRole('heading').filter({ hasText: new RegExp(`^(?:${names.join('|')})$`) })
}

async function sendBack(page: Page): Promise<void> {
  const words = taskWords.zh
  await press(page, words.sendBack)
  const dialog = page.getByRole('dialog', { name: words.backTitle })
  await dialog.getByRole('radio', { name: new RegExp(`^${causeById('brief-missing').zh}`) }).check()
  await dialog.getByLabel(words.whatToMend).fill('杯盖是翻盖，要写明')
  await dialog.getByRole('button', { name: words.sendBack, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function withoutNetwork(device: BrowserContext, act: () => Promise<void>): Promise<void> {
  await device.setOffline(true)
  await act()
  await device.setOffline(false)
}

const stageName = (id: string, language: Language): string =>
  stageById(defaultSop, id)?.[language] ?? id

const nameOf = (id: string, language: Language): string => deliverableById(id)?.[language] ?? id

/** As the platform calls it. */
const assetOf = (id: string, language: Language): string =>
  slotOf('amazon', id)?.[language] ?? nameOf(id, language)

const stands = (page: Page, language: Language, stage: string): Promise<void> =>
  page.getByRole('heading', { name: stageName(stage, language), exact: true }).waitFor()
