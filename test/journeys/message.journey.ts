/**
 * A lead writes the team's reminder anew; a colleague on a phone writes one to them out of it, without a network: in the receiver's
 * language, seen before it is copied, noted in the log, which the receiver reads. All of the colleague's by keyboard.
 */
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { personWords } from '#client/features/people/person-words.ts'
import { breakDownWords } from '#client/features/tasks/break-down/words.ts'
import { taskListWords } from '#client/features/tasks/list-words.ts'
import { messageWords } from '#client/features/tasks/message/words.ts'
import { taskWords } from '#client/features/tasks/task/words.ts'
import { phraseWords } from '#client/features/workspace/phrase-words.ts'
import { axeFindings } from '#test/support/axe.ts'
import { acceptBrief } from './accept-brief.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import {
  deviceOf,
  foundWorkspace,
  inviteLink,
  joinBy,
  openPlace,
  press,
  settled,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { tabTo } from './tab-to.ts'
import { fillBrief } from './whole-brief.ts'

export const message: readonly Journey[] = [
  { name: 'a message out of the team’s phrase book', run },
]

async function run(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const [zh, en] = [messageWords.zh, messageWords.en]
  try {
    const owner = await (await deviceOf(browser, 'zh', 'desk')).newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    const link = await inviteLink(owner, 'zh')
    // They read Chinese.
    const person = personWords.zh
    await owner.goto(`${relay.address}/people`)
    await owner
      .getByRole('link', { name: /陈思远/ })
      .first()
      .click()
    await owner.getByLabel(person.addLanguage).selectOption('zh')
    await owner.getByLabel(person.level).first().selectOption('5')
    await owner.goto(`${relay.address}/settings`)
    await owner.getByRole('link', { name: phraseWords.zh.open, exact: true }).click()
    const wording = owner.getByLabel(phraseWords.zh.kinds.remind, { exact: true })
    await wording.fill('{receiver}，催一下 {tsak}')
    await owner.getByText(phraseWords.zh.unknown('{tsak}'), { exact: true }).waitFor()
    assert.deepEqual(await axeFindings(owner), [])
    await wording.fill('{receiver}，催一下「{task}」\n{note}\n{sender}')
    await settled(owner, 'zh')
    await owner.goto(`${relay.address}/briefs`)
    await fillBrief(owner, 'zh', 'Insulated mugs, second colour')
    await acceptBrief(owner)
    await press(owner, breakDownWords.zh.breakDown)
    const cut = owner.getByRole('dialog', { name: breakDownWords.zh.title })
    await cut.getByRole('button', { name: /^新建 \d+ 个任务$/ }).click()
    await cut.waitFor({ state: 'detached' })
    await settled(owner, 'zh')

    const device = await deviceOf(browser, 'en', 'desk')
    await device.grantPermissions(['clipboard-read', 'clipboard-write'])
    const other = await device.newPage()
    await joinBy(other, link, 'en', 'Julia Brandt')
    await settled(other, 'en')
    await openPlace(other, 'en', shellWords.en.tasks)
    await other
      .getByRole('navigation', { name: taskListWords.en.tasks })
      .getByRole('link')
      .first()
      .click()
    await other.getByRole('button', { name: taskWords.en.start, exact: true }).waitFor()
    const address = new URL(other.url()).pathname
    await keptApp(other)
    await device.setOffline(true)
    await other.evaluate('document.activeElement?.blur()')
    await tabTo(other, en.open)
    await other.keyboard.press('Enter')
    const dialog = other.getByRole('dialog', { name: en.title })
    await dialog.getByLabel(en.kind).selectOption('remind')
    await dialog.getByLabel(en.whom, { exact: true }).selectOption({ label: '陈思远' })
    assert.equal(await dialog.getByLabel(en.language, { exact: true }).inputValue(), 'zh')
    const note = dialog.getByLabel(en.note)
    await note.fill('the sample is here')
    const preview = await dialog.getByLabel(en.preview).inputValue()
    assert.match(preview, /^陈思远，催一下「.+」\nthe sample is here\nJulia Brandt$/)
    assert.deepEqual(await axeFindings(other), [])
    await note.focus()
    await tabTo(other, en.copy)
    await other.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await other.getByText(en.copied, { exact: true }).waitFor()
    assert.equal(await other.evaluate('navigator.clipboard.readText()'), preview)
    await other.getByText(/Julia Brandt.* sent 陈思远 a message$/).waitFor()

    await device.setOffline(false)
    await settled(other, 'en')
    await owner.goto(`${relay.address}${address}`)
    await owner
      .getByText(taskWords.zh.did.told('Julia Brandt', taskWords.zh.you('陈思远')))
      .waitFor()
    await owner.getByText(/催一下「.+」.+the sample is here/s).waitFor()
    // And back: a question needs to be asked first.
    await press(owner, zh.open)
    const asking = owner.getByRole('dialog', { name: zh.title })
    await asking.getByLabel(zh.kind).selectOption('question')
    await asking.getByRole('button', { name: zh.copy, exact: true }).click()
    await asking.getByText(zh.needsNote, { exact: true }).waitFor()
  } finally {
    await relay.stop()
  }
}
