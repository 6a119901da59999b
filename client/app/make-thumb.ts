/**
 * Small pictures of files: drawn by a worker, by this page where there is none. An SVG is drawn through an image element,
 * in which nothing of it runs and nothing is loaded; it never becomes markup. Null for what is no picture.
 */
import * as z from 'zod/mini'
import { drawThumb, drawVector, mustBeWithin } from '#client/workers/draw-thumb.ts'
import { bytesThatTell, fileTypeOf } from '#shared/domain/files/file-types.ts'

/** An SVG is drawn by this page: a larger one has more shapes than a frame has time for. */
const mostOfSvg = 1024 * 1024
const mostPointsHere = 16_000_000

const answerSchema = z.object({ job: z.int(), thumb: z.nullable(z.instanceof(Blob)) })

const waiting = new Map<number, (thumb: Blob | null | 'here') => void>()
let worker: Worker | null = null
let isBroken = false
let jobs = 0

export async function makeThumb(file: Blob): Promise<Blob | null> {
  const type = fileTypeOf(new Uint8Array(await file.slice(0, bytesThatTell).arrayBuffer()))
  if (type?.kind !== 'picture') return null
  const picture = new Blob([file], { type: type.mime })
  if (type.end === 'svg')
    return file.size > mostOfSvg ? null : nullWhere(async () => drawVector(await svgImage(picture)))
  const drawn = await drawAside(picture)
  if (drawn !== 'here') return drawn
  return nullWhere(async () => {
    // Decoded on this page, a picture holds it up.
    await mustBeWithin(picture, mostPointsHere)
    return drawThumb(picture)
  })
}

async function nullWhere(draw: () => Promise<Blob>): Promise<Blob | null> {
  try {
    return await draw()
  } catch {
    return null
  }
}

async function drawAside(picture: Blob): Promise<Blob | null | 'here'> {
  if (isBroken || typeof Worker === 'undefined') return 'here'
  worker ??= start()
  const job = (jobs += 1)
  worker.postMessage({ job, picture })
  return new Promise((resolve) => void waiting.set(job, resolve))
}

function start(): Worker {
  const made = new Worker(new URL('../workers/thumbs.worker.ts', import.meta.url), {
    type: 'module',
  })
  made.addEventListener('error', () => {
    isBroken = true
    made.terminate()
    for (const resolve of waiting.values()) resolve('here')
    waiting.clear()
  })
  made.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { job, thumb } = z.parse(answerSchema, data)
    waiting.get(job)?.(thumb)
    waiting.delete(job)
  })
  return made
}

async function svgImage(picture: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(picture)
  try {
    const image = new Image(512, 512)
    image.src = address
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(address)
  }
}
