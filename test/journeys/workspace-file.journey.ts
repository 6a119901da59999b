/**
 * A month of work leaves one relay as a file and stands in an empty workspace of another: offline the file says what it
 * lacks, online it holds everything, and a second device at the new relay sees the same briefs and the same comment.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import { deviceWords } from '#client/features/device/words.ts'
import { workspaceFileWords } from '#client/features/device/workspace-words.ts'
import { talkWords } from '#client/features/talk/words.ts'
import { seedWorkspace } from '#test/support/seed-workspace.ts'
import type { Journey } from './journey.ts'
import {
  foundWorkspace,
  inviteLink,
  joinBy,
  openBrief,
  readScreen,
  settled,
  type Language,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { chooseFew } from './room.journey.ts'

export const workspaceFile: readonly Journey[] = [
  {
    name: 'a workspace file moves to another relay, in Chinese',
    isTwin: true,
    run: (on) => story(on, 'zh'),
  },
  { name: 'a workspace file moves to another relay, in English', run: (on) => story(on, 'en') },
]

const said = 'Ist der Liefertermin fest?'

async function story(browser: Browser, language: Language): Promise<void> {
  const [from, to] = await Promise.all([startRelayProcess(), startRelayProcess()])
  const words = workspaceFileWords[language]
  try {
    const seeded = await seedWorkspace(from.address, 'busy', 7, '2026-11-27')
    assert.ok(seeded.ok)
    const { briefs, inviteLink: link } = seeded.value
    const [first] = briefs
    assert.ok(first)
    const device = await contextOf(browser, language)
    const page = await device.newPage()
    await joinBy(page, link, language, 'Sam Okafor')
    await settled(page, language)
    await openBrief(page, first.title)
    await comment(page, language)
    await settled(page, language)
    const screen = await readScreen(page)
    await page.getByRole('link', { name: briefListWords[language].briefs }).first().click()
    await chooseFew(page, 5)
    await page.getByLabel(briefListWords[language].isElsewhere).first().waitFor()

    // Offline: what is not here is told before, and named in the file.
    await toDevice(page, language)
    await device.setOffline(true)
    await press(page, words.export)
    const poor = await download(page, words.exportAnyway)
    assert.ok(poor.documents.length < briefs.length)
    assert.ok(poor.missing.length >= briefs.length - 10, `${poor.missing.length} are named`)
    assert.ok(poor.missing.every(({ title }: { title: string }) => title !== ''))

    // Online: everything, without taking room.
    await device.setOffline(false)
    await settled(page, language)
    const full = await download(page, words.export)
    assert.deepEqual(full.missing, [])
    const ofBriefs = full.documents.filter(({ kind }: { kind: string }) => kind === 'brief')
    assert.deepEqual(
      ofBriefs.map(({ content }: { content: { title: string } }) => content.title).sort(),
      briefs.map(({ title }) => title).sort(),
    )
    assert.match(
      JSON.stringify(full.documents),
      new RegExp(`"by":"Sam Okafor".*${said.slice(0, 8)}`),
    )
    // A workspace with briefs takes none.
    await page.getByText(words.refusals['not-empty']).waitFor()

    const newOwner = await contextOf(browser, language)
    const there = await newOwner.newPage()
    await foundWorkspace(there, to.address, language, 'Neu', '陈思远')
    const invited = await inviteLink(there, language)
    await there.getByRole('link', { name: briefListWords[language].importFile }).click()
    const input = there.getByLabel(words.choose, { exact: true })
    await input.setInputFiles({
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"asterism-device"}'),
    })
    await there.getByText(words.refusals['not-ours']).waitFor()
    await input.setInputFiles(full.path)
    await there.getByText(words.counts.brief(String(briefs.length))).waitFor()
    await press(there, words.import(String(full.documents.length)))
    await there.getByText(words.imported(String(full.documents.length))).waitFor()
    await settled(there, language)

    const second = await (await contextOf(browser, language)).newPage()
    await joinBy(second, invited, language, 'Julia Brandt')
    await settled(second, language)
    await second.getByText(String(briefs.length), { exact: true }).first().waitFor()
    await openBrief(second, first.title)
    assert.deepEqual(await readScreen(second), screen)
    await openTalk(second, language, 1)
    const line = second.locator('.talk-comment', { hasText: said })
    await line.getByText(talkWords[language].brought('Sam Okafor')).waitFor()
    await second.keyboard.press('Escape')
    await toDevice(second, language)
    assert.deepEqual(contentsOf(await download(second, words.export)), contentsOf(full))
  } finally {
    await Promise.all([from.stop(), to.stop()])
  }
}

const contextOf = (browser: Browser, language: Language): Promise<BrowserContext> =>
  browser.newContext({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', acceptDownloads: true })

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

async function toDevice(page: Page, language: Language): Promise<void> {
  await page.getByRole('link', { name: deviceWords[language].title, exact: true }).first().click()
  await page.getByRole('heading', { name: workspaceFileWords[language].title }).waitFor()
}

async function download(page: Page, button: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, button)])
  const path = await file.path()
  return { ...JSON.parse(await readFile(path, 'utf8')), path }
}

async function openTalk(page: Page, language: Language, count: number): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${talkWords[language].open(count)}`) })
    .click()
}

async function comment(page: Page, language: Language): Promise<void> {
  await openTalk(page, language, 0)
  const field = page.getByRole('textbox', { name: talkWords[language].composer })
  await field.fill(said)
  await field.press('Control+Enter')
  await page.locator('.talk-comment', { hasText: said }).waitFor()
}

interface Exported {
  readonly kind: string
  readonly name: string
  readonly content: unknown
}

/** What the file says of briefs and talks, which keep their names. */
const contentsOf = ({ documents }: { documents: readonly Exported[] }): Map<string, unknown> =>
  new Map(
    documents
      .filter(({ kind }) => kind === 'brief' || kind === 'talk')
      .map(({ name, content }) => [name, content]),
  )
