/** A small picture of one this browser can decode: at most 256 px, WebP. Rejects for what is no picture. */
const edge = 256
/** Decoded, a picture of so many points takes 400 MB; a larger one is left alone. */
const mostPoints = 100_000_000

export async function drawThumb(source: Blob | HTMLImageElement): Promise<Blob> {
  if (source instanceof Blob && (await pointsOfPng(source)) > mostPoints)
    throw new RangeError('too many points')
  const whole = await createImageBitmap(source)
  try {
    const scale = Math.min(1, edge / Math.max(whole.width, whole.height))
    const side = (length: number): number => Math.max(1, Math.round(length * scale))
    const canvas = new OffscreenCanvas(side(whole.width), side(whole.height))
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.imageSmoothingQuality = 'high'
    context.drawImage(whole, 0, 0, canvas.width, canvas.height)
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
  } finally {
    whole.close()
  }
}

/** What its head says, before anything is decoded: a few kilobytes can say 60,000 × 60,000. */
async function pointsOfPng(picture: Blob): Promise<number> {
  const head = new DataView(await picture.slice(0, 24).arrayBuffer())
  const isPng = head.byteLength === 24 && head.getUint32(0) === 0x89504e47
  return isPng ? head.getUint32(16) * head.getUint32(20) : 0
}
