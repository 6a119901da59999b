/** Comments beside a brief and the inbox, as they stand among three people. */
import type { Browser, Page } from 'playwright-core'
import { choiceWords } from '#client/features/talk/inbox/choice-words.ts'
import { inboxWords } from '#client/features/talk/inbox/words.ts'
import { talkWords } from '#client/features/talk/words.ts'
import { joinBy, openBrief, settled } from '#test/journeys/people.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootTalk(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const [words, inbox] = [talkWords[as.language], inboxWords[as.language]]
  const { address } = stage.full
  const brief = stage.seeded.briefs.at(0)
  if (brief === undefined) throw new Error('the seed made no brief')
  const me = as.language === 'zh' ? '周予安' : 'Iris Lund'
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  await joinBy(page, stage.seeded.inviteLink, as.language, me)
  await settled(page, as.language)
  await page.goto(`${address}/inbox`)
  await page.getByText(inbox.empty).waitFor()
  await shoot('inbox-empty', page)
  await page.goto(`${address}/briefs`)
  await openBrief(page, brief.title)
  await page.locator('[data-part="notes"] .ProseMirror').waitFor()
  await open(page, words.open(0))
  await page.getByText(words.empty).waitFor()
  await shoot('talk-empty', page)

  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  const theirs = talkWords.en
  await joinBy(other, stage.seeded.inviteLink, 'en', 'Nora Falk')
  await openBrief(other, brief.title)
  await open(other, theirs.open(0))
  const field = other.getByRole('textbox', { name: theirs.composer, exact: true })
  for (const text of [
    `@${me} 主图能不能换成浅灰背景？参考 https://example.com/listing/8812，杯身只留一条高光`,
    'Who has the LFGB report? Amazon DE will ask for it.',
    'Die Maße im dritten Verkaufspunkt stimmen nicht mit der Liste überein.',
  ]) {
    await field.fill(text)
    await field.press('Control+Enter')
    await other.getByText(text.slice(-20)).first().waitFor()
  }
  await page.locator('.talk-comment').nth(2).waitFor()
  await page.locator('.talk-comment').getByText('Nora Falk').nth(2).waitFor()
  await page.getByRole('button', { name: words.reply, exact: true }).first().click()
  const answer = page.getByRole('textbox', { name: words.replyTo, exact: true })
  await answer.fill('可以，今天下班前给一版')
  await answer.press('Control+Enter')
  await page.getByRole('button', { name: words.resolve, exact: true }).nth(1).click()
  await page.locator('.talk').evaluate((list) => list.parentElement?.parentElement?.scrollTo(0, 0))
  await shoot('talk', page)
  const own = page.getByRole('textbox', { name: words.composer, exact: true })
  await own.pressSequentially('@')
  await page.locator('.talk-offer').first().waitFor()
  await shoot('talk-mention', page)
  await own.press('Escape')
  await page.getByRole('button', { name: words.close, exact: true }).last().click()
  await page.goto(`${address}/inbox`)
  await page.getByRole('link', { name: inbox.kinds.mention('Nora Falk') }).waitFor()
  await field.fill('Also: the lid in picture four is the old one.')
  await field.press('Control+Enter')
  await page.getByText(inbox.unread, { exact: true }).waitFor()
  await shoot('inbox', page)
  await page.goto(`${address}/inbox/choices`)
  await page.getByText(choiceWords[as.language].always, { exact: true }).waitFor()
  await shoot('inbox-choices', page)
  await context.close()
  await other.context().close()
}

async function open(page: Page, name: string): Promise<void> {
  const entry = page.getByRole('button', { name, exact: true })
  if ((await entry.getAttribute('aria-expanded')) !== 'true') await entry.click()
}
