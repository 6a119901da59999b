/** Reads product lists off the main thread; the page asks one thing at a time. */
import {
  createCatalogueWork,
  type CatalogueJob,
} from '#shared/domain/briefs/catalogue/catalogue-jobs.ts'

const work = createCatalogueWork()

// Only the page that made this worker can speak to it.
addEventListener('message', ({ data }: MessageEvent<CatalogueJob>) => {
  for (const part of work(data)) postMessage(part)
})
