/** A number of bytes as people read sizes: `3.4 MB`, `12 GB`, one decimal below ten. */
import { formatNumber } from '#client/i18n/format.ts'

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte']

export function formatBytes(bytes: number): string {
  let size = bytes / 1000
  let at = 0
  while (size >= 999.5 && at < units.length - 1) {
    size /= 1000
    at += 1
  }
  return formatNumber(size, {
    style: 'unit',
    unit: units[at],
    unitDisplay: 'short',
    maximumFractionDigits: size < 10 ? 1 : 0,
  })
}
