import { expect, test } from 'vitest'
import { missingIn, reasonOf } from '#shared/domain/briefs/attention.ts'
import type { BriefSummary } from '#shared/domain/briefs/brief.ts'

const whole: BriefSummary = {
  kind: 'brief',
  title: '便携咖啡杯',
  chooseTitle: false,
  products: 12,
  markets: ['DE'],
  wantedBy: '2027-03-01',
  rush: 'standard',
}
const today = '2026-11-24'
const at = (wantedBy: string | null) => reasonOf({ ...whole, wantedBy }, today)

test('a brief that is filled in and wanted later wants nobody', () =>
  expect(reasonOf(whole, today)).toBeNull())

test('the coming seven days are soon, the last two weeks are late, older ones are nobody’s reminder', () => {
  expect(at('2026-11-24')).toBe('soon')
  expect(at('2026-12-01')).toBe('soon')
  expect(at('2026-12-02')).toBeNull()
  expect(at('2026-11-23')).toBe('late')
  expect(at('2026-11-10')).toBe('late')
  expect(at('2026-11-09')).toBeNull()
})

test('a title to choose presses most, and what is missing is named', () => {
  expect(reasonOf({ ...whole, chooseTitle: true, wantedBy: today }, today)).toBe('choose-title')
  const empty = { ...whole, title: '', products: 0, markets: [], wantedBy: null }
  expect(reasonOf(empty, today)).toBe('unfinished')
  expect(missingIn(empty)).toEqual(['title', 'products', 'markets', 'date'])
})
