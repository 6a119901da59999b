/**
 * What a brief holds by a key of its own instead of in rows: keywords by market and language, files by their bytes, reasons
 * by flagged word. Never throws; keys it cannot read are passed over.
 */
import type * as Y from 'yjs'
import type { BriefFile, Keywords } from '#shared/domain/briefs/brief.ts'
import { isFileId, textIn } from './plain-values.ts'

const MARKET = /^([A-Z]{2})\.([a-z]{2,3}-[A-Z]{2})$/
const CHECK = /^[0-9a-hjkmnp-tv-z]{16}$/

export function readKeywords(map: Y.Map<unknown>): Keywords[] {
  return [...basesOf(map)].sort().flatMap((base) => {
    const [, market, locale] = MARKET.exec(base) ?? []
    if (market === undefined || locale === undefined) return []
    const terms = linesIn(textIn(map.get(`${base}/terms`)))
    const source = textIn(map.get(`${base}/source`))
    return terms.length === 0 && source === '' ? [] : [{ market, locale, terms, source }]
  })
}

export function readMeant(map: Y.Map<unknown>): Record<string, string> {
  const meant: Record<string, string> = {}
  for (const base of basesOf(map)) {
    const reason = textIn(map.get(`${base}/reason`))
    if (CHECK.test(base) && reason !== '') meant[base] = reason
  }
  return meant
}

export function readFiles(map: Y.Map<unknown>): Record<string, BriefFile> {
  const files: Record<string, BriefFile> = {}
  for (const id of basesOf(map)) {
    const size = map.get(`${id}/size`)
    if (!isFileId(id)) continue
    files[id] = {
      id,
      name: textIn(map.get(`${id}/name`)),
      type: textIn(map.get(`${id}/type`)),
      size: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : 0,
    }
  }
  return files
}

export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function basesOf(map: Y.Map<unknown>): Set<string> {
  const bases = new Set<string>()
  for (const key of map.keys()) if (key.includes('/')) bases.add(key.slice(0, key.indexOf('/')))
  return bases
}
