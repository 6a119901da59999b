/**
 * What comes at a bad moment: an invite opened twice at once, clocks a day off, an Enter of an input method, a member removed
 * in mid-sentence. Each is answered with something true.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { searchWords } from '#client/app/search/words.ts'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { inviteWords } from '#client/features/people/invite-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { recordWords } from '#client/features/records/words.ts'
import { closeDatabase, openDatabase } from '#server/log/sqlite-file.ts'
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
} from './people.ts'
import type { RelayProcess } from './relay-process.ts'

export const badMoments: readonly Journey[] = [
  { name: 'bad input: an invite opened twice at once lets one in', run: twiceAtOnce },
  { name: 'bad input: clocks a day ahead and a day behind', run: clocks },
  { name: 'bad input: Enter in mid-pinyin runs nothing', run: pinyin },
  { name: 'bad input: a member removed while writing keeps what was written', run: removed },
]

async function twiceAtOnce(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    const owner = await newPage(browser, 'zh')
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    const once = await inviteLink(owner, 'zh', 1)
    const pages = [await newPage(browser, 'en'), await newPage(browser, 'en')]
    for (const [index, page] of pages.entries()) {
      await page.goto(once)
      await page.getByLabel(peopleWords.en.yourName, { exact: true }).fill(`Mina ${index}`)
    }
    const join = { name: peopleWords.en.join, exact: true } as const
    await Promise.all(pages.map((page) => page.getByRole('button', join).click()))
    const ends = await Promise.all(
      pages.map((page) =>
        Promise.race([
          page.waitForURL(/\/briefs/).then(() => 'in'),
          page
            .getByText(peopleWords.en.refusals['invite-used-up'], { exact: true })
            .waitFor()
            .then(() => 'told'),
        ]),
      ),
    )
    assert.deepEqual(ends.sort(), ['in', 'told'])
  })
}

const DAY_MS = 86_400_000

async function clocks(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    const ahead = await newPage(browser, 'zh', DAY_MS)
    const behind = await newPage(browser, 'en', -DAY_MS)
    await foundWorkspace(ahead, relay.address, 'zh', '山屿家居', '陈思远')
    await ahead.getByText(appWords.zh.clockAhead('1天')).first().waitFor()
    // An invite for a day, made a day ahead, holds a day, and is listed as one that does.
    const invite = await inviteLink(ahead, 'zh', 1)
    await joinBy(behind, invite, 'en', 'Mina Cole')
    await behind.getByText(appWords.en.clockBehind('1 day')).first().waitFor()
    const second = await inviteLink(ahead, 'zh')
    assert.notEqual(second, invite)
    await openPlace(ahead, 'zh', peopleWords.zh.people)
    await ahead.getByRole('button', { name: inviteWords.zh.revoke, exact: true }).waitFor()

    // Both write, both are safe, each sees the other's work, and the records hold.
    await behind.getByRole('button', { name: briefWords.en.newBrief, exact: true }).first().click()
    await behind.getByLabel(briefWords.en.title, { exact: true }).fill('Written yesterday')
    await settled(behind, 'en')
    await openPlace(ahead, 'zh', briefWords.zh.briefs)
    await openBrief(ahead, 'Written yesterday')
    await addPoint(ahead, briefWords.zh, '明天写的')
    await settled(ahead, 'zh')
    await holds(behind, '明天写的')
    for (const [page, language] of [[ahead, 'zh'] as const, [behind, 'en'] as const]) {
      await openPlace(page, language, peopleWords[language].people)
      await page.getByRole('button', { name: recordWords[language].entry, exact: true }).click()
      await page.getByRole('button', { name: recordWords[language].verify, exact: true }).click()
      const allHold = recordWords[language].allHold(0).replace('0', '\\d+')
      await page.getByText(new RegExp(`^${allHold}$`)).waitFor()
      await page.keyboard.press('Escape')
    }
    // Signed in anew after a reload, as ever.
    await behind.reload()
    await behind.getByText(appWords.en.clockBehind('1 day')).first().waitFor()
  })
}

async function pinyin(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    const page = await newPage(browser, 'zh')
    await foundWorkspace(page, relay.address, 'zh', '山屿家居', '陈思远')
    await page.keyboard.press('Control+k')
    const line = page.getByRole('combobox', { name: searchWords.zh.search })
    await line.waitFor()
    const ime = await page.context().newCDPSession(page)
    const at = page.url()
    await ime.send('Input.imeSetComposition', {
      text: "she'bei",
      selectionStart: 7,
      selectionEnd: 7,
    })
    // Keys of an input method say 229, with or without a composition that still counts as one.
    for (const key of ['Enter', 'ArrowDown'])
      await line.evaluate((element, pressed) => {
        const said = { key: pressed, keyCode: 229, bubbles: true, cancelable: true }
        element.dispatchEvent(new KeyboardEvent('keydown', { ...said, isComposing: true }))
        element.dispatchEvent(new KeyboardEvent('keydown', said))
      }, key)
    await line.waitFor()
    assert.equal(page.url(), at)
    // The composition is given up: what is typed next is heard as ever.
    await ime.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await line.fill('设备')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/device$/)
  })
}

async function removed(browser: Browser): Promise<void> {
  await withRelay(async (relay) => {
    const owner = await newPage(browser, 'en')
    await foundWorkspace(owner, relay.address, 'en', 'Shanyu Home', 'Julia Brandt')
    await owner.getByRole('button', { name: briefWords.en.newBrief, exact: true }).first().click()
    await owner.getByLabel(briefWords.en.title, { exact: true }).fill('Portable cups')
    await settled(owner, 'en')
    const page = await newPage(browser, 'zh')
    await joinBy(page, await inviteLink(owner, 'en'), 'zh', '林默')
    await openBrief(page, 'Portable cups')
    await addPoint(page, briefWords.zh, '移除之前写的')
    await settled(page, 'zh')
    await page.keyboard.type('，移除的时候')
    change(
      relay,
      `UPDATE device SET revoked = 1 WHERE member = (SELECT id FROM member WHERE name = '林默');
       UPDATE member SET access_version = access_version + 1 WHERE name = '林默'`,
    )
    await page.keyboard.type('还在写')
    const told = page.locator('.ui-banner').filter({ hasText: appWords.zh.noAccess })
    await told.waitFor()
    // What the relay did not take is out of the document, said, kept and in the file; writing goes on here.
    await page
      .getByRole('status')
      .filter({ hasText: /项改动没有被接受/ })
      .first()
      .waitFor()
    await addPoint(page, briefWords.zh, '移除之后写的')
    await holds(page, '移除之后写的')
    const file = await exported(page)
    assert.match(file, /"refused": \[\{/)
    assert.match(file, /"waiting": \[\{/)
    await page.reload()
    await told.waitFor()
    await holds(page, '移除之后写的')
    assert.equal(await owner.getByText('移除之后写的').count(), 0)
  })
}

async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: appWords.zh.exportAll, exact: true }).first().click()
  return readFile(await (await download).path(), 'utf8')
}

/** The relay notices changes of its own file. */
function change(relay: RelayProcess, statements: string): void {
  const db = openDatabase(join(relay.dataDir, 'asterism.sqlite'))
  db.exec(statements)
  closeDatabase(db)
}
