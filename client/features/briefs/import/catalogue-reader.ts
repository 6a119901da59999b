/**
 * A product list being read: in a worker, so that fifty thousand rows never keep the page from drawing; on this thread where a browser
 * gives none. Letting go of it stops whatever it is doing, a hostile file included.
 */
import type { CatalogueRefusal } from '#shared/domain/briefs/catalogue/catalogue.ts'
import type { CatalogueJob, CataloguePart } from '#shared/domain/briefs/catalogue/catalogue-jobs.ts'
import type { Against, Previewed, PreviewRow } from '#shared/domain/briefs/catalogue/preview.ts'
import type { SheetChoice } from '#shared/domain/briefs/catalogue/read-sheet.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'

export type ReadRefusal =
  | CatalogueRefusal
  | { readonly code: 'file-unreadable' }
  /** The worker ended: the file was too much for this device. */
  | { readonly code: 'reading-failed' }

export interface CatalogueReader {
  open(file: File): Promise<Result<null, ReadRefusal>>
  /** Rows of the file opened last. */
  read(choice: SheetChoice, against: Against): Promise<Result<Previewed, ReadRefusal>>
  close(): void
}

export function createCatalogueReader(): CatalogueReader {
  const line = typeof Worker === 'undefined' ? createOwnLine() : createWorkerLine()
  /** One question at a time: the next one waits. */
  let before: Promise<unknown> = Promise.resolve()
  const ask = (job: CatalogueJob, take: (rows: readonly PreviewRow[]) => void): Promise<Last> => {
    const answer = before.then(() => line.ask(job, take)).catch(failed)
    before = answer
    return answer
  }
  return {
    async open(file) {
      if (file.size > limits.importBytes)
        return refuse({ code: 'file-too-large', bytes: file.size, limit: limits.importBytes })
      const bytes = await file.arrayBuffer().catch(() => null)
      if (bytes === null) return refuse({ code: 'file-unreadable' })
      const last = await ask(
        { act: 'open', bytes: new Uint8Array(bytes), fileName: file.name },
        () => undefined,
      )
      return last.kind === 'opened' ? ok(null) : refuse(refusalOf(last))
    },
    async read(choice, against) {
      const rows: PreviewRow[] = []
      const last = await ask({ act: 'read', choice, against }, (part) => rows.push(...part))
      return last.kind === 'read' ? ok({ preview: last.preview, rows }) : refuse(refusalOf(last))
    },
    close: () => line.close(),
  }
}

/** A fault is told and ends this question, not the next. */
function failed(fault: unknown): Last {
  console.error('a list could not be read', fault)
  return { kind: 'failed' }
}

type Last = Exclude<CataloguePart, { readonly kind: 'rows' }> | { readonly kind: 'failed' }

const refusalOf = (last: Last): ReadRefusal =>
  last.kind === 'refused' ? last.refusal : { code: 'reading-failed' }

interface Line {
  ask(job: CatalogueJob, take: (rows: readonly PreviewRow[]) => void): Promise<Last>
  close(): void
}

function createWorkerLine(): Line {
  const worker = new Worker(new URL('../../../workers/catalogue.worker.ts', import.meta.url), {
    type: 'module',
  })
  return {
    ask: (job, take) =>
      new Promise((resolve) => {
        // Our own worker's answers: they are what catalogue-jobs.ts says.
        const hear = ({ data }: MessageEvent<CataloguePart>): void => {
          if (data.kind === 'rows') return take(data.rows)
          settle(data)
        }
        const fail = (): void => settle({ kind: 'failed' })
        const settle = (last: Last): void => {
          worker.removeEventListener('message', hear)
          worker.removeEventListener('error', fail)
          resolve(last)
        }
        worker.addEventListener('message', hear)
        worker.addEventListener('error', fail)
        worker.postMessage(job)
      }),
    close: () => worker.terminate(),
  }
}

function createOwnLine(): Line {
  const coming = import('#shared/domain/briefs/catalogue/catalogue-jobs.ts').then(
    ({ createCatalogueWork }) => createCatalogueWork(),
  )
  return {
    async ask(job, take) {
      const work = await coming
      let last: Last = { kind: 'failed' }
      for (const part of work(job))
        if (part.kind === 'rows') take(part.rows)
        else last = part
      return last
    },
    close: () => undefined,
  }
}
