/** An amount in its currency, whole; `exact` shows cents where there are any, as in a rate per hour. */
import { formatNumber } from '#client/i18n/format.ts'

export function formatMoney(amount: number, currency: string, exact = false): string {
  try {
    return formatNumber(amount, {
      ...{ style: 'currency', currency, minimumFractionDigits: 0 },
      maximumFractionDigits: exact ? 2 : 0,
    })
  } catch {
    // Three letters that are no currency, as a merge or another app may leave them.
    return `${currency} ${formatNumber(amount)}`
  }
}

export const formatHours = (hours: number): string =>
  formatNumber(hours, { maximumFractionDigits: 2 })

export const formatPercent = (percent: number): string => `${formatNumber(percent)}%`

export const formatTimes = (times: number): string =>
  formatNumber(times, { maximumFractionDigits: 4 })
