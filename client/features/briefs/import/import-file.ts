/** From a chosen, dropped or pasted file to products in the brief: read, written in one step, and told in a sentence. */
import type * as Y from 'yjs'
import { importProducts, type Imported } from '#shared/documents/commands/import-products.ts'
import type { Catalogue, CatalogueRefusal } from '#shared/domain/briefs/catalogue/catalogue.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'

export type ImportRefusal =
  | CatalogueRefusal
  | { readonly code: 'file-unreadable' }
  | { readonly code: 'too-many-products' }
  | { readonly code: 'value-refused' }

export interface ImportAnswer extends Imported {
  readonly catalogue: Catalogue
}

/** Reads `file` and writes its products. Nothing is written when the answer is a refusal. */
export async function importFile(
  doc: Y.Doc,
  name: DocName,
  file: File,
): Promise<Result<ImportAnswer, ImportRefusal>> {
  if (file.size > limits.importBytes) {
    return refuse({ code: 'file-too-large', bytes: file.size, limit: limits.importBytes })
  }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return refuse({ code: 'file-unreadable' })
  const { readCatalogue } = await import('#shared/domain/briefs/catalogue/read-catalogue.ts')
  const read = readCatalogue(new Uint8Array(bytes), file.name, {
    maxBytes: limits.importBytes,
    maxRows: limits.importRows,
    maxCell: limits.cellCharacters,
  })
  if (!read.ok) return read
  const written = importProducts(doc, name, read.value.rows)
  if (written.ok) return ok({ ...written.value, catalogue: read.value })
  return refuse({
    code: written.refusal.code === 'too-many-products' ? 'too-many-products' : 'value-refused',
  })
}
