/**
 * An XLSX workbook → its visible sheets. Read by hand over a ZIP and an XML reader, because what libraries give (read-excel-file
 * for one) no longer tells a formula without a value from an empty cell, an error from nothing, or which cells are merged.
 */
import type { Result } from '#shared/lib/result.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type {
  CatalogueLimits,
  TableRefusal,
  WorkbookRefusal,
} from '#shared/domain/briefs/catalogue/catalogue.ts'
import { headerRowsLookedAt } from '#shared/domain/briefs/catalogue/find-header.ts'
import type { Sheet, Workbook } from '#shared/domain/briefs/catalogue/sheet.ts'
import { readDateStyles } from './dates.ts'
import { readWorksheet, type WorksheetFault } from './read-worksheet.ts'
import { readXml } from './read-xml.ts'
import { readTexts } from './texts.ts'
import { unpack } from './unpack.ts'

type XlsxRefusal = WorkbookRefusal | TableRefusal

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

/** More sheets than anybody chooses from. */
const MOST_SHEETS = 50

export function openXlsx(
  bytes: Uint8Array,
  limits: CatalogueLimits,
): Result<Workbook, XlsxRefusal> {
  const wanted = (name: string): boolean =>
    /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml)$/i.test(name) ||
    /^xl\/worksheets\/[^/]+\.xml$/i.test(name)
  const unpacked = unpack(bytes, wanted, limits.maxUnpacked)
  if (unpacked.kind === 'too-large')
    return refuse({ code: 'workbook-too-large', limit: limits.maxUnpacked })
  if (unpacked.kind === 'broken') return refuse({ code: 'broken-workbook' })
  const { parts } = unpacked
  const part = (name: string): string => parts.get(name) ?? ''
  // A ZIP of another kind: OpenDocument, Numbers, or just files.
  if (part(WORKBOOK) === '') return refuse({ code: 'workbook-save-as-csv' })

  const listed = readListed(part(WORKBOOK), part(RELATIONS))
  const texts = part('xl/sharedStrings.xml') === '' ? [] : readTexts(part('xl/sharedStrings.xml'))
  const dateStyles = part('xl/styles.xml') === '' ? [] : readDateStyles(part('xl/styles.xml'))
  if (listed === null || texts === null || dateStyles === null)
    return refuse({ code: 'broken-workbook' })

  const sheets: Sheet[] = []
  for (const { name, path } of listed.sheets.slice(0, MOST_SHEETS)) {
    const xml = part(path)
    if (xml === '') continue
    const read = readWorksheet(
      xml,
      name,
      { texts, dateStyles, from1904: listed.from1904 },
      {
        maxRows: limits.maxRows + headerRowsLookedAt,
        maxColumns: limits.maxColumns,
      },
    )
    if (typeof read === 'string') return refuse(refusalOf(read, limits))
    if (read.rows.length > 0) sheets.push(read)
  }
  if (sheets.length === 0) return refuse({ code: 'empty-file' })
  return ok({ encoding: 'XLSX', delimiter: null, sheets })
}

function refusalOf(fault: WorksheetFault, limits: CatalogueLimits): XlsxRefusal {
  if (fault === 'too-many-rows') return { code: fault, limit: limits.maxRows }
  if (fault === 'too-many-columns') return { code: fault, limit: limits.maxColumns }
  return { code: fault }
}

interface Listed {
  readonly from1904: boolean
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
}

/** Visible sheets in their order. */
function readListed(workbook: string, relations: string): Listed | null {
  const targets = new Map<string, string>()
  const sheets: { name: string; id: string }[] = []
  let from1904 = false
  const isWell =
    readXml(relations, {
      open(name, attribute) {
        if (name === 'Relationship')
          targets.set(attribute('Id') ?? '', pathOf(attribute('Target') ?? ''))
      },
    }) &&
    readXml(workbook, {
      open(name, attribute) {
        if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
        if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return
        sheets.push({
          name: attribute('name') ?? '',
          id: attribute('r:id') ?? attribute('id') ?? '',
        })
      },
    })
  if (!isWell) return null
  return {
    from1904,
    sheets: sheets.map(({ name, id }) => ({ name, path: targets.get(id) ?? '' })),
  }
}

const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target}`
