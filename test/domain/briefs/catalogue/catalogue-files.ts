/**
 * The real product lists the tests read, and short ways to read a list written in a test.
 */
import { readFileSync } from 'node:fs'
import type {
  Catalogue,
  CatalogueLimits,
  CatalogueRefusal,
} from '#shared/domain/briefs/catalogue/catalogue.ts'
import { catalogueLimits } from '#shared/domain/briefs/catalogue/catalogue-limits.ts'
import { openTableFile } from '#shared/domain/briefs/catalogue/open-table-file.ts'
import { guessed, readSheet, type SheetChoice } from '#shared/domain/briefs/catalogue/read-sheet.ts'
import type { Workbook } from '#shared/domain/briefs/catalogue/sheet.ts'
import { ok, type Result } from '#shared/lib/result.ts'

export const catalogueFiles = [
  'amazon-flat-file.txt',
  'clipboard-from-excel.txt',
  'messy.csv',
  'shopify-apparel.csv',
  'shopify-home-and-garden.csv',
  'shopify-jewelery.csv',
  'sku-list-gbk.csv',
  'sku-list-utf16.tsv',
  'sku-list.xlsx',
] as const

const FOLDER = new URL('../../../fixtures/catalogue/', import.meta.url)

export const fileText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

export const fileBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(name, FOLDER)))

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export type ReadCatalogue = Catalogue & Pick<Workbook, 'encoding' | 'delimiter'>

export function readCatalogue(
  bytes: Uint8Array,
  fileName: string,
  limits: CatalogueLimits = catalogueLimits,
  choice: Partial<SheetChoice> = {},
): Result<ReadCatalogue, CatalogueRefusal> {
  const opened = openTableFile(bytes, fileName, limits)
  if (!opened.ok) return opened
  const sheet = readSheet(opened.value, { ...guessed, ...choice }, limits)
  if (!sheet.ok) return sheet
  const { encoding, delimiter } = opened.value
  return ok({ ...sheet.value, encoding, delimiter })
}

/** Throws where the list is refused: for tests of lists that must be read. */
export function read(
  source: string | Uint8Array,
  limits?: CatalogueLimits,
  choice?: Partial<SheetChoice>,
): ReadCatalogue {
  const bytes = typeof source === 'string' ? utf8(source) : source
  const answer = readCatalogue(bytes, 'list.csv', limits, choice)
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`)
  return answer.value
}

/** The code of the refusal, or 'read'. */
export function refusalOf(source: string | Uint8Array, limits?: CatalogueLimits): string {
  const bytes = typeof source === 'string' ? utf8(source) : source
  const answer = readCatalogue(bytes, 'list.csv', limits)
  return answer.ok ? 'read' : answer.refusal.code
}
