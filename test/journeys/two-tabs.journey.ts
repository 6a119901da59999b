/**
 * One person with one brief in two tabs and a colleague beside them: both tabs write, one is closed as soon as its last
 * edit is on the device, the other is killed, and everything arrives. Until it has, nothing is called safe.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { crash } from './crash.ts'
import type { Journey } from './journey.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  openBrief,
  readScreen,
  settled,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const twoTabs: readonly Journey[] = [
  { name: 'two tabs of one person, one closed at once, one killed', run: story },
]

const title = 'Travel mug, second batch'
const words = briefWords.en

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const device = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
    })
    const first = await device.newPage()
    await foundWorkspace(first, relay.address, 'en', 'Shanyu Home', 'Mina Cole')
    await first.getByRole('button', { name: words.newBrief, exact: true }).first().click()
    await first.getByLabel(words.title, { exact: true }).fill(title)
    await settled(first, 'en')
    const link = await inviteLink(first, 'en', 1)
    const colleague = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await joinBy(colleague, link, 'en', 'Julia Brandt')
    await openBrief(colleague, title)
    await openBrief(first, title)
    const second = await device.newPage()
    await second.goto(first.url())
    await holds(second, title)

    await addPoint(first, words, 'Keeps tea hot until lunch')
    await holds(second, 'Keeps tea hot until lunch')
    await addPoint(second, words, 'Fits a car holder')
    for (const page of [first, colleague]) await holds(page, 'Fits a car holder')
    for (const page of [first, second, colleague]) await settled(page, 'en')

    // Without a relay both tabs still agree, and neither says safe.
    await relay.kill()
    await waiting(first)
    await addPoint(first, words, 'One lid, no lost parts')
    await holds(second, 'One lid, no lost parts')
    await addPoint(second, words, 'Quiet on a desk')
    await holds(first, 'Quiet on a desk')
    for (const page of [first, second]) await isNotSafe(page)

    // As soon as the other tab shows the last key, so that it is on the device, the tab is gone.
    await addPoint(second, words, 'Dishwasher safe, both parts')
    await holds(first, 'Dishwasher safe, both parts')
    await second.close({ runBeforeUnload: true })
    await isNotSafe(first)
    await crash(first)

    await relay.restart()
    const points = [
      'Keeps tea hot until lunch',
      'Fits a car holder',
      'One lid, no lost parts',
      'Quiet on a desk',
      'Dishwasher safe, both parts',
    ]
    const back = await device.newPage()
    await back.goto(relay.address)
    await openBrief(back, title)
    for (const page of [back, colleague]) {
      for (const point of points) await holds(page, point)
      await settled(page, 'en')
    }
    assert.deepEqual((await readScreen(back)).points, (await readScreen(colleague)).points)
    assert.equal((await readScreen(back)).points.length, points.length)
  } finally {
    await relay.stop()
  }
}

async function waiting(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: appWords.en.relayDown }).first().waitFor()
}

async function isNotSafe(page: Page): Promise<void> {
  const said = await page.getByRole('status').allInnerTexts()
  assert.ok(said.length > 0)
  for (const text of said) assert.ok(!text.includes(appWords.en.safe), `said “${text}”`)
}
