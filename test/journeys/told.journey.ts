/**
 * Somebody chooses what they are told: a mention turned off by keyboard does not come to the inbox, also after the app was
 * opened again; turned on, what was said meanwhile is there. What asks for their judgement comes whatever they chose.
 */
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { choiceWords } from '#client/features/talk/inbox/choice-words.ts'
import { inboxWords } from '#client/features/talk/inbox/words.ts'
import { talkWords } from '#client/features/talk/words.ts'
import { axeFindings } from '#test/support/axe.ts'
import { deskHolds } from './desk-holds.ts'
import type { Journey } from './journey.ts'
import { deviceOf, foundWorkspace, inviteLink, joinBy, openBrief, settled } from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { tabTo } from './tab-to.ts'

export const told: readonly Journey[] = [{ name: 'what a person is told, chosen by keyboard', run }]

async function run(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const [words, inbox] = [choiceWords.zh, inboxWords.zh]
  try {
    const owner = await (await deviceOf(browser, 'zh', 'desk')).newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    const link = await inviteLink(owner, 'zh')
    const other = await (await deviceOf(browser, 'en', 'phone')).newPage()
    await joinBy(other, link, 'en', 'Julia Brandt')
    await owner.getByRole('button', { name: briefWords.zh.newBrief, exact: true }).first().click()
    await owner.getByLabel(briefWords.zh.title, { exact: true }).fill('便携咖啡杯')
    await settled(owner, 'zh')

    await owner.evaluate('document.activeElement?.blur()')
    await owner.keyboard.press('g')
    await owner.keyboard.press('i')
    await owner.getByText(inbox.emptyHelp, { exact: true }).waitFor()
    await tabTo(owner, words.choose)
    await owner.keyboard.press('Enter')
    await owner.getByText(words.events['check-asked'], { exact: true }).waitFor()
    assert.deepEqual(await axeFindings(owner), [])
    const mention = owner.getByRole('switch', { name: words.events.mention, exact: true })
    const ownBrief = owner.getByRole('switch', { name: words.events['on-your-brief'], exact: true })
    for (const one of [mention, ownBrief]) {
      await one.focus()
      await owner.keyboard.press('Space')
      assert.equal(await one.isChecked(), false)
    }
    await deskHolds(owner, 'on-your-brief')

    await openBrief(other, '便携咖啡杯')
    await other.getByRole('button', { name: talkWords.en.open(0), exact: true }).click()
    const field = other.getByRole('textbox', { name: talkWords.en.composer })
    await field.fill('@陈思远 which lid?')
    await field.press('Control+Enter')
    await owner.goto(`${relay.address}/briefs`)
    await openBrief(owner, '便携咖啡杯')
    await owner.getByRole('button', { name: talkWords.zh.open(1) }).waitFor()
    await owner.getByRole('link', { name: shellWords.zh.inbox, exact: true }).first().click()
    await owner.getByText(inbox.emptyPartly, { exact: true }).waitFor()

    await owner.getByRole('button', { name: words.choose, exact: true }).click()
    await mention.click()
    // The place says now that something is unread.
    await owner.getByRole('link', { name: shellWords.zh.inbox }).first().click()
    await owner.getByRole('link', { name: inbox.kinds.mention('Julia Brandt') }).waitFor()
  } finally {
    await relay.stop()
  }
}
