import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isCalendarDate } from '#shared/domain/briefs/calendar-date.ts'
import { lineWithin } from '#shared/domain/briefs/clean-text.ts'
import { productRowId } from '#shared/domain/briefs/product-row-id.ts'
import { isRowId, newRowId, randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { readTargetKey, targetKey } from '#shared/domain/briefs/target-key.ts'
import { cleanLine } from '#shared/lib/clean-line.ts'
import { bytesToBase32 } from '#shared/lib/ids.ts'

test('only days that exist are dates', () => {
  for (const day of ['2026-12-01', '2028-02-29', '0001-01-01'])
    expect(isCalendarDate(day), day).toBe(true)
  for (const bad of [
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '2026-12-01T00:00',
    '',
    null,
    20261201,
    '２０２６-12-01',
  ]) {
    expect(isCalendarDate(bad), String(bad)).toBe(false)
  }
})

test('pasted text keeps its emoji and loses half characters, control characters and line breaks', () => {
  expect(cleanLine('  咖啡杯\r\n\t首批\u2028👍🏿 é e\u0301\u0000 ')).toBe('咖啡杯 首批 👍🏿 é e\u0301')
  expect(cleanLine('a\ud83db\ude00')).toBe('a\ufffdb\ufffd')
  expect(cleanLine(' \n ')).toBe('')
})

test('a name nobody can see is no name', () => {
  for (const unseen of [
    '\u200b\u200d\ufeff',
    '\u0000\u0007',
    '\u202e\u2066 \u2069',
    '\u3164\u115f',
    '\u2800',
    '\u00ad\u2060',
    '\u200e\u200f\u061c',
    '\ufe0f',
    '\u3000\u00a0',
  ]) {
    expect(cleanLine(unseen), [...unseen].map((sign) => sign.codePointAt(0)).join()).toBe('')
    expect(cleanLine(`${unseen}林默${unseen}`)).toContain('林默')
  }
})

test('nothing unseen makes one name look like another, or turns the text around it', () => {
  expect(cleanLine('\u200b陈思远\u2060')).toBe('陈思远')
  expect(cleanLine('invoice\u202efdp.exe')).toBe('invoicefdp.exe')
})

test('joiners that a script or an emoji needs stay', () => {
  for (const needed of ['👩‍👩‍👧', '☀️', 'می‌خواهم', 'שלום\u200f', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])
    expect(cleanLine(needed)).toBe(needed)
})

test('a text at its limit is taken, one unit more is refused with both numbers', () => {
  expect(lineWithin('title', ' 四个字数 ', 4)).toEqual({ ok: true, value: '四个字数' })
  expect(lineWithin('title', '五个字数了', 4)).toEqual({
    ok: false,
    refusal: { code: 'too-long', field: 'title', length: 5, limit: 4 },
  })
})

test('an imported product’s id comes from the document and the product alone', () => {
  const expected = bytesToBase32(
    createHash('sha256').update('brief-1\0product\0sku:CUP-350').digest().subarray(0, 10),
  )
  expect(productRowId('brief-1', 'sku:CUP-350')).toBe(expected)
  expect(productRowId('brief-2', 'sku:CUP-350')).not.toBe(expected)
  expect(isRowId(expected)).toBe(true)
})

test('a typed row’s id is as long and random', () => {
  expect(newRowId((bytes) => bytes.fill(255))).toBe('zzzzzzzzzzzzzzzz')
  expect(isRowId(randomRowId())).toBe(true)
  expect(randomRowId()).not.toBe(randomRowId())
  for (const bad of ['', 'UPPERUPPERUPPER0', 'ilou000000000000', '0123456789abcdef0'])
    expect(isRowId(bad)).toBe(false)
})

test('a target is one key for everyone who picks it', () => {
  const target = { platform: '-', market: 'DE', locale: 'de-DE' }
  expect(targetKey(target)).toBe('-.DE.de-DE')
  expect(readTargetKey('-.DE.de-DE')).toEqual(target)
  expect(readTargetKey('tiktok-shop.PH.fil-PH')).toEqual({
    platform: 'tiktok-shop',
    market: 'PH',
    locale: 'fil-PH',
  })
  for (const bad of ['', '-.de.de-DE', '-.DE.de', 'a.b.c.d', '-.DE.de-DE.x'])
    expect(readTargetKey(bad), bad).toBeNull()
})
