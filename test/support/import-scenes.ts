/** An import as it is looked at before anything is written: a whole list, one with things to say, its columns, one too long for a brief. */
import type { Browser, Page } from 'playwright-core'
import { importWords } from '#client/features/briefs/import/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { importName, joinBy, settled } from '#test/journeys/people.ts'
import { longList } from './long-list.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

const files = 'test/fixtures/catalogue'

export async function shootImport(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const { language } = as
  const [words, said] = [briefWords[language], importWords[language]]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  await joinBy(page, stage.emptyInvite, language, language === 'zh' ? '许佳' : 'Ines Duarte')
  await settled(page, language)
  await page.getByRole('button', { name: words.newBrief, exact: true }).first().click()
  await page.getByLabel(words.title, { exact: true }).waitFor()
  const give = async (file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) => {
    await page.getByLabel(words.importFile, { exact: true }).setInputFiles(file)
    await page.getByRole('grid', { name: said.table }).waitFor()
  }
  const close = async (): Promise<void> => {
    await page.getByRole('button', { name: said.close, exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await give(`${files}/sku-list.xlsx`)
  await shoot('import-workbook', page)
  await page.getByRole('button', { name: said.columns, exact: true }).click()
  await shoot('import-columns', page)
  await close()
  await give(`${files}/messy.csv`)
  await page.getByRole('button', { name: new RegExp(`^${said.filters.error}`) }).click()
  await shoot('import-errors', page)
  await page.getByRole('dialog').getByRole('rowheader').first().click()
  await page.getByText(said.remarksHint, { exact: true }).waitFor({ state: 'detached' })
  await shoot('import-remarks', page)
  await close()
  await give(`${files}/shopify-jewelery.csv`)
  await shoot('import-proposed-skus', page)
  await close()
  await give({ name: '2026-full.csv', mimeType: 'text/csv', buffer: Buffer.from(longList(2_400)) })
  await shoot('import-which', page)
  await close()
  await page.getByLabel(words.importFile, { exact: true }).setInputFiles({
    name: '2026.xlsx',
    mimeType: '',
    buffer: Buffer.from('PK\u0003\u0004 cut off'),
  })
  await page.getByRole('alert').waitFor()
  await shoot('import-refused', page)
  await close()
  await give(`${files}/sku-list.xlsx`)
  await page.getByRole('button', { name: importName(said) }).click()
  await page.getByRole('button', { name: said.undo }).waitFor()
  await shoot('import-done', page)
  await context.close()
}
