/** The limits of a product list as the app keeps them; tests read with smaller ones. */
import { limits } from '#shared/protocol/limits.ts'
import type { CatalogueLimits } from './catalogue.ts'

export const catalogueLimits: CatalogueLimits = {
  maxBytes: limits.importBytes,
  maxRows: limits.importRows,
  maxColumns: limits.importColumns,
  maxCell: limits.cellCharacters,
  maxUnpacked: limits.importUnpackedBytes,
}
