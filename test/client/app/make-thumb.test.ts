/** Pictures so large that decoding them would freeze the page are left alone. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeThumb } from '#client/app/make-thumb.ts'
import { drawThumb } from '#client/workers/draw-thumb.ts'

const decoded = vi.fn()
beforeEach(() => {
  decoded.mockReset().mockRejectedValue(new Error('decoded'))
  vi.stubGlobal('createImageBitmap', decoded)
})
afterEach(() => void vi.unstubAllGlobals())

const u32 = (n: number): number[] => [24, 16, 8, 0].map((shift) => (n >>> shift) & 0xff)
const png = (width: number, height: number): Blob =>
  new Blob([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...u32(13), 0x49, 0x48, 0x44, 0x52),
    Uint8Array.of(...u32(width), ...u32(height), 8, 6, 0, 0, 0),
  ])

test('a PNG of 20,000 by 20,000 points is never decoded', async () => {
  await expect(drawThumb(png(20_000, 20_000))).rejects.toThrow('too many points')
  expect(await makeThumb(png(20_000, 20_000))).toBeNull()
  expect(decoded).not.toHaveBeenCalled()
})

test('a phone’s photo of fifty million points is decoded by the worker, not by the page', async () => {
  await expect(drawThumb(png(8_160, 6_120))).rejects.toThrow('decoded')
  decoded.mockClear()
  // Here there is no worker, so this page would have to.
  expect(await makeThumb(png(8_160, 6_120))).toBeNull()
  expect(decoded).not.toHaveBeenCalled()
})

test('an SVG of more than a megabyte is not drawn', async () => {
  const drawn = vi.fn()
  vi.stubGlobal('Image', drawn)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${'<path d="M0 0h9"/>'.repeat(70_000)}</svg>`
  expect(await makeThumb(new Blob([svg]))).toBeNull()
  expect(drawn).not.toHaveBeenCalled()
})
