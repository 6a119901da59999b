/** What time it is for somebody elsewhere, and whether one may expect an answer. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkingHours } from '#shared/domain/people/profile.ts'
import { theirTime } from '#shared/domain/people/their-time.ts'

const berlin: WorkingHours = {
  timeZone: 'Europe/Berlin',
  workFrom: '09:00',
  workTo: '17:30',
  workingDays: [1, 2, 3, 4, 5],
  holidays: 'de',
  days: {},
}
/** Friday 27 November 2026. */
const at = (utc: string): number => Date.parse(`2026-11-27T${utc}Z`)

test('a reviewer in Berlin works at ten in the morning in Shenzhen plus seven hours, and sleeps before', () => {
  expect(theirTime(berlin, at('09:00:00'))).toEqual({
    clock: '10:00',
    weekday: 5,
    presence: 'working',
    next: null,
    off: null,
  })
  expect(theirTime(berlin, at('02:12:00'))).toEqual({
    clock: '03:12',
    weekday: 5,
    presence: 'asleep',
    next: at('08:00:00'),
    off: null,
  })
  expect(theirTime(berlin, at('17:00:00'))?.presence).toBe('awake')
})

test('a day off is no working time', () => {
  const monday = at('08:00:00') + 3 * 86_400_000
  expect(theirTime(berlin, at('09:00:00') + 86_400_000)).toEqual({
    clock: '10:00',
    weekday: 6,
    presence: 'awake',
    next: monday,
    off: null,
  })
  const away = { ...berlin, days: { '2026-11-27': 'off' } } as const
  expect(theirTime(away, at('09:00:00'))).toMatchObject({ next: monday, off: { kind: 'said' } })
})

test('a public holiday is named, and the day behind it is when they are at work again', () => {
  const christmas = Date.parse('2026-12-25T10:00:00Z')
  expect(theirTime(berlin, christmas)).toMatchObject({
    presence: 'awake',
    next: Date.parse('2026-12-28T08:00:00Z'),
    off: { kind: 'public', day: { zh: '圣诞节' } },
  })
  expect(theirTime(berlin, christmas + 86_400_000)?.off).toBeNull()
})

test('a night shift goes over midnight and belongs to the day it began', () => {
  const night = { ...berlin, workFrom: '22:00', workTo: '06:00', workingDays: [5] }
  expect(theirTime(night, at('22:00:00'))?.presence).toBe('working')
  expect(theirTime(night, at('22:00:00') + 6 * 3_600_000)).toMatchObject({
    weekday: 6,
    presence: 'working',
  })
  expect(theirTime(night, at('02:00:00'))?.presence).toBe('asleep')
})

test('who said nothing of hours keeps usual ones, who said nothing of a place has no time', () => {
  const somebody: WorkingHours = {
    ...{ timeZone: 'Asia/Jakarta', workFrom: null, workTo: null, workingDays: null },
    ...{ holidays: null, days: {} },
  }
  expect(theirTime(somebody, at('03:00:00'))).toMatchObject({ clock: '10:00', presence: 'working' })
  expect(theirTime({ ...somebody, timeZone: null }, at('03:00:00'))).toBeNull()
  expect(theirTime({ ...somebody, timeZone: 'Nowhere/City' }, at('03:00:00'))).toBeNull()
})

test('any hours and any moment give a time of day', () => {
  const clock = fc.constantFrom('00:00', '06:30', '09:00', '18:00', '23:59', '25:00', '')
  fc.assert(
    fc.property(
      fc.constantFrom('Asia/Shanghai', 'America/Los_Angeles', 'Asia/Kathmandu', 'UTC'),
      clock,
      clock,
      fc.integer({ min: 0, max: 4e12 }),
      (timeZone, workFrom, workTo, now) => {
        const hours = { timeZone, workFrom, workTo, workingDays: [1, 7] }
        const time = theirTime({ ...hours, holidays: 'cn', days: {} }, now)
        expect(time?.clock).toMatch(/^\d\d:\d\d$/)
        expect(time?.weekday).toBeGreaterThanOrEqual(1)
      },
    ),
  )
})
