/**
 * The real product lists the tests read, and short ways to read a list written in a test.
 */
import { readFileSync } from 'node:fs'
import type { Catalogue, CatalogueLimits } from '#shared/domain/briefs/catalogue/catalogue.ts'
import { readCatalogue } from '#shared/domain/briefs/catalogue/read-catalogue.ts'

export const catalogueFiles = [
  'shopify-apparel.csv',
  'shopify-home-and-garden.csv',
  'shopify-jewelery.csv',
  'sku-list-gbk.csv',
  'sku-list-utf16.tsv',
  'messy.csv',
] as const

const FOLDER = new URL('../../../fixtures/catalogue/', import.meta.url)

export const fileText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

export const fileBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(name, FOLDER)))

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Throws where the list is refused: for tests of lists that must be read. */
export function read(source: string | Uint8Array, limits?: CatalogueLimits): Catalogue {
  const bytes = typeof source === 'string' ? utf8(source) : source
  const answer = readCatalogue(bytes, 'list.csv', limits)
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`)
  return answer.value
}

/** The code of the refusal, or 'read'. */
export function refusalOf(source: string | Uint8Array, limits?: CatalogueLimits): string {
  const bytes = typeof source === 'string' ? utf8(source) : source
  const answer = readCatalogue(bytes, 'list.csv', limits)
  return answer.ok ? 'read' : answer.refusal.code
}
