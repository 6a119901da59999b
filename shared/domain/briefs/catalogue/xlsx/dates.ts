/** Which number formats show a date, and the day a number stands for. */
import { readXml } from './read-xml.ts'

/** For each cell style: whether its number is a date. Null where the part is broken. */
export function readDateStyles(xml: string): boolean[] | null {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCellFormats = false
  const isWell = readXml(xml, {
    open(name, attribute) {
      if (name === 'numFmt')
        formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute('numFmtId') ?? 0)
        styles.push(isBuiltInDate(id) || isDateFormat(formats.get(id) ?? ''))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return isWell ? styles : null
}

/** ECMA-376 18.8.30: days and times, those of Chinese and Japanese included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58)

function isDateFormat(format: string): boolean {
  const signs = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[yd]/i.test(signs) || /年|月|日/.test(format)
}

const DAY = 24 * 60 * 60 * 1000

/** `2026-12-01`; null for what no calendar has. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(start + Math.floor(serial) * DAY).toISOString().slice(0, 10)
}
