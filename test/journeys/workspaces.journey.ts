/**
 * A workspace made with the server away, on one device; another joined by an invite on the same device; then the first goes to
 * a server of its own by an owner link, with everything in it, and a colleague joins it.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { workspaceWords } from '#client/app/workspace-words.ts'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { deviceWords } from '#client/features/device/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { askOwnerLink } from '#server/log/owner-link-command.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  openPlace,
  settled,
  type Language,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const workspaces: readonly Journey[] = [
  {
    name: 'a workspace made offline beside another goes to a server, in Chinese',
    run: story('zh'),
  },
  {
    name: 'a workspace made offline beside another goes to a server, in English',
    isTwin: true,
    run: story('en'),
  },
]

function story(language: Language): (browser: Browser) => Promise<void> {
  return async (browser) => {
    const [words, people, device] = [
      briefWords[language],
      peopleWords[language],
      deviceWords[language],
    ]
    const relay = await startRelayProcess()
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
    try {
      const owner = await (await browser.newContext({ locale })).newPage()
      await foundWorkspace(owner, relay.address, language, '山屿家居', '林溪')

      // The server has an owner: a stranger may still begin on their own device.
      const context = await browser.newContext({ locale })
      const page = await context.newPage()
      await page.goto(relay.address)
      await page.getByRole('button', { name: people.alone, exact: true }).click()
      await page.getByLabel(people.workspaceName, { exact: true }).fill('Brightwater')
      await page.getByLabel(people.yourName, { exact: true }).fill('Ana')
      await page.getByRole('button', { name: people.found, exact: true }).click()
      await page.getByText(words.noBriefs, { exact: true }).first().waitFor()
      await isAlone(page, language)
      await keptApp(page)
      await context.setOffline(true)
      await newBrief(page, language, 'Spring lamps', 'Warm light')
      await isAlone(page, language)
      await context.setOffline(false)

      // A colleague's workspace on the same device.
      const invite = await inviteLink(owner, language)
      await joinBy(page, invite, language, 'Ana')
      await settled(page, language)
      assert.equal(await page.getByText('Spring lamps').count(), 0)
      await openPlace(page, language, device.title)
      await page.getByRole('button', { name: device.openNamed('Brightwater') }).click()
      await page.getByText('Spring lamps').first().waitFor()
      await isAlone(page, language)

      // This server has a workspace already; its keeper gives a link for one more.
      await openPlace(page, language, device.title)
      await page.getByRole('button', { name: device.toServer, exact: true }).click()
      await page.getByText(device.shareRefusals['needs-owner-link']).waitFor()
      const link = await askOwnerLink(relay.dataDir)
      assert.ok(link.ok)
      await page.goto('about:blank')
      await page.goto(link.value.replace(/^https?:\/\/[^/]+/, relay.address))
      await page.getByText(workspaceWords[language].shareTitle('Brightwater')).waitFor()
      await page.getByRole('button', { name: workspaceWords[language].share, exact: true }).click()
      await settled(page, language)
      await page.getByText('Spring lamps').first().waitFor()

      const colleague = await (await browser.newContext({ locale })).newPage()
      await joinBy(colleague, await inviteLink(page, language), language, 'Jonas')
      await colleague.getByRole('link', { name: 'Spring lamps' }).first().click()
      await holds(colleague, 'Spring lamps')
      await holds(colleague, 'Warm light')
      assert.equal(await owner.getByText('Spring lamps').count(), 0)
    } finally {
      await relay.stop()
    }
  }
}

async function isAlone(page: Page, language: Language): Promise<void> {
  await page.getByRole('status').filter({ hasText: appWords[language].alone }).first().waitFor()
}

async function newBrief(
  page: Page,
  language: Language,
  title: string,
  point: string,
): Promise<void> {
  const words = briefWords[language]
  await page.getByRole('button', { name: words.newBrief, exact: true }).first().click()
  await page.getByLabel(words.title, { exact: true }).fill(title)
  await addPoint(page, words, point)
}
