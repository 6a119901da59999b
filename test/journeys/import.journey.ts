/**
 * Lists come into a brief: looked at, chosen from, imported and taken back, by keyboard and without a network; pasted on a phone, with
 * columns a person names once; one too long for a brief, and ones that cannot be read.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { importWords } from '#client/features/briefs/import/words.ts'
import { problemWords } from '#client/features/briefs/import/problem-words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { axeFindings } from '#test/support/axe.ts'
import { longList } from '#test/support/long-list.ts'
import { workbookOf } from '#test/support/workbook-of.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { withRelay } from './own-relay.ts'
import { foundWorkspace, holds, importName, type Language } from './people.ts'
import { tabTo } from './tab-to.ts'

export const importing: readonly Journey[] = [
  { name: 'import: a workbook by keyboard alone, without a network', run: byKeyboard },
  { name: 'import: pasted on a phone, columns named once', run: pasted },
  { name: 'import: a list too long for a brief, and files that cannot be read', run: tooLong },
]

const fixtures = 'test/fixtures/catalogue'

async function byKeyboard(browser: Browser): Promise<void> {
  const said = importWords.en
  await withRelay(async ({ address }) => {
    const page = await newBrief(browser, address, 'en', 'desk')
    await keptApp(page)
    await page.context().setOffline(true)
    const chooser = page.waitForEvent('filechooser')
    await tabTo(page, briefWords.en.importFile)
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(`${fixtures}/sku-list.xlsx`)
    const dialog = page.getByRole('dialog', { name: said.title })
    const rows = dialog.getByRole('grid', { name: said.table })
    await rows.getByRole('rowheader', { name: 'OV-SCL-5KG-BLK', exact: true }).waitFor()
    await dialog.getByText(said.plan(119, 0, 0, 2), { exact: true }).waitFor()
    assert.deepEqual(await axeFindings(page), [], 'axe on the preview')
    assert.equal(await products(page), 0, 'nothing is written while it is looked at')

    // Only what has an error, then one row let go of, by keys.
    await tabTo(page, said.counted(said.filters.error, 1))
    await page.keyboard.press('Space')
    await dialog.getByText(problemWords.en['duplicate-sku']).waitFor()
    await page.keyboard.press('Space')
    await rows.getByRole('rowheader', { name: 'OV-SCL-5KG-BLK', exact: true }).waitFor()
    await tabToGrid(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await dialog.getByText(said.plan(118, 0, 0, 2), { exact: true }).waitFor()
    await tabTo(page, said.import(118))
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(said.done(118, 0, 0), { exact: true }).waitFor()
    assert.equal(await products(page), 118)

    // The same file once more: what stands there is known.
    await page.getByLabel(briefWords.en.importFile, { exact: true }).setInputFiles({
      name: 'again.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        '货号,品名\nTB-HAR-S-ORG,前扣狗胸背\nTB-HAR-S-NVY,New name\nX-1,New one\n',
      ),
    })
    await dialog.getByText(said.plan(1, 1, 1, 0), { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    assert.equal(await products(page), 118)

    await tabTo(page, said.undo)
    await page.keyboard.press('Enter')
    await page.getByText(said.done(118, 0, 0), { exact: true }).waitFor({ state: 'detached' })
    assert.equal(await products(page), 0, 'the whole import is taken back')
  })
}

/** Headings nobody could guess. */
const odd = 'Ref\tWas es ist\tGewicht\nA-7\tBecher\t280\nA-8\tSchale\t310\n'

async function pasted(browser: Browser): Promise<void> {
  const said = importWords.zh
  await withRelay(async ({ address }) => {
    const page = await newBrief(browser, address, 'zh', 'phone')
    await paste(page, odd)
    const dialog = page.getByRole('dialog', { name: said.title })
    await dialog.getByText(said.needsMapping).waitFor()
    assert.deepEqual(await axeFindings(page), [], 'axe on columns nobody knows')
    await dialog.getByRole('combobox', { name: 'Ref' }).selectOption('sku')
    await dialog.getByText(said.plan(2, 0, 0, 0), { exact: true }).waitFor()
    await dialog.getByRole('combobox', { name: 'Was es ist' }).selectOption('name')
    await dialog.getByRole('combobox', { name: 'Gewicht' }).selectOption('weight')
    await dialog.getByRole('rowheader', { name: 'A-8', exact: true }).waitFor()
    assert.deepEqual(await axeFindings(page), [], 'axe on a preview on a phone')
    await dialog.getByRole('button', { name: importName(said) }).click()
    await dialog.waitFor({ state: 'detached' })
    await holds(page, 'Schale')
    await holds(page, '310')

    // The next list of this supplier is read as this one was.
    await page.getByRole('button', { name: said.dismiss, exact: true }).click()
    await paste(page, odd.replace('A-7\tBecher', 'A-9\tKanne'))
    await dialog.getByText(said.plan(1, 0, 1, 0), { exact: true }).waitFor()
    await dialog.getByRole('button', { name: importName(said) }).click()
    await dialog.waitFor({ state: 'detached' })
    await holds(page, 'Kanne')
    assert.equal(await products(page), 3)

    // What there is to say of a row is cut in its line, and stands whole once the row is touched.
    await page
      .getByLabel(briefWords.zh.importFile, { exact: true })
      .setInputFiles(`${fixtures}/messy.csv`)
    await dialog.getByRole('button', { name: new RegExp(`^${said.filters.error}`) }).click()
    await dialog.getByText(said.remarksHint, { exact: true }).waitFor()
    await dialog.getByRole('rowheader').nth(1).tap()
    await dialog.getByText(said.remarksHint, { exact: true }).waitFor({ state: 'detached' })
    const whole = dialog.getByRole('status').getByRole('listitem').first()
    const sentence = await whole.innerText()
    const fits = await whole.evaluate((line) => line.scrollWidth <= line.clientWidth)
    assert.ok(fits && sentence.length > 5, sentence)
  })
}

async function tooLong(browser: Browser): Promise<void> {
  const said = importWords.en
  await withRelay(async ({ address }) => {
    const page = await newBrief(browser, address, 'en', 'desk')
    const give = (name: string, content: Uint8Array | string): Promise<void> =>
      page
        .getByLabel(briefWords.en.importFile, { exact: true })
        .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
    const dialog = page.getByRole('dialog', { name: said.title })
    for (const [name, content, sentence] of [
      ['cut.xlsx', workbookOf([['SKU'], ['A']]).slice(0, 300), said.refusals['broken-workbook']],
      ['bomb.xlsx', workbookOf([['SKU']], 101 * 1024 * 1024), said.refusals['workbook-too-large']],
      ['photo.csv', new Uint8Array([0x89, 0x50, 0, 1, 2]), said.refusals['not-a-text-file']],
    ] as const) {
      await give(name, content)
      await dialog.getByText(sentence, { exact: true }).waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }

    await give('whole-range.csv', longList(50_000))
    await dialog.getByText(said.which(50_000, 500)).waitFor()
    const write = dialog.getByRole('button', { name: importName(said) })
    assert.equal(await write.isDisabled(), true, 'nobody has said which')
    await dialog.getByLabel(said.category, { exact: true }).selectOption('灯具')
    await dialog.getByLabel(said.search, { exact: true }).fill('QL-0000')
    await dialog.getByRole('rowheader', { name: 'QL-00003', exact: true }).waitFor()
    await dialog.getByRole('button', { name: said.allShown(1), exact: true }).click()
    await dialog.getByText(said.plan(1, 0, 0, 0), { exact: true }).waitFor()
    await dialog.getByLabel(said.search, { exact: true }).fill('')
    await dialog.getByRole('button', { name: said.firstFew(500), exact: true }).click()
    await dialog.getByText(said.plan(500, 0, 0, 0), { exact: true }).waitFor()
    assert.equal(await products(page), 0)
    await write.click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(said.done(500, 0, 0), { exact: true }).waitFor()
    await holds(page, 'QL-00003')
    assert.equal(await products(page), 500)
  })
}

async function newBrief(
  browser: Browser,
  address: string,
  language: Language,
  size: 'desk' | 'phone',
): Promise<Page> {
  const device = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: size === 'desk' ? { width: 1440, height: 900 } : { width: 390, height: 844 },
    hasTouch: size === 'phone',
  })
  const page = await device.newPage()
  await foundWorkspace(page, address, language, 'Shanyu Home', 'Mina Cole')
  await page
    .getByRole('button', { name: briefWords[language].newBrief, exact: true })
    .first()
    .click()
  await page.locator('[data-part="notes"] .ProseMirror').waitFor()
  return page
}

/** How many products the brief holds; of a long list only those near the view are drawn. */
async function products(page: Page): Promise<number> {
  const table = page.locator('[data-part="products"] table')
  if ((await table.count()) === 0) return 0
  return Number(await table.getAttribute('aria-rowcount')) - 1
}

/** As a spreadsheet's rows are pasted where no field has the focus. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pastedText) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const clipboard = new DataTransfer()
    clipboard.setData('text/plain', pastedText)
    document.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    )
  }, text)
}

async function tabToGrid(page: Page): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null)) return
  }
  throw new Error('Tab never reaches the rows')
}
