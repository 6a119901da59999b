/**
 * Who else could do a stage so that the whole is done by a moment: somebody at work while its owner is not. One change is
 * looked for first, then as few as lead there stage by stage. Only what was computed to be enough is answered.
 */
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { expectStages } from './expect-stages.ts'
import type { StageWork } from './plan-stages.ts'

export interface Hands<Who> {
  readonly who: Who
  readonly calendar: WorkingCalendar
}

export interface Handing<Who> {
  /** The stage's id. */
  readonly id: string
  readonly to: Who
}

export interface HandsAsk<Who> {
  readonly left: readonly StageWork[]
  readonly from: number
  readonly until: number
  /** Who could do the stage besides. */
  readonly others: (stage: string) => readonly Hands<Who>[]
}

/** Null where nobody can; not asked where it is done in time already. */
export function quickestHands<Who>({
  left,
  from,
  until,
  others,
}: HandsAsk<Who>): readonly Handing<Who>[] | null {
  const isEnough = (work: readonly StageWork[]): boolean =>
    (expectStages(work, from)?.at(-1)?.endsAt ?? Number.POSITIVE_INFINITY) <= until
  for (const [place, stage] of left.entries())
    for (const { who, calendar } of others(stage.id))
      if (isEnough(left.with(place, { ...stage, calendar }))) return [{ id: stage.id, to: who }]
  const handed: Handing<Who>[] = []
  const work: StageWork[] = []
  let at: number | null = from
  for (const stage of left) {
    const own = endOf(stage, at)
    let [best, who, calendar] = [own, null as Who | null, stage.calendar]
    for (const one of others(stage.id)) {
      const end = endOf({ ...stage, calendar: one.calendar }, at)
      if (end !== null && (best === null || end < best))
        [best, who, calendar] = [end, one.who, one.calendar]
    }
    if (best === null) return null
    if (who !== null) handed.push({ id: stage.id, to: who })
    work.push({ ...stage, calendar })
    at = best
  }
  return handed.length > 0 && isEnough(work) ? handed : null
}

const endOf = (stage: StageWork, from: number): number | null =>
  expectStages([stage], from)?.[0]?.endsAt ?? null
