/**
 * What becomes of the demo's tasks in the weeks since their briefs were accepted: starts, waits, send-backs, moves, each in the
 * working time of whoever does it. Plain values, the same for the same seed. Left out: documents and signatures (client/live/demo).
 */
import {
  createWorkingCalendar,
  type WorkingCalendar,
} from '#shared/domain/calendar/working-calendar.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { gateOf } from '#shared/domain/tasks/gate.ts'
import {
  hoursOf,
  ownerOf,
  stageById,
  stagesOf,
  type Sop,
  type SopStage,
} from '#shared/domain/tasks/sop.ts'
import type { TaskPlan } from '#shared/domain/tasks/task.ts'
import type { MemberFunction } from '#shared/lib/access.ts'
import type { CauseId } from '#shared/lib/causes.ts'
import type { PhraseId } from '#shared/lib/message-phrases.ts'
import type { TroubleId } from '#shared/lib/troubles.ts'
import type { Random } from '#shared/lib/random.ts'
import { demoCauses, demoWaits } from './demo-task-words.ts'
import { demoPeople } from './demo-people.ts'

/** `by` and `on` are places among the demo's people. */
export type DemoStep = { readonly at: number; readonly by: number; readonly stage: string } & (
  | { readonly outcome: 'started' | 'submitted' }
  | { readonly outcome: 'waiting'; readonly reason: string; readonly on: number }
  | {
      readonly outcome: 'went-wrong'
      readonly what: TroubleId
      readonly reason: string
      readonly on: number
    }
  | { readonly outcome: 'mended'; readonly reason: string }
  | {
      readonly outcome: 'told'
      readonly phrase: PhraseId
      readonly language: string
      readonly reason: string
      readonly on: number
    }
  | {
      readonly outcome: 'forward'
      readonly to: string
      readonly checks: readonly string[]
      readonly minutes: number
    }
  | {
      readonly outcome: 'back'
      readonly to: string
      readonly cause: CauseId
      readonly field: string | null
      readonly reason: string
      readonly minutes: number
    }
)

export interface DemoTaskLife {
  /** By stage, who does it, as far as it is given to somebody. */
  readonly owners: ReadonlyMap<string, number>
  readonly steps: readonly DemoStep[]
  /** When its adaptations could begin; null: not yet. */
  readonly passedAt: number | null
}

export interface DemoTaskTime {
  readonly from: number
  readonly now: number
}

const hour = 3_600_000

/** Places of those who do what their function says; a few stages stay nobody's. */
const doers: Readonly<Partial<Record<MemberFunction, readonly number[]>>> = {
  operations: [0, 1, 0],
  designer: [2],
  'video-editor': [6],
  translator: [5],
  quality: [1],
  legal: [3],
  reviewer: [4],
}

/** Where somebody else's work is judged, and so sent back. */
const judging: readonly string[] = ['cross-review', 'compliance', 'final-review']

export function liveTask(
  plan: TaskPlan,
  sop: Sop,
  random: Random,
  { from, now }: DemoTaskTime,
): DemoTaskLife {
  const path = stagesOf(sop, plan)
  const kind = deliverableById(plan.deliverable)?.kind ?? 'mixed'
  const owners = new Map<string, number>()
  const steps: DemoStep[] = []
  let [at, place, round] = [from, 0, 0]
  let passedAt: number | null = null
  for (;;) {
    const stage = stageById(sop, path[place] ?? '')
    const role = stage === null ? null : ownerOf(stage, kind)
    if (stage === null || role === null) break
    const by = owners.get(stage.id) ?? giveTo(doers[role] ?? [], random)
    if (by === null) break
    owners.set(stage.id, by)
    const calendar = calendarOf(by)
    const begins = calendar.add(at, random.int(7) * hour)
    if (begins === null || begins > now) break
    const here = { by, stage: stage.id }
    steps.push({ ...here, at: begins, outcome: 'started' })
    const wait = waitIn(stage, begins, calendar, random)
    if (wait !== null && wait.at <= now) steps.push({ ...here, ...wait.step, at: wait.at })
    const on = wait === null ? begins : wait.until
    const spent = Math.round(hoursOf(sop, stage, plan.deliverable) * (0.4 + random.next()) * 60)
    const done = calendar.add(on, spent * 60_000)
    if (wait !== null && wait.until <= now)
      steps.push({ ...here, at: wait.until, outcome: 'started' })
    if (done === null || done > now) break
    at = done
    const back = judging.includes(stage.id) && round < 2 && random.int(100) < 24
    const target = back ? path.findLastIndex((id, to) => to < place && isMaking(id)) : -1
    if (target >= 0) {
      round += 1
      const [cause, reason, field] = random.pick(demoCauses)
      const to = path[target] ?? ''
      steps.push({ ...here, at, outcome: 'back', to, cause, field, reason, minutes: spent })
      place = target
      continue
    }
    // Handed in, and looked at by nobody yet.
    if (!judging.includes(stage.id) && now - at < 30 * hour && random.int(3) === 0) {
      steps.push({ ...here, at, outcome: 'submitted' })
      break
    }
    const checks = gateOf(stage, kind, new Set(), round).checks.map(({ check }) => check.id)
    const to = path[place + 1] ?? ''
    steps.push({ ...here, at, outcome: 'forward', to, checks, minutes: spent })
    if (stage.id === sop.passedAfter) passedAt = at
    place += 1
  }
  return { owners, steps, passedAt }
}

const isMaking = (stage: string): boolean => stage === 'draft' || stage === 'localisation'

const giveTo = (places: readonly number[], random: Random): number | null =>
  places.length === 0 || random.int(45) === 0 ? null : random.pick(places)

function waitIn(stage: SopStage, begins: number, calendar: WorkingCalendar, random: Random) {
  if (judging.includes(stage.id) || random.int(100) >= 9) return null
  const at = calendar.add(begins, hour)
  const until = at === null ? null : calendar.add(at, (6 + random.int(20)) * hour)
  if (at === null || until === null) return null
  const [reason, on] = random.pick(demoWaits)
  return { at, until, step: { outcome: 'waiting', reason, on } as const }
}

const calendars = new Map<number, WorkingCalendar>()
function calendarOf(place: number): WorkingCalendar {
  const known = calendars.get(place)
  if (known !== undefined) return known
  const person = demoPeople[place]
  if (person === undefined) throw new RangeError(`nobody stands at ${place}`)
  const made = createWorkingCalendar({ ...person, days: {} })
  calendars.set(place, made)
  return made
}
