/** A small picture of one this browser can decode: at most 256 px, WebP. Rejects for what is no picture, or too large a one. */
import { bytesThatSayTheSize, pictureSize } from '#shared/domain/files/picture-size.ts'

const edge = 256
/** Decoded, so many points take 256 MB; a larger picture is left alone. Phones take up to 50 million at a time. */
const mostPoints = 64_000_000

export async function drawThumb(picture: Blob): Promise<Blob> {
  await mustBeWithin(picture, mostPoints)
  const whole = await createImageBitmap(picture)
  try {
    // Of a kind whose beginning did not say.
    if (whole.width * whole.height > mostPoints) throw new RangeError('too many points')
    return await draw(whole, whole.width, whole.height)
  } finally {
    whole.close()
  }
}

/** Of an SVG: drawn small at once, whatever size it gives itself. */
export const drawVector = (image: HTMLImageElement): Promise<Blob> =>
  draw(image, image.naturalWidth || edge, image.naturalHeight || edge)

export async function mustBeWithin(picture: Blob, points: number): Promise<void> {
  const head = new Uint8Array(await picture.slice(0, bytesThatSayTheSize).arrayBuffer())
  const size = pictureSize(head)
  if (size !== null && size.width * size.height > points) throw new RangeError('too many points')
}

async function draw(
  source: ImageBitmap | HTMLImageElement,
  width: number,
  height: number,
): Promise<Blob> {
  const scale = Math.min(1, edge / Math.max(width, height))
  const side = (length: number): number => Math.max(1, Math.round(length * scale))
  const canvas = new OffscreenCanvas(side(width), side(height))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
}
