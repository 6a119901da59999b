/**
 * A brief's history as two people meet it: one edits offline, the other goes on; both see who did what, one restores an
 * earlier moment, undoes it with a press, restores again, and both end with the same brief. On a desk and on a phone.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { briefWords } from '#client/features/briefs/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { historyWords } from '#client/features/briefs/history/words.ts'
import { axeFindings } from '#test/support/axe.ts'
import type { Journey } from './journey.ts'
import {
  addPoint,
  deviceOf,
  foundWorkspace,
  holds,
  importProducts,
  inviteLink,
  joinBy,
  type Language,
  openBrief,
  pressInHead,
  readScreen,
  type Screen,
  settled,
  writeNotes,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'

const title = 'Apparel, first drop'

export const history: readonly Journey[] = [
  {
    name: 'history of a brief on a desk, owner in Chinese',
    isTwin: true,
    run: (browser) => story(browser, 'zh', 'desk'),
  },
  {
    name: 'history of a brief on a phone, owner in English',
    run: (browser) => story(browser, 'en', 'phone'),
  },
]

async function story(browser: Browser, language: Language, size: 'desk' | 'phone'): Promise<void> {
  const relay = await startRelayProcess()
  const other: Language = language === 'zh' ? 'en' : 'zh'
  const [words, past] = [briefWords[language], historyWords[language]]
  try {
    const ownerDevice = await deviceOf(browser, language, size)
    const owner = await ownerDevice.newPage()
    await foundWorkspace(owner, relay.address, language, '山屿家居', '陈思远')
    const link = await inviteLink(owner, language)
    await owner.getByRole('button', { name: words.newBrief, exact: true }).first().click()

    // Before anything of it was ever at the relay, and without a network.
    await owner.getByLabel(words.title, { exact: true }).waitFor()
    await openHistory(owner, language)
    await owner.getByText(past.empty, { exact: true }).waitFor()
    await owner.keyboard.press('Escape')
    await ownerDevice.setOffline(true)
    await owner.getByLabel(words.title, { exact: true }).fill(title)
    await openHistory(owner, language)
    await owner.locator('.history-pick').first().waitFor()
    await owner.getByText(past.you('陈思远')).first().waitFor()
    await owner.keyboard.press('Escape')
    await ownerDevice.setOffline(false)
    await importProducts(owner, words, 'test/fixtures/catalogue/shopify-apparel.csv')
    await holds(owner, 'Ocean Blue Shirt')
    await writeNotes(owner, 'Show the collar closed. ')
    await settled(owner, language)
    const before = await readScreen(owner)

    const colleagueDevice = await deviceOf(browser, other, size)
    const colleague = await colleagueDevice.newPage()
    await joinBy(colleague, link, other, 'Julia Brandt')
    await openBrief(colleague, title)
    await holds(colleague, 'Ocean Blue Shirt')
    await colleagueDevice.setOffline(true)
    await addPoint(colleague, briefWords[other], 'Seams lie flat under a bag strap')
    await writeNotes(colleague, 'No studio white. ')
    await addPoint(owner, words, 'Cotton from one mill, one shade')
    await colleagueDevice.setOffline(false)
    for (const page of [owner, colleague])
      for (const point of ['Seams lie flat under a bag strap', 'Cotton from one mill, one shade'])
        await holds(page, point)
    await settled(colleague, other)
    await settled(owner, language)
    const joined = await readScreen(owner)
    assert.notDeepEqual(joined, before)

    // Who did what, and the moment before the two of them wrote.
    await openHistory(owner, language)
    await owner.locator('.history-pick').filter({ hasText: 'Julia Brandt' }).first().waitFor()
    await owner.getByText(past.imported(22, 0)).first().waitFor()
    await clean(owner, 'the list of the history')
    await owner.locator('.history-pick').first().focus()
    await owner.keyboard.press('ArrowDown')
    await owner.keyboard.press('Enter')
    await owner.locator('.history-preview').waitFor()
    await clean(owner, 'a moment of the history')
    await owner.getByRole('button', { name: past.back, exact: true }).press('Enter')
    await owner.locator('.history-pick:focus').waitFor()
    await pickMomentBefore(owner, language)
    await owner
      .locator('.history-line[data-difference="gone"]', { hasText: 'Seams lie flat' })
      .waitFor()
    await owner.getByRole('button', { name: past.restore, exact: true }).click()
    await gone(owner, 'Seams lie flat under a bag strap')
    assert.deepEqual(await readScreen(owner), before)

    await owner.getByRole('button', { name: past.undo, exact: true }).last().click()
    await holds(owner, 'Seams lie flat under a bag strap')
    assert.deepEqual(inAnyOrder(await readScreen(owner)), inAnyOrder(joined))

    await openHistory(owner, language)
    await pickMomentBefore(owner, language)
    await owner.getByRole('button', { name: past.restore, exact: true }).click()
    await gone(owner, 'Seams lie flat under a bag strap')
    await gone(colleague, 'Seams lie flat under a bag strap')
    await settled(owner, language)
    await settled(colleague, other)
    assert.deepEqual(await readScreen(colleague), await readScreen(owner))
    await openHistory(colleague, other)
    await colleague.getByText(historyWords[other].undone(1)).first().waitFor()
    await colleague.keyboard.press('Escape')

    // Ctrl+Z in a field takes back what was typed there, and never the colleague's.
    const field = colleague.getByLabel(briefWords[other].title, { exact: true })
    await field.focus()
    await colleague.keyboard.press('End')
    await colleague.keyboard.type(' and second')
    await holds(owner, `${title} and second`)
    await colleague.keyboard.press('Control+z')
    await holds(colleague, title)
    await holds(owner, title)
    await colleague.keyboard.press('Control+Shift+z')
    await holds(owner, `${title} and second`)
    assert.deepEqual(await readScreen(colleague), await readScreen(owner))
  } finally {
    await relay.stop()
  }
}

async function openHistory(page: Page, language: Language): Promise<void> {
  await pressInHead(page, language, historyWords[language].history)
  await page.getByRole('dialog').waitFor()
}

/** The owner's last words in the notes, before the two of them wrote apart. */
async function pickMomentBefore(page: Page, language: Language): Promise<void> {
  const sitting = page
    .locator('.history li')
    .filter({ has: page.locator('.history-who', { hasText: '陈思远' }) })
    .last()
  await sitting.getByRole('button', { expanded: false }).click()
  await sitting
    .locator('.history-change')
    .filter({ hasText: formWords[language].parts.notes })
    .first()
    .click()
  await page.locator('.history-preview').waitFor()
}

async function clean(page: Page, screen: string): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], `axe on ${screen}`)
}

/** A list keeps its rows where they are while somebody is in one of them. */
const inAnyOrder = (screen: Screen): Screen => ({ ...screen, points: [...screen.points].sort() })

async function gone(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => ![...document.querySelectorAll('textarea')].some(({ value }) => value === wanted),
    text,
  )
}
