/**
 * The door for product lists: bytes of a file → sheets of cells, or a refusal that says why not. Total: no bytes make it throw.
 * What the cells mean is read by read-sheet.ts.
 */
import type { Result } from '#shared/lib/result.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { CatalogueLimits, CatalogueRefusal } from './catalogue.ts'
import { decodeText } from './decode-text.ts'
import { parseTextSheet } from './parse-text-sheet.ts'
import type { Workbook } from './sheet.ts'
import { isZip, openXlsx } from './xlsx/open-xlsx.ts'

/** `fileName` only helps to say what a file is that cannot be read; it never changes rows or keys. */
export function openTableFile(
  bytes: Uint8Array,
  fileName: string,
  limits: CatalogueLimits,
): Result<Workbook, CatalogueRefusal> {
  if (bytes.length > limits.maxBytes)
    return refuse({ code: 'file-too-large', bytes: bytes.length, limit: limits.maxBytes })
  if (isZip(bytes)) return openXlsx(bytes, limits)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  // Some ERPs save HTML under an Excel name: then the remedy is another format, not another header.
  if (text.trimStart().startsWith('<') && /\.(xlsx?|xlsm|ods|et|numbers)$/i.test(fileName))
    return refuse({ code: 'workbook-save-as-csv' })
  const parsed = parseTextSheet(text, limits)
  if (!parsed.ok) return parsed
  return ok({ encoding, delimiter: parsed.value.delimiter, sheets: [parsed.value.sheet] })
}
