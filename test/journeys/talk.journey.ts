/**
 * Comments as two people meet them: one speaks to the other who has no network; it arrives, the badge says so, the inbox
 * leads to it, they answer, edit, settle; drafts outlive a reload; and all of it by keyboard alone. Both languages.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { inboxWords } from '#client/features/talk/inbox/words.ts'
import { talkWords } from '#client/features/talk/words.ts'
import { axeFindings } from '#test/support/axe.ts'
import { deskHolds } from './desk-holds.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { deviceOf, foundWorkspace, inviteLink, joinBy, type Language, settled } from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { tabTo } from './tab-to.ts'

const title = 'Portable cups, first 12'

export const talk: readonly Journey[] = [
  { name: 'talk on a desk, owner in Chinese', run: (browser) => story(browser, 'zh', 'desk') },
  {
    name: 'talk on a phone, owner in English',
    isTwin: true,
    run: (browser) => story(browser, 'en', 'phone'),
  },
  { name: 'talk by keyboard alone', run: byKeyboard },
]

async function story(browser: Browser, language: Language, size: 'desk' | 'phone'): Promise<void> {
  const relay = await startRelayProcess()
  const other: Language = language === 'zh' ? 'en' : 'zh'
  const [words, theirs] = [talkWords[language], talkWords[other]]
  try {
    const ownerDevice = await deviceOf(browser, language, size)
    const owner = await ownerDevice.newPage()
    await foundWorkspace(owner, relay.address, language, '山屿家居', '陈思远')
    const link = await inviteLink(owner, language)
    const colleagueDevice = await deviceOf(browser, other, size)
    const colleague = await colleagueDevice.newPage()
    await joinBy(colleague, link, other, 'Julia Brandt')
    await settled(colleague, other)
    await keptApp(colleague)

    await owner
      .getByRole('button', { name: briefWords[language].newBrief, exact: true })
      .first()
      .click()
    await owner.getByLabel(briefWords[language].title, { exact: true }).fill(title)
    await settled(owner, language)
    await colleague.getByRole('link', { name: title }).first().waitFor()
    await colleagueDevice.setOffline(true)

    // Spoken to while away. What looks like markup is text.
    await openTalk(owner, language, 0)
    await owner.getByText(words.empty, { exact: true }).waitFor()
    const field = owner.getByRole('textbox', { name: words.composer })
    await field.pressSequentially('<b>hi</b> @ju')
    await owner.getByRole('option', { name: 'Julia Brandt' }).waitFor()
    await field.press('Enter')
    await field.pressSequentially('javascript:alert(1) https://example.com/cup')
    assert.equal(
      await field.inputValue(),
      '<b>hi</b> @Julia Brandt javascript:alert(1) https://example.com/cup',
    )
    await clean(owner, 'the talk with something begun')
    // The draft outlives a reload.
    await deskHolds(owner, 'example.com/cup')
    await owner.reload()
    await openTalk(owner, language, 0)
    await owner.waitForFunction(fieldHolds, '<b>hi</b> @Julia')
    await owner.getByRole('textbox', { name: words.composer }).press('Control+Enter')
    const comment = owner.locator('.talk-comment')
    await comment.locator('.talk-mention', { hasText: '@Julia Brandt' }).waitFor()
    assert.match(await comment.locator('.talk-text').innerText(), /^<b>hi<\/b> @Julia/)
    assert.deepEqual(
      await comment
        .locator('.talk-text a')
        .evaluateAll((links) =>
          links.map((one) => [one.getAttribute('href'), one.getAttribute('rel')]),
        ),
      [['https://example.com/cup', 'noopener noreferrer nofollow ugc']],
    )
    await settledBehind(owner, language)

    // It arrives: badge, inbox, the comment.
    assert.equal(await badge(colleague), null)
    await colleagueDevice.setOffline(false)
    await colleague.locator('.ui-badge').filter({ visible: true }).waitFor()
    assert.equal(await badge(colleague), '1')
    // The badge comes with the list's row; the words come with the talk itself.
    await settledBehind(colleague, other)
    await colleagueDevice.setOffline(true)
    await goTo(colleague, shellWords[other].inbox)
    const notice = colleague.getByRole('link', { name: inboxWords[other].kinds.mention('陈思远') })
    await notice.waitFor()
    await clean(colleague, 'the inbox')
    await notice.click()
    await colleague.locator('.talk-comment[data-sought]').waitFor()
    await colleague.locator('.talk-new').waitFor()
    await colleague.locator('.talk-comment:focus').waitFor()
    await clean(colleague, 'the talk with a comment that is new')

    // Answered offline, edited once more, and read by the owner.
    await colleague.getByRole('button', { name: theirs.reply, exact: true }).click()
    const answer = colleague.getByRole('textbox', { name: theirs.replyTo, exact: true })
    await answer.fill('On Wednesday')
    await answer.press('Control+Enter')
    const own = colleague.locator('.talk-comment').nth(1)
    await own.hover()
    await own.getByRole('button', { name: theirs.edit, exact: true }).click()
    const edit = colleague.getByRole('textbox', { name: theirs.editing })
    await edit.fill('On Thursday')
    await edit.press('Control+Enter')
    await own.getByRole('button', { name: theirs.edited, exact: true }).click()
    await own.getByText('On Wednesday', { exact: true }).waitFor()
    await colleagueDevice.setOffline(false)
    await settledBehind(colleague, other)
    const reply = owner.locator('.talk-comment').nth(1)
    await reply.getByText('On Thursday', { exact: true }).waitFor()
    await reply.getByText('Julia Brandt', { exact: true }).waitFor()
    await reply.getByRole('button', { name: words.edited, exact: true }).click()
    await reply.getByText('On Wednesday', { exact: true }).waitFor()
    // Nobody edits another's.
    await reply.hover()
    assert.equal(await reply.getByRole('button', { name: words.edit, exact: true }).count(), 0)

    // Settled, undone, settled; gone from the colleague's list, too.
    await owner.getByRole('button', { name: words.resolve, exact: true }).click()
    if (size === 'desk')
      await owner
        .getByRole('region', { name: shellWords[language].messages })
        .getByRole('button', { name: words.undo, exact: true })
        .click()
    else await owner.getByRole('button', { name: words.reopen, exact: true }).click()
    await owner.getByRole('button', { name: words.resolve, exact: true }).click()
    await colleague.getByText(theirs.resolvedBy('陈思远')).waitFor()

    // Read is read: after a reload nothing is new.
    await closeTalk(colleague, other)
    await colleague.reload()
    await settled(colleague, other)
    await openTalk(colleague, other, 2)
    await colleague.getByRole('button', { name: theirs.showResolved(1), exact: true }).waitFor()
    assert.equal(await badge(colleague), null)
  } finally {
    await relay.stop()
  }
}

async function byKeyboard(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const words = talkWords.en
  try {
    const device = await deviceOf(browser, 'en', 'desk')
    const page = await device.newPage()
    await foundWorkspace(page, relay.address, 'en', 'Shanyu Home', 'Mina Cole')
    await page.keyboard.press('n')
    await page.getByLabel(briefWords.en.title, { exact: true }).waitFor()
    await page.evaluate('document.activeElement?.blur()')
    await page.keyboard.press('c')
    await page.locator('.talk-field:focus').waitFor()
    await page.keyboard.type('Which background?')
    await page.keyboard.press('Control+Enter')
    await page.locator('.talk-comment').waitFor()
    await tabTo(page, words.reply, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Light grey')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Light grey', { exact: true }).waitFor()
    await tabTo(page, words.takeBack)
    await page.keyboard.press('Enter')
    await page.getByText(words.takenBack, { exact: true }).waitFor()
    await clean(page, 'a comment taken back')
    await tabTo(page, words.bringBack)
    await page.keyboard.press('Enter')
    await page.getByText('Light grey', { exact: true }).waitFor()
    await tabTo(page, words.resolve)
    await page.keyboard.press('Enter')
    await page.getByText(words.resolvedByYou).waitFor()
    await page.evaluate('document.activeElement?.blur()')
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.getByText(inboxWords.en.empty, { exact: true }).waitFor()
    await clean(page, 'an empty inbox')
  } finally {
    await relay.stop()
  }
}

/** A sheet over the page hides the status from screen readers, and so from roles. */
async function settledBehind(page: Page, language: Language): Promise<void> {
  await page.locator('.ui-shell-status').getByText(appWords[language].safe).first().waitFor()
}

async function openTalk(page: Page, language: Language, count: number): Promise<void> {
  await page.getByRole('button', { name: talkWords[language].open(count), exact: true }).click()
}

/** On a phone the sheet closes by its cross, on a desk the rail does. */
async function closeTalk(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: talkWords[language].close, exact: true }).first().click()
}

async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(`^${place}`) })
    .filter({ visible: true })
    .first()
    .click()
}

async function badge(page: Page): Promise<string | null> {
  const shown = page.locator('.ui-badge > [aria-hidden]').filter({ visible: true })
  return (await shown.count()) === 0 ? null : shown.first().innerText()
}

const fieldHolds = (text: string): boolean =>
  document.querySelector<HTMLTextAreaElement>('.talk-field')?.value.startsWith(text) ?? false

async function clean(page: Page, screen: string): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], `axe on ${screen}`)
}
