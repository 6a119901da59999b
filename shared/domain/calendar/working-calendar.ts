/**
 * Working time of one person: their hours on the days they work, at their own wall clock, as spans of real milliseconds.
 * Adding counts only inside them; what begins outside begins with the next (decisions.md, part 24). Moments are in ms.
 */
import { Temporal } from 'temporal-polyfill'
import { judgeDay, type WorkingDays } from './working-days.ts'

export interface WorkingWeek extends WorkingDays {
  /** IANA. */
  readonly timeZone: string
  /** `HH:MM`; to before from: over midnight. */
  readonly workFrom: string
  readonly workTo: string
}

export interface WorkingCalendar {
  /** Whether the moment lies in working time; its end does not. */
  isWorking(at: number): boolean
  /** The moment itself in working time, else the beginning of the next span. Null: none for 400 days. */
  next(at: number): number | null
  /** The moment `ms` of working time later. */
  add(at: number, ms: number): number | null
  /** The moment `ms` of working time earlier; at its border the end of a span, not the beginning of the next. */
  takeAway(at: number, ms: number): number | null
  /** The span that is under way, or comes next. Null: none for 400 days. */
  under(at: number): WorkSpan | null
  /** When the last span that was over by then had ended. Null: none for 400 days. */
  endBefore(at: number): number | null
  /** Working time from one moment to a later one, ms. */
  between(from: number, to: number): number
}

export interface WorkSpan {
  readonly from: number
  readonly to: number
}

type Span = readonly [from: number, to: number]

/** Somebody who works on no day for so long has no calendar. */
const lookedAt = 400
const dayMs = 86_400_000

export function createWorkingCalendar(week: WorkingWeek): WorkingCalendar {
  /** By day, counted from 1 January 1970: thousands of tasks ask for the same few months. */
  const spans = new Map<number, Span | null>()
  const spanOf = (day: number): Span | null => {
    const known = spans.get(day)
    if (known !== undefined) return known
    const date = new Date(day * dayMs).toISOString().slice(0, 10)
    const span = judgeDay(week, date).works ? spanOn(week, Temporal.PlainDate.from(date)) : null
    spans.set(day, span)
    return span
  }
  // No clock on earth is a whole day from that of Greenwich.
  const dayOf = (at: number): number => Math.floor(at / dayMs)

  /** From the span that is under way or comes next, on and on; a night's began the day before. */
  function* from(at: number): Generator<Span> {
    let day = dayOf(at) - 2
    for (let empty = 0; empty < lookedAt; day += 1) {
      const span = spanOf(day)
      if (span !== null && span[1] > at) yield span
      empty = span === null ? empty + 1 : 0
    }
  }
  function* before(at: number): Generator<Span> {
    let day = dayOf(at) + 1
    for (let empty = 0; empty < lookedAt; day -= 1) {
      const span = spanOf(day)
      if (span !== null && span[0] < at) yield span
      empty = span === null ? empty + 1 : 0
    }
  }

  return {
    isWorking(at) {
      const [span] = from(at)
      return span !== undefined && span[0] <= at
    },
    next(at) {
      const [span] = from(at)
      return span === undefined ? null : Math.max(at, span[0])
    },
    add(at, ms) {
      let left = ms
      for (const [start, end] of from(at)) {
        const begins = Math.max(at, start)
        if (left <= end - begins) return begins + left
        left -= end - begins
      }
      return null
    },
    takeAway(at, ms) {
      let left = ms
      for (const [start, end] of before(at)) {
        const ends = Math.min(at, end)
        if (left <= ends - start) return ends - left
        left -= ends - start
      }
      return null
    },
    under(at) {
      const [span] = from(at)
      return span === undefined ? null : { from: span[0], to: span[1] }
    },
    endBefore(at) {
      for (const [, end] of before(at)) if (end <= at) return end
      return null
    },
    between(since, until) {
      let sum = 0
      for (const [start, end] of from(since)) {
        if (start >= until) break
        sum += Math.min(end, until) - Math.max(start, since)
      }
      return sum
    },
  }
}

/** Null for hours without length, or a clock that jumps over all of them. */
function spanOn({ timeZone, workFrom, workTo }: WorkingWeek, day: Temporal.PlainDate): Span | null {
  const at = (date: Temporal.PlainDate, time: string): number =>
    date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
  if (workFrom === workTo) return null
  const from = at(day, workFrom)
  const to = at(workFrom < workTo ? day : day.add({ days: 1 }), workTo)
  return to > from && to - from < 2 * dayMs ? [from, to] : null
}
