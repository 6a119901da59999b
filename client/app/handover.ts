/** The handover of this person, followed: since when they were away, what is new, and whether the page was opened since their hours began. */
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import { handoverOf, type Handover } from '#client/live/handover.ts'
import { createWorkCalendars, type WorkCalendars } from '#client/live/work-calendars.ts'
import type { StepsFor } from '#client/live/step-notices.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { DeskVisits } from '#client/replica/desk-visits.ts'
import { awaySince, visitAt, type Away } from '#shared/domain/handover/away.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'

export interface FollowedHandover {
  readonly away: Accessor<Away>
  readonly calendars: Accessor<WorkCalendars>
  /** Reckoned when asked. */
  now(): Handover
  /** How much waits or moved, in the hours that are under way, until the page is opened; 0: nothing new. */
  readonly news: Accessor<number>
  noteRead(): void
}

export interface HandoverParts {
  readonly me: MemberId
  readonly visits: DeskVisits
  readonly whenKept: Promise<void>
  readonly documents: Accessor<readonly IndexEntry<DocumentSummary>[]>
  readonly people: Accessor<readonly Person[]>
  readonly did: Accessor<Pick<StepsFor, 'access' | 'flows' | 'tasks'>>
  readonly now: () => number
}

const tickMs = 60_000

/** Follows until the calling view goes. */
export function followHandover(parts: HandoverParts): FollowedHandover {
  const { me, visits } = parts
  const [now, setNow] = createSignal(parts.now())
  const [turn, setTurn] = createSignal(0)
  onCleanup(visits.subscribe(() => void setTurn((count) => count + 1)))
  noteVisits(parts, () => void setNow(parts.now()))
  const here = createMemo(() => {
    const there = parts.people().filter(({ removed }) => !removed)
    return there.length === 0 ? null : new Set([me, ...there.map(({ member }) => member)])
  })
  const isHere = (member: MemberId): boolean => here()?.has(member) !== false
  const calendarsOf = createWorkCalendars()
  const calendars = createMemo(() => calendarsOf(parts.documents(), isHere))
  const away = createMemo(
    () => {
      turn()
      return awaySince(calendars().of(me), visits.list(), now())
    },
    undefined,
    { equals: (one, other) => one.since === other.since && one.began === other.began },
  )
  const reckon = (): Handover =>
    handoverOf({
      ...{ ...parts.did(), me, isHere },
      ...{ calendars: calendars(), since: away().since, now: now() },
    })
  const news = createMemo(() => {
    turn()
    const { began } = away()
    // Read or outside of one's hours: nothing is counted, however many tasks there are.
    if (began === null || visits.readAt() >= began) return 0
    const { waits, tasks, briefs } = reckon()
    return waits.length + tasks.length + briefs.length
  })
  return { away, calendars, now: reckon, news, noteRead: () => visits.noteRead(parts.now()) }
}

/** While the page is looked at: at its beginning, every few minutes, and as it is left. */
function noteVisits({ visits, whenKept, now }: HandoverParts, ticked: () => void): void {
  let isKept = false
  const note = (): void => {
    if (!isKept || document.visibilityState !== 'visible') return
    visits.note(visitAt(visits.list().at(-1) ?? null, now()))
  }
  const left = (): void => {
    if (isKept) visits.note(visitAt(visits.list().at(-1) ?? null, now()))
  }
  const turned = (): void => (document.visibilityState === 'visible' ? note() : left())
  // What was kept comes first, else every start would be a visit of its own.
  void whenKept.then(() => {
    isKept = true
    note()
  })
  const timer = setInterval(() => {
    ticked()
    if (Math.floor(now() / tickMs) % 5 === 0) note()
  }, tickMs)
  document.addEventListener('visibilitychange', turned)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', turned)
  })
}
