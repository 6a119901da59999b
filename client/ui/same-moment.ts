/** What clocks on walls show: one moment in two time zones, also on the days when one of them changes its clocks. Pure. */
export interface WallTime {
  /** `2026-12-08` */
  readonly day: string
  /** `18:00`; `24:00` is the end of the day. */
  readonly time: string
}

/** What the wall at `to` shows when the one at `from` shows `at`. Both are IANA names such as `Europe/Berlin`. */
export function sameMoment(at: WallTime, from: string, to: string): WallTime {
  const [hour = 0, minute = 0] = at.time.split(':').map(Number)
  const asUtc = new Date(`${at.day}T00:00:00Z`).getTime() + (hour * 60 + minute) * 60_000
  // The offset is that of the moment itself, which is known once the offset is: the second guess is right.
  const guess = asUtc - offsetOf(asUtc, from)
  return wallAt(asUtc - offsetOf(guess, from), to)
}

function offsetOf(moment: number, zone: string): number {
  const { day, time } = wallAt(moment, zone)
  return new Date(`${day}T${time}:00Z`).getTime() - Math.floor(moment / 60_000) * 60_000
}

function wallAt(moment: number, zone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((found) => found.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}
