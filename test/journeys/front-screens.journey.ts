/** What stands in front of the app: a plain http address on a network, and the browser inside a chat app. */
import assert from 'node:assert/strict'
import { chromium, type Browser } from 'playwright-core'
import { frontWords } from '#client/app/front-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { findChromium } from '#test/support/chromium.mjs'
import type { Journey } from './journey.ts'
import { foundWorkspace, inviteLink, joinBy } from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const frontScreens: readonly Journey[] = [
  { name: 'a plain http address on a network says how to get https', run: insecureAddress },
  { name: 'an invite opened inside WeChat is neither used up nor makes a key', run: insideWeChat },
]

async function insecureAddress(): Promise<void> {
  const relay = await startRelayProcess()
  // A name that leads to this machine but is not localhost: to the browser it is any address on a network.
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--host-resolver-rules=MAP brief.test 127.0.0.1'],
  })
  try {
    for (const [locale, language] of [
      ['zh-CN', 'zh'],
      ['en-GB', 'en'],
    ] as const) {
      const page = await (await browser.newContext({ locale })).newPage()
      await page.goto(`http://brief.test:${new URL(relay.address).port}/`)
      await page.getByRole('heading', { name: frontWords[language].insecureTitle }).waitFor()
      await page.getByText(frontWords[language].insecureHow).waitFor()
    }
  } finally {
    await browser.close()
    await relay.stop()
  }
}

async function insideWeChat(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const owner = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    const link = await inviteLink(owner, 'zh', 1)

    const weChat = await (
      await browser.newContext({
        locale: 'zh-CN',
        userAgent:
          'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.55',
      })
    ).newPage()
    await weChat.goto(link)
    await weChat.getByRole('heading', { name: frontWords.zh.chatTitle }).waitFor()
    assert.equal(
      await weChat.getByLabel(frontWords.zh.linkLabel).inputValue(),
      link,
      'the whole link is there to copy',
    )
    assert.deepEqual(
      await weChat.evaluate(async () => (await indexedDB.databases()).map((one) => one.name)),
      [],
      'no key was made',
    )

    const phone = await (
      await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })
    ).newPage()
    await joinBy(phone, link, 'zh', '阮氏兰')
    const late = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await late.goto(link)
    await late.getByText(peopleWords.zh.refusals['invite-used-up']).waitFor()
  } finally {
    await relay.stop()
  }
}
