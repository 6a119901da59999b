/** Workbooks written for a test: one sheet of plain texts, or parts as they are; padded to what they come to once unpacked. */
import { strToU8, zipSync } from 'fflate'

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function workbookOf(
  rows: readonly (readonly string[])[],
  unpackedBytes = 0,
): Uint8Array<ArrayBuffer> {
  return zipped(partsOf(sheetOf(rows)), unpackedBytes)
}

/** `sheet`: the rows of a worksheet as XML. */
export const workbookOfXml = (sheet: string): Uint8Array<ArrayBuffer> =>
  zipped(partsOf(`<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`), 0)

export const partsOf = (sheet: string): Record<string, string> => ({
  'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${office}"><sheets><sheet name="List" sheetId="1" r:id="a"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `${head}${sheet}`,
})

function sheetOf(rows: readonly (readonly string[])[]): string {
  const cells = rows.map(
    (row) =>
      `<row>${row.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`,
  )
  return `<worksheet ${main}><sheetData>${cells.join('')}</sheetData></worksheet>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function zipped(
  parts: Readonly<Record<string, string>>,
  unpackedBytes: number,
): Uint8Array<ArrayBuffer> {
  const own = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  const size = own.reduce((sum, [, bytes]) => sum + bytes.length, 0)
  const padded = own.map(([name, bytes], at) => {
    const more = at === own.length - 1 ? Math.max(0, unpackedBytes - size) : 0
    const all = new Uint8Array(bytes.length + more).fill(0x20)
    all.set(bytes)
    return [name, all] as const
  })
  return zipSync(Object.fromEntries(padded), { level: 1 }) as Uint8Array<ArrayBuffer>
}
