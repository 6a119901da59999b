/**
 * What goes into the app that nobody meant: names nobody can see or read the right way round, markup and scripts in every
 * field, far too much at once. Each is answered with a sentence, and nothing that was typed ever runs. Left out: what comes
 * at a bad moment (bad-moments.journey.ts).
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { searchWords } from '#client/app/search/words.ts'
import { shellWords } from '#client/app/shell-words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { recordWords } from '#client/features/records/words.ts'
import { talkWords } from '#client/features/talk/words.ts'
import { workspaceWords } from '#client/features/workspace/words.ts'
import { isolate } from '#client/i18n/isolate.ts'
import { uiWords } from '#client/ui/words.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Journey } from './journey.ts'
import { newPage, withRelay } from './own-relay.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  openBrief,
  openPlace,
  settled,
  writeNotes,
} from './people.ts'

export const badInput: readonly Journey[] = [
  { name: 'bad input: names nobody can see, too long, from right to left', run: names },
  {
    name: 'bad input: markup and scripts in every field stay text',
    run: markup,
    // Whatever parses pasted markup, the browser says that handlers and styles in it will not count.
    refuses: /inline.*\/assets\/notes-editor-/,
  },
  { name: 'bad input: far too much pasted is answered with a sentence', run: tooMuch },
]

const unseen = '\u200b\u200d\ufeff'
const hebrew = 'דנה לוי'
/** An override that would turn the rest of the line, dropped; letters from right to left, isolated. */
const workspace = 'متجر\u202e Studio'

async function names(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    for (const language of ['zh', 'en'] as const) {
      const page = await newPage(browser, language)
      const words = peopleWords[language]
      await page.goto(relay.address)
      const name = page.getByLabel(words.yourName, { exact: true })
      await page.getByLabel(words.workspaceName, { exact: true }).fill(unseen)
      await name.fill('x'.repeat(10_000))
      await page
        .getByText(uiWords[language].cut(limits.nameCharacters, 10_000 - limits.nameCharacters))
        .waitFor()
      assert.equal((await name.inputValue()).length, limits.nameCharacters)
      await name.fill(unseen)
      await page.getByRole('button', { name: words.found, exact: true }).click()
      await page.getByText(words.nameMissing, { exact: true }).waitFor()
      await page.getByText(words.workspaceMissing, { exact: true }).waitFor()
    }
    const owner = await newPage(browser, 'zh')
    await foundWorkspace(owner, relay.address, 'zh', workspace, hebrew)
    const shown = workspace.replace('\u202e', '')
    await owner.waitForFunction((end) => document.title.endsWith(end), isolate(shown))
    const link = await inviteLink(owner, 'zh')
    const colleague = await newPage(browser, 'en')
    await colleague.goto(link)
    await colleague
      .getByRole('heading', { name: peopleWords.en.joinTitle(shown), exact: true })
      .waitFor()
    await joinBy(colleague, link, 'en', `Mina ${unseen}Cole\u2066`)
    await openPlace(owner, 'zh', peopleWords.zh.people)
    // Joiners inside stay, as some scripts need them; what nobody sees at an end does not.
    await owner
      .getByText(`Mina ${unseen.replace('\ufeff', '')}Cole`)
      .first()
      .waitFor()
    // Written about in a sentence: the name stands apart from what is around it.
    await openPlace(colleague, 'en', peopleWords.en.people)
    await colleague
      .getByRole('button', { name: recordWords.en.about.people.entry, exact: true })
      .click()
    await colleague.getByText(recordWords.en.says.founded(hebrew), { exact: true }).waitFor()
  })
}

const hostile = `"><img src=x onerror="alert(1)"><script>alert(1)</script> javascript:alert(1) `
const pasted = `
  <script>alert(1)</script><style>body { display: none }</style>
  <p onclick="alert(1)" style="position: fixed; inset: 0">Rich <b>bold</b>
  <a href="javascript:alert(1)">first</a> <a href=" JaVaScRiPt:alert(1)">second</a>
  <a href="data:text/html,<script>alert(1)</script>">third</a>
  <a href="https://example.com/cup">fourth</a> <a href="mailto:mei@example.com">fifth</a></p>
  <img src=x onerror="alert(1)"><svg onload="alert(1)"></svg>
  <iframe srcdoc="<script>alert(1)</script>"></iframe>`

async function markup(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    const owner = await newPage(browser, 'zh')
    const words = briefWords.zh
    await foundWorkspace(owner, relay.address, 'zh', `${hostile}A`.slice(0, 80), '陈思远')
    const link = await inviteLink(owner, 'zh')
    const colleague = await newPage(browser, 'en')
    await joinBy(colleague, link, 'en', `${hostile}B`.slice(0, 80))

    await openPlace(owner, 'zh', shellWords.zh.settings)
    await owner
      .getByRole('textbox', { name: workspaceWords.zh.name, exact: true })
      .fill(`${hostile}W`.slice(0, 80))
    await owner.getByRole('link', { name: words.briefs, exact: true }).first().click()
    await owner.getByRole('button', { name: words.newBrief, exact: true }).first().click()
    const title = `${hostile}T`
    await owner.getByLabel(words.title, { exact: true }).fill(title)
    await addPoint(owner, words, `${hostile}P`)
    await owner.getByRole('button', { name: words.addProduct, exact: true }).click()
    const product = owner.locator('[data-part="products"] :is(input, textarea)')
    await product.nth(1).fill(`${hostile}N`)
    await writeNotes(owner, `${hostile}S`)
    await pasteHtml(owner, pasted)
    await owner.keyboard.press('c')
    await owner
      .getByRole('button', { name: talkWords.zh.open(0), exact: true })
      .first()
      .click()
    const comment = owner.getByRole('textbox', { name: talkWords.zh.composer })
    await comment.fill(`${hostile}C`)
    await comment.press('Control+Enter')
    await owner.locator('.talk-comment').waitFor()
    await settled(owner, 'zh')

    await openBrief(colleague, title.trim())
    await holds(colleague, `${hostile}P`)
    await colleague.getByText(`${hostile}S`.trim(), { exact: false }).first().waitFor()
    await colleague
      .getByRole('button', { name: talkWords.en.openUnread(1, 1) })
      .first()
      .click()
    await colleague.locator('.talk-comment').waitFor()
    for (const page of [owner, colleague]) {
      await inert(page)
      const links = page.locator('[data-part="notes"] .ProseMirror a')
      assert.deepEqual(
        await links.evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
        ['https://example.com/cup', 'mailto:mei@example.com'],
      )
    }
    await colleague.keyboard.press('Escape')
    for (const place of [peopleWords.en.people, shellWords.en.inbox]) {
      await openPlace(colleague, 'en', place)
      await inert(colleague)
    }
    await colleague.keyboard.press('Control+k')
    const line = colleague.getByRole('combobox', { name: searchWords.en.search })
    await line.fill('<script>alert(1)')
    await colleague.getByRole('option').first().waitFor()
    await inert(colleague)
  })
}

/** Nothing on the page came out of a text: no element, handler, address or style anybody typed or pasted. */
async function inert(page: Page): Promise<void> {
  const found = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter(
        (element) =>
          ['IMG', 'IFRAME', 'STYLE', 'SCRIPT', 'OBJECT'].includes(element.nodeName) ||
          element.getAttributeNames().some((name) => /^(on|srcdoc)/.test(name)) ||
          /^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '') ||
          /fixed|inset/.test(element.getAttribute('style') ?? ''),
      )
      .filter((element) => element.closest('.ui-veil, .ui-palette-place') === null)
      .map((element) => element.outerHTML.slice(0, 200)),
  )
  assert.deepEqual(found, [])
}

const pasteHtml = (page: Page, html: string): Promise<void> =>
  page.locator('[data-part="notes"] .ProseMirror').evaluate((notes, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', text)
    clipboardData.setData('text/plain', 'Rich')
    notes.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, html)

async function tooMuch(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    let link = ''
    for (const language of ['zh', 'en'] as const) {
      const page = await newPage(browser, language)
      if (language === 'zh') await foundWorkspace(page, relay.address, 'zh', '山屿家居', '陈思远')
      else await joinBy(page, link, 'en', 'Mina Cole')
      const words = briefWords[language]
      await page.getByRole('button', { name: words.newBrief, exact: true }).first().click()
      const title = page.getByLabel(words.title, { exact: true })
      await title.click()
      await paste(page, '杯'.repeat(200_000))
      const lost = 200_000 - limits.titleCharacters
      await page.getByText(uiWords[language].cut(limits.titleCharacters, lost)).first().waitFor()
      assert.equal((await title.inputValue()).length, limits.titleCharacters)
      await addPoint(page, words, 'x')
      await paste(page, 'y'.repeat(10_000))
      await page
        .getByText(uiWords[language].cut(limits.pointCharacters, 10_001 - limits.pointCharacters))
        .first()
        .waitFor()
      // Notes hold it whole.
      const notes = page.locator('[data-part="notes"] .ProseMirror')
      await notes.click()
      await paste(page, 'n'.repeat(200_000))
      assert.equal((await notes.innerText()).trim().length, 200_000)
      await settled(page, language)
      await page
        .getByRole('button', { name: talkWords[language].open(0) })
        .first()
        .click()
      const comment = page.getByRole('textbox', { name: talkWords[language].composer })
      await comment.click()
      await paste(page, 'z'.repeat(limits.commentCharacters + 1))
      await comment.press('Control+Enter')
      const tooLong = [limits.commentCharacters + 1, limits.commentCharacters] as const
      await page.getByText(talkWords[language].tooLong(...tooLong)).waitFor()
      await settled(page, language)
      if (language === 'zh') link = await inviteLink(page, 'zh')
    }
  })
}

/** As from the clipboard: one input of everything. */
const paste = (page: Page, text: string): Promise<void> => page.keyboard.insertText(text)
