/**
 * The demo, one tap from the first screen: thirty briefs of eight people, opened without a network the next time, its history
 * and talk as of any workspace; it is never offered to a server, and it can be deleted.
 */
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { historyWords } from '#client/features/briefs/history/words.ts'
import { deviceWords } from '#client/features/device/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { demoPeople } from '#shared/domain/demo/demo-people.ts'
import { axeFindings } from '#test/support/axe.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { openBrief, openPlace, pressInHead, type Language } from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const demo: readonly Journey[] = [
  {
    name: 'the demo on a desk, in Chinese',
    isTwin: true,
    run: (browser) => story(browser, 'zh', 1440),
  },
  { name: 'the demo on a phone, in English', run: (browser) => story(browser, 'en', 390) },
]

async function story(browser: Browser, language: Language, width: number): Promise<void> {
  const relay = await startRelayProcess()
  const [people, device, flow] = [peopleWords[language], deviceWords[language], flowWords[language]]
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const context = await browser.newContext({ locale, viewport: { width, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(relay.address)
    await page.getByRole('button', { name: people.seeDemo, exact: true }).click()
    await page.getByText('Dog harness, reflective range').first().waitFor()
    await keptApp(page)
    await relay.stop()
    await page.reload()
    await openBrief(page, '便携咖啡杯 首批 12 款')
    await page
      .getByRole('region', { name: flow.label })
      .getByText(flow.states.accepted, { exact: true })
      .waitFor()
    assert.deepEqual(await axeFindings(page), [])
    // A long brief scrolls inside the page, which itself stands still.
    const below = 'document.documentElement.scrollHeight - innerHeight'
    assert.equal(await page.evaluate(below), 0)
    await page.getByRole('button', { name: flow.seeChanges, exact: true }).click()
    const changes = page.getByRole('dialog', { name: flow.changesTitle.accepted })
    await changes.locator('[data-differs]').first().waitFor()
    await page.keyboard.press('Escape')
    await changes.waitFor({ state: 'detached' })

    await pressInHead(page, language, historyWords[language].history)
    await page
      .getByText(demoPeople[2]?.name ?? '')
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.history-pick').first().waitFor({ state: 'detached' })

    await page.goto(`${relay.address}/people`)
    for (const { name } of demoPeople) await page.getByText(name).first().waitFor()
    await openPlace(page, language, device.title)
    await page.getByText(device.demoHere, { exact: true }).waitFor()
    assert.equal(await page.getByRole('button', { name: device.toServer, exact: true }).count(), 0)
    await page.getByRole('button', { name: device.deleteDemo, exact: true }).click()
    await page.getByRole('button', { name: device.deleteDemoSure, exact: true }).click()
    await page.getByRole('button', { name: people.seeDemo, exact: true }).waitFor()
    const left = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name),
    )
    assert.deepEqual(left, ['asterism:identity'])
  } finally {
    await context.close()
    await relay.stop()
  }
}
