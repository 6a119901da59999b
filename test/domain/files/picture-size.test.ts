/** The size a picture says before it is decoded. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureSize } from '#shared/domain/files/picture-size.ts'

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)),
    ),
  )
const u32 = (n: number): number[] => [24, 16, 8, 0].map((shift) => (n >>> shift) & 0xff)
const u16 = (n: number): number[] => [(n >>> 8) & 0xff, n & 0xff]
const le16 = (n: number): number[] => u16(n).reverse()
const le24 = (n: number): number[] => [n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff]
const le32 = (n: number): number[] => u32(n).reverse()
const zeros = (n: number): number[] => Array.from({ length: n }, () => 0)

/** Only their beginnings. */
const pictures: Readonly<Record<string, Uint8Array>> = {
  png: bytes(0x89, 'PNG\r\n', 0x1a, '\n', ...u32(13), 'IHDR', ...u32(20_000), ...u32(15_000)),
  // Behind a camera's notes of 300 bytes; c4 is a table and no frame.
  jpeg: bytes(
    ...[0xff, 0xd8, 0xff, 0xe1, ...u16(302), ...zeros(300)],
    ...[0xff, 0xc4, ...u16(4), 0, 0],
    ...[0xff, 0xc2, ...u16(17), 8, ...u16(15_000), ...u16(20_000), ...zeros(10)],
  ),
  gif: bytes('GIF89a', ...le16(20_000), ...le16(15_000)),
  'webp, extended': bytes(
    'RIFF',
    ...zeros(4),
    'WEBPVP8X',
    ...zeros(8),
    ...le24(19_999),
    ...le24(14_999),
  ),
  bmp: bytes('BM', ...zeros(16), ...le32(20_000), ...le32(-15_000)),
  avif: bytes(
    ...[...u32(32), 'ftypavif', ...zeros(20)],
    ...['ispe', ...zeros(4), ...u32(512), ...u32(512)],
    ...['ispe', ...zeros(4), ...u32(20_000), ...u32(15_000)],
  ),
}

test.each(Object.entries(pictures))('%s says its size', (_, picture) => {
  expect(pictureSize(picture)).toEqual({ width: 20_000, height: 15_000 })
})

test('a webp says its size in either of its other codings', () => {
  const head = ['RIFF', ...zeros(4), 'WEBP'] as const
  const lossy = bytes(...head, 'VP8 ', ...zeros(10), ...le16(12_000), ...le16(9_000))
  expect(pictureSize(lossy)).toEqual({ width: 12_000, height: 9_000 })
  const bits = (12_000 - 1) | ((9_000 - 1) << 14)
  const lossless = bytes(...head, 'VP8L', ...zeros(4), 0x2f, ...le32(bits), ...zeros(4))
  expect(pictureSize(lossless)).toEqual({ width: 12_000, height: 9_000 })
})

test('what ends before it says so, and what is no picture, says nothing and breaks nothing', () => {
  for (const picture of Object.values(pictures))
    for (let end = 0; end < picture.length; end += 1)
      expect(() => pictureSize(picture.subarray(0, end))).not.toThrow()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
      const said = pictureSize(any)
      return said === null || (said.width >= 0 && said.height >= 0)
    }),
  )
})
