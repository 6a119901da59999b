/**
 * The first thing that must be true, as a story: an owner and an invited colleague edit one brief made from a real product
 * list, one goes offline, the relay is killed and comes back, and every edit is there, on both and on a third device.
 */
import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import type { Journey } from './journey.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  importProducts,
  inviteLink,
  joinBy,
  openBrief,
  readScreen,
  settled,
  writeNotes,
  type Language,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'

const list = 'test/fixtures/catalogue/shopify-apparel.csv'
const title = 'Apparel, first drop'

export const oneBriefTwoDevices: readonly Journey[] = [
  {
    name: 'owner in Chinese, colleague in English, relay killed between',
    run: (browser) => story(browser, 'zh', 'en'),
  },
  {
    name: 'owner in English, colleague in Chinese, relay killed between',
    isTwin: true,
    run: (browser) => story(browser, 'en', 'zh'),
  },
]

async function story(
  browser: Browser,
  ownerSpeaks: Language,
  colleagueSpeaks: Language,
): Promise<void> {
  const relay = await startRelayProcess()
  const [words, theirs] = [briefWords[ownerSpeaks], briefWords[colleagueSpeaks]]
  try {
    const owner = await (await deviceOf(browser, ownerSpeaks)).newPage()
    await foundWorkspace(owner, relay.address, ownerSpeaks, '山屿家居', '陈思远')
    await owner.getByRole('button', { name: words.newBrief, exact: true }).first().click()
    await owner.getByLabel(words.title, { exact: true }).fill(title)
    await importProducts(owner, words, list)
    await holds(owner, 'Ocean Blue Shirt')
    await settled(owner, ownerSpeaks)

    const link = await inviteLink(owner, ownerSpeaks)
    const colleagueDevice = await deviceOf(browser, colleagueSpeaks)
    const colleague = await colleagueDevice.newPage()
    await joinBy(colleague, link, colleagueSpeaks, 'Julia Brandt')
    await openBrief(colleague, title)
    await openBrief(owner, title)
    await addPoint(colleague, theirs, 'Dries overnight on a hanger')
    await holds(owner, 'Dries overnight on a hanger')
    await owner.getByRole('img', { name: 'Julia Brandt' }).first().waitFor()

    // Apart: one without a network, then both without a relay.
    await colleagueDevice.setOffline(true)
    await addPoint(colleague, theirs, 'Seams lie flat under a bag strap')
    await writeNotes(colleague, 'No studio white. ')
    await addPoint(owner, words, 'Cotton from one mill, one shade')
    await settled(owner, ownerSpeaks)
    await relay.kill()
    await owner
      .getByRole('button', { name: marketById('DE')?.[ownerSpeaks] ?? '', exact: true })
      .click()
    await addPoint(owner, words, 'Buttons are sewn, not glued')
    await writeNotes(owner, 'Show the collar closed. ')
    await owner.getByText(waiting(ownerSpeaks)).first().waitFor()
    await colleague.getByText(waiting(colleagueSpeaks)).first().waitFor()

    // Together again.
    await relay.restart()
    await colleagueDevice.setOffline(false)
    const points = [
      'Dries overnight on a hanger',
      'Seams lie flat under a bag strap',
      'Cotton from one mill, one shade',
      'Buttons are sewn, not glued',
    ]
    const third = await (await deviceOf(browser, 'en')).newPage()
    for (const [page, language] of [
      [owner, ownerSpeaks],
      [colleague, colleagueSpeaks],
    ] as const) {
      for (const point of points) await holds(page, point)
      await settled(page, language)
    }
    await joinBy(third, link, 'en', 'Nguyen Lan')
    await openBrief(third, title)
    for (const point of points) await holds(third, point)
    await same([owner, colleague, third])
  } finally {
    await relay.stop()
  }
}

/** All pages show the same brief, with everything that was written in it. */
async function same(pages: readonly Page[]): Promise<void> {
  const [first, ...others] = await Promise.all(pages.map(readScreen))
  assert.ok(first)
  assert.equal(first.products.filter((value) => value.startsWith('Ocean Blue Shirt')).length, 1)
  assert.match(first.notes, /No studio white\./)
  assert.match(first.notes, /Show the collar closed\./)
  assert.deepEqual(first.locales, ['de-DE'])
  for (const other of others) assert.deepEqual(other, first)
}

const deviceOf = (browser: Browser, language: Language): Promise<BrowserContext> =>
  browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width: 1440, height: 900 },
  })

/** The sentences that say how many changes are only on this device. */
function waiting(language: Language): RegExp {
  const said = [
    appWords[language].onDevice(7),
    appWords[language].onDeviceOffline(7),
    appWords[language].onDeviceRelayDown(7),
  ]
  return new RegExp(
    said
      .map((sentence) =>
        sentence.replace('7', '\\d+').replace(/changes( are)?/, 'changes?( is| are)?'),
      )
      .join('|'),
  )
}
