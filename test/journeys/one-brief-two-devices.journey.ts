/**
 * The first sentence as a story: an owner and an invited colleague edit one brief made from a real product list,
 * one goes offline, the relay is killed and comes back, and every edit is there, on both and on a third device.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import type { Journey } from './journey.ts'
import { addPoint, foundWorkspace, importProducts, inviteLink, joinBy, openBrief, readScreen, type Language } from './people.ts'
import { startRelayProcess } from './relay-process.ts'

const list = 'test/fixtures/catalogue/shopify-apparel.csv'

export const oneBriefTwoDevices: readonly Journey[] = [
  { name: 'owner in Chinese, colleague in English, relay killed between', run: (browser) => story(browser, 'zh', 'en') },
  { name: 'owner in English, colleague in Chinese, relay killed between', run: (browser) => story(browser, 'en', 'zh') },
]

async function story(browser: Browser, ownerSpeaks: Language, colleagueSpeaks: Language): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const ownerDevice = await deviceOf(browser, ownerSpeaks)
    const colleagueDevice = await deviceOf(browser, colleagueSpeaks)
    const owner = await ownerDevice.newPage()
    const colleague = await colleagueDevice.newPage()

    await foundWorkspace(owner, relay.address, ownerSpeaks, '山屿家居', '陈思远')
    const words = briefWords[ownerSpeaks]
    await owner.getByRole('button', { name: words.newBrief, exact: true }).click()
    await owner.getByLabel(words.title, { exact: true }).fill('Apparel, first drop')
    await importProducts(owner, words, 'shopify-apparel.csv', await readFile(list))
    await owner.getByText('Ocean Blue Shirt').first().waitFor()
    await settled(owner, ownerSpeaks)

    const link = await inviteLink(owner, relay.address, ownerSpeaks)
    await joinBy(colleague, link, colleagueSpeaks, 'Julia Brandt')
    await openBrief(colleague, 'Apparel, first drop')
    await openBrief(owner, 'Apparel, first drop')
    await settled(colleague, colleagueSpeaks)
    await addPoint(colleague, briefWords[colleagueSpeaks], 'Dries overnight on a hanger')
    await owner.getByDisplayValue('Dries overnight on a hanger').waitFor()

    await colleagueDevice.setOffline(true)
    await addPoint(colleague, briefWords[colleagueSpeaks], 'Seams lie flat under a bag strap')
    await addPoint(owner, words, 'Cotton from one mill, one shade')
    await settled(owner, ownerSpeaks)

    await relay.kill()
    await addPoint(owner, words, 'Buttons are sewn, not glued')
    await owner.getByText(waitingPattern(ownerSpeaks)).first().waitFor()
    await colleague.getByText(waitingPattern(colleagueSpeaks)).first().waitFor()

    await relay.restart()
    await colleagueDevice.setOffline(false)
    await settled(owner, ownerSpeaks)
    await settled(colleague, colleagueSpeaks)

    const everyone = [
      'Dries overnight on a hanger',
      'Seams lie flat under a bag strap',
      'Cotton from one mill, one shade',
      'Buttons are sewn, not glued',
    ]
    for (const page of [owner, colleague]) {
      for (const point of everyone) await page.getByDisplayValue(point).waitFor()
    }
    const third = await (await deviceOf(browser, 'en')).newPage()
    await joinBy(third, link, 'en', 'Nguyen Lan')
    await openBrief(third, 'Apparel, first drop')
    for (const point of everyone) await third.getByDisplayValue(point).waitFor()
    const seen = await Promise.all([owner, colleague, third].map(readScreen))
    assert.deepEqual(seen[0], seen[1], 'owner and colleague see the same brief')
    assert.deepEqual(seen[0], seen[2], 'a third device finds the same brief at the relay')
  } finally {
    await relay.stop()
  }
}

const deviceOf = (browser: Browser, language: Language): Promise<BrowserContext> =>
  browser.newContext({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', viewport: { width: 1440, height: 900 } })

/** Waits until the overall status says that everything is safe on the relay. */
const settled = (page: Page, language: Language): Promise<void> =>
  page.getByRole('status').filter({ hasText: appWords[language].safe }).first().waitFor()

/** The waiting sentences with any count: some changes are only on this device. */
function waitingPattern(language: Language): RegExp {
  return language === 'zh' ? /\d+ 项改动(还)?在这台设备上/ : /\d+ changes? (is |are )?(still )?on this device/
}
