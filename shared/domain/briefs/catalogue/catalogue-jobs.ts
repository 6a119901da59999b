/**
 * What is asked of the worker that reads product lists, and what it answers. Rows come in parts, so that no part keeps the page from
 * drawing; the preview comes last.
 */
import type { CatalogueRefusal } from './catalogue.ts'
import { catalogueLimits } from './catalogue-limits.ts'
import { openTableFile } from './open-table-file.ts'
import { previewSheet, type Against, type Preview, type PreviewRow } from './preview.ts'
import type { SheetChoice } from './read-sheet.ts'
import type { Workbook } from './sheet.ts'

export type CatalogueJob =
  | { readonly act: 'open'; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly act: 'read'; readonly choice: SheetChoice; readonly against: Against }

export type CataloguePart =
  | { readonly kind: 'opened' }
  | { readonly kind: 'rows'; readonly rows: readonly PreviewRow[] }
  | { readonly kind: 'read'; readonly preview: Preview }
  | { readonly kind: 'refused'; readonly refusal: CatalogueRefusal }

const ROWS_A_PART = 400

/** Keeps the file that was opened last. */
export function createCatalogueWork(): (job: CatalogueJob) => Generator<CataloguePart> {
  let workbook: Workbook | null = null
  return function* (job) {
    if (job.act === 'open') {
      const opened = openTableFile(job.bytes, job.fileName, catalogueLimits)
      workbook = opened.ok ? opened.value : null
      yield opened.ok ? { kind: 'opened' } : { kind: 'refused', refusal: opened.refusal }
      return
    }
    const read = workbook && previewSheet(workbook, job.choice, catalogueLimits, job.against)
    if (read === null || !read.ok) {
      yield { kind: 'refused', refusal: read?.refusal ?? { code: 'empty-file' } }
      return
    }
    const { preview, rows } = read.value
    for (let at = 0; at < rows.length; at += ROWS_A_PART)
      yield { kind: 'rows', rows: rows.slice(at, at + ROWS_A_PART) }
    yield { kind: 'read', preview }
  }
}
