/**
 * How many points a picture has by what its beginning says, before anything of it is decoded: a few kilobytes can say 60,000 ×
 * 60,000. Null where the beginning does not say. Pure; reads never past the bytes given.
 */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A JPEG's size may stand behind a camera's own notes and its small picture. */
export const bytesThatSayTheSize = 256 * 1024

export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return (
      pngSize(view) ??
      jpegSize(view) ??
      gifSize(view) ??
      webpSize(view) ??
      bmpSize(view) ??
      avifSize(view)
    )
  } catch {
    // It ended before it said so.
    return null
  }
}

const pngSize = (view: DataView): PictureSize | null =>
  view.getUint32(0) === 0x89504e47
    ? { width: view.getUint32(16), height: view.getUint32(20) }
    : null

function jpegSize(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xffd8) return null
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else if (marker === 0xda) return null
    else at += 2 + view.getUint16(at + 2)
  }
}

/** Of a frame of any coding; c4, c8 and cc are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const gifSize = (view: DataView): PictureSize | null =>
  lettersAt(view, 0, 4) === 'GIF8'
    ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    : null

function webpSize(view: DataView): PictureSize | null {
  if (lettersAt(view, 0, 4) !== 'RIFF' || lettersAt(view, 8, 4) !== 'WEBP') return null
  const part = lettersAt(view, 12, 4)
  if (part === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (part === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  const bits = view.getUint32(21, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

const bmpSize = (view: DataView): PictureSize | null =>
  lettersAt(view, 0, 2) === 'BM'
    ? { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
    : null

/** The largest of the sizes its boxes tell; a grid of tiles says the whole's as well. */
function avifSize(view: DataView): PictureSize | null {
  if (lettersAt(view, 4, 4) !== 'ftyp') return null
  let largest: PictureSize | null = null
  for (let at = 8; at + 16 <= view.byteLength; at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue
    const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (largest === null || found.width * found.height > largest.width * largest.height)
      largest = found
  }
  return largest
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
const lettersAt = (view: DataView, at: number, count: number): string =>
  String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, count))
