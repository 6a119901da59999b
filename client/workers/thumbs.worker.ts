/** Draws small pictures off the main thread; null for what is no picture. */
import * as z from 'zod/mini'
import { drawThumb } from './draw-thumb.ts'

const jobSchema = z.object({ job: z.int(), picture: z.instanceof(Blob) })

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { job, picture } = z.parse(jobSchema, data)
  drawThumb(picture).then(
    (thumb) => postMessage({ job, thumb }),
    () => postMessage({ job, thumb: null }),
  )
})
