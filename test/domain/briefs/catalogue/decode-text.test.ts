import { describe, expect, test } from 'vitest'
import { decodeText } from '#shared/domain/briefs/catalogue/decode-text.ts'
import { fileBytes, utf8 } from './catalogue-files.ts'

const TEXT = '货号,品名\r\nQL-1,一只杯子 𠮷\r\n'

function wide(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return bytes
}

const codeOf = (bytes: Uint8Array): string => {
  const answer = decodeText(bytes)
  return answer.ok ? answer.value.encoding : answer.refusal.code
}

describe('an encoding is found without asking', () => {
  test.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8', utf8(`\uFEFF${TEXT}`)],
    ['UTF-16LE', wide(`\uFEFF${TEXT}`, true)],
    ['UTF-16LE', wide(TEXT, true)],
    ['UTF-16BE', wide(`\uFEFF${TEXT}`, false)],
    ['UTF-16BE', wide(TEXT, false)],
  ])('%s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text: TEXT, encoding } })
  })

  test('GBK as Chinese Excel saves it, with its one-byte euro sign', () => {
    const bytes = Uint8Array.from([0xbb, 0xf5, 0xba, 0xc5, 0x0a, 0x80])
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text: '货号\n€', encoding: 'GB18030' } })
  })
})

describe('what is no text is refused with what to do', () => {
  test('workbooks, new and old, are to be saved as CSV', () => {
    expect(codeOf(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]))).toBe(
      'workbook-save-as-csv',
    )
    expect(codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]))).toBe(
      'workbook-save-as-csv',
    )
  })

  test('a picture is no list', () => {
    const png = [
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0,
      2, 0,
    ]
    expect(codeOf(Uint8Array.from(png))).toBe('not-a-text-file')
  })

  test('a NUL in text, in either width, is no list', () => {
    expect(codeOf(utf8('SKU,name\nA\0B,Mug'))).toBe('not-a-text-file')
    expect(codeOf(wide(`\uFEFFSKU\tname\nA\0B\t${'Mug'.repeat(100)}`, true))).toBe(
      'not-a-text-file',
    )
  })

  test('half a character at the end, or another encoding, is to be saved as UTF-8', () => {
    expect(codeOf(fileBytes('sku-list-utf16.tsv').slice(0, -1))).toBe('unreadable-save-as-utf8')
    expect(codeOf(Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x3b, 0x0a]))).toBe(
      'unreadable-save-as-utf8',
    )
    expect(codeOf(wide('\uFEFFSKU\ud83d', true))).toBe('unreadable-save-as-utf8')
  })
})
