import { describe, expect, it } from 'vitest'
import { readTypedTime } from '#client/ui/read-typed-time.ts'
import { sameMoment } from '#client/ui/same-moment.ts'

const berlin = 'Europe/Berlin'
const shenzhen = 'Asia/Shanghai'

describe('a time as people type it', () => {
  it.each([
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['９：３０', '09:30'],
    ['9点30分', '09:30'],
    ['21点', '21:00'],
    ['9', '09:00'],
    ['24:00', null],
    ['9:75', null],
    ['soon', null],
  ])('%s is %s', (typed, time) => expect(readTypedTime(typed)).toBe(time))
})

describe('one moment on two walls', () => {
  it('is seven hours apart in winter and six in summer', () => {
    const at = (day: string) => sameMoment({ day, time: '18:00' }, shenzhen, berlin)
    expect(at('2026-12-08')).toEqual({ day: '2026-12-08', time: '11:00' })
    expect(at('2026-07-08')).toEqual({ day: '2026-07-08', time: '12:00' })
  })

  it('may be another day', () =>
    expect(sameMoment({ day: '2026-12-31', time: '18:30' }, berlin, shenzhen)).toEqual({
      day: '2027-01-01',
      time: '01:30',
    }))

  it('knows the end of a day', () =>
    expect(sameMoment({ day: '2026-12-08', time: '24:00' }, shenzhen, shenzhen)).toEqual({
      day: '2026-12-09',
      time: '00:00',
    }))

  it('holds on the night the clocks change', () => {
    const at = (time: string) => sameMoment({ day: '2026-10-25', time }, berlin, shenzhen).time
    expect([at('01:30'), at('03:30')]).toEqual(['07:30', '10:30'])
  })

  it('comes back to itself from any zone and hour', () => {
    for (const zone of [berlin, shenzhen, 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Apia'])
      for (let hour = 4; hour < 24; hour += 1) {
        const at = { day: '2026-03-29', time: `${String(hour).padStart(2, '0')}:45` }
        expect(sameMoment(sameMoment(at, berlin, zone), zone, berlin)).toEqual(at)
      }
  })
})
