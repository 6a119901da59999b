import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileTypeOf } from '#shared/domain/files/file-types.ts'
import { takeFile } from '#shared/domain/files/take-file.ts'
import { limits } from '#shared/protocol/limits.ts'

const letters = (text: string): Uint8Array => new TextEncoder().encode(text)
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const endOf = (head: Uint8Array): string | null => fileTypeOf(head)?.end ?? null

test.each([
  ['png', hex('89504e470d0a1a0a0000000d49484452')],
  ['jpg', hex('ffd8ffe000104a464946')],
  ['gif', letters('GIF89a\u0001')],
  ['webp', letters('RIFF\u0010\0\0\0WEBPVP8 ')],
  ['wav', letters('RIFF\u0010\0\0\0WAVEfmt ')],
  ['avif', letters('\0\0\0\u001cftypavif')],
  ['mp4', letters('\0\0\0\u001cftypisom')],
  ['mov', letters('\0\0\0\u0014ftypqt  ')],
  ['psd', letters('8BPS\0\u0001')],
  ['pdf', letters('%PDF-1.7\n')],
  ['zip', hex('504b0304140000000800')],
  ['xlsx', letters('PK\u0003\u0004\u0014\0\0\0xl/workbook.xml')],
  ['svg', letters('<svg xmlns="http://www.w3.org/2000/svg">')],
  ['svg', letters('<?xml version="1.0"?>\n<!-- made -->\n<svg>')],
  ['txt', letters('1\n00:00:01,000 --> 00:00:02,000\n你好')],
])('%s is told by its first bytes', (end, head) => {
  expect(endOf(head)).toBe(end)
})

test('programs, scripts and noise are nothing that is known', () => {
  for (const head of [
    letters('MZ\u0090\0\u0003\0'),
    letters('\u007fELF\u0002\u0001\u0001\0'),
    hex('cafebabe00000034'),
    letters('#!/bin/sh\nrm'),
    new Uint8Array(),
    hex('00010203'),
  ])
    expect(endOf(head)).toBeNull()
})

test('a page that only looks like a picture by its name is text, and a text that speaks of svg is no picture', () => {
  expect(fileTypeOf(letters('<html><script>alert(1)</script>'))?.kind).toBe('text')
  expect(fileTypeOf(letters('hello <svg>'))?.kind).toBe('text')
})

test('a letter cut in two at the end of what is read is still text', () => {
  expect(endOf(letters('包装正面要写容量').subarray(0, 10))).toBe('txt')
})

test('the beginning of any bytes is read without failing', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (head) => void fileTypeOf(head)))
})

test('a picture of the project is a picture, and a place for pictures takes nothing else', () => {
  const head = readFileSync('docs/screenshots/brief-desk.png').subarray(0, 4_096)
  expect(takeFile({ size: 10, head }, ['picture'])).toMatchObject({
    ok: true,
    value: { end: 'png' },
  })
  const pdf = letters('%PDF-1.7')
  expect(takeFile({ size: 8, head: pdf }, ['picture'])).toEqual({
    ok: false,
    refusal: 'not-a-picture',
  })
  expect(takeFile({ size: 8, head: letters('MZ\0') }, ['picture'])).toEqual({
    ok: false,
    refusal: 'not-a-picture',
  })
  expect(takeFile({ size: 8, head: pdf }, ['picture', 'text'])).toEqual({
    ok: false,
    refusal: 'other-kind',
  })
  expect(takeFile({ size: 8, head: letters('MZ\0') }, 'all')).toEqual({
    ok: false,
    refusal: 'unknown-kind',
  })
  expect(takeFile({ size: 0, head: new Uint8Array() }, 'all')).toEqual({
    ok: false,
    refusal: 'empty',
  })
  expect(takeFile({ size: limits.fileBytes, head: pdf }, 'all').ok).toBe(true)
  expect(takeFile({ size: limits.fileBytes + 1, head: pdf }, 'all')).toEqual({
    ok: false,
    refusal: 'too-large',
  })
})
