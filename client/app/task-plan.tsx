/** The plan of the open task, with the working hours of everybody on it; moves with the minute. */
import { createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { PlanSection } from '#client/features/tasks/plan/plan-section.tsx'
import { language } from '#client/i18n/language.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { outlookOf, type TaskOutlook } from '#client/live/outlook-of.ts'
import { createWorkCalendars } from '#client/live/work-calendars.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import { quickestHands, type Handing } from '#shared/domain/tasks/quickest-hands.ts'
import { ownerOf, stageById } from '#shared/domain/tasks/sop.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'

export interface TaskPlanProps {
  readonly listed: ListedTask
  /** What it waits for, as it is listed; null where it waits for nothing. */
  readonly master: ListedTask | null
  readonly documents: readonly IndexEntry<DocumentSummary>[]
  readonly people: readonly Person[]
  readonly me: MemberId
  readonly nameOf: (member: string) => string
  readonly now: () => number
}

const tickMs = 60_000

export function TaskPlan(props: TaskPlanProps) {
  const [now, setNow] = createSignal(props.now())
  const timer = setInterval(() => setNow(props.now()), tickMs)
  onCleanup(() => clearInterval(timer))
  const here = createMemo(() => props.people.filter(({ removed }) => !removed))
  const among = createWorkCalendars()
  const calendars = createMemo(() => {
    const members = new Set(here().map(({ member }) => member))
    return among(props.documents, (member) => members.size === 0 || members.has(member))
  })
  const outlook = createMemo(() => outlookOf(props.listed, props.master, calendars(), now()))
  const stageName = (id: string): string => {
    const { sop } = props.listed
    return (sop === null ? null : stageById(sop, id)?.[language()]) ?? id
  }
  /** People whose function the stage is, beside whoever has it. */
  const othersFor = (stage: string) => {
    const { sop, kind, summary } = props.listed
    const found = sop === null ? null : stageById(sop, stage)
    const role = found === null ? null : ownerOf(found, kind)
    return here().flatMap(({ member, functions, access }) =>
      role !== null &&
      functions.includes(role) &&
      access !== 'viewer' &&
      access !== 'guest' &&
      summary.owners[stage] !== member
        ? [{ who: member, calendar: calendars().of(member) }]
        : [],
    )
  }
  const handings = createMemo((): readonly Handing<MemberId>[] | null => {
    const seen = outlook()
    return seen === null || seen.verdict === 'fits' ? null : helpFor(seen, othersFor)
  })
  return (
    <Show when={props.listed.due}>
      {(due) => (
        <Show when={outlook()}>
          {(seen) => (
            <PlanSection
              listed={props.listed}
              outlook={seen()}
              due={due()}
              calendars={calendars()}
              handings={handings()}
              me={props.me}
              nameOf={props.nameOf}
              stageName={stageName}
              now={now()}
            />
          )}
        </Show>
      )}
    </Show>
  )
}

/** With the buffer whole where that can be, else in time at least where it was not. */
function helpFor(
  { left, from, until, plan, verdict }: TaskOutlook,
  others: Parameters<typeof quickestHands<MemberId>>[0]['others'],
): readonly Handing<MemberId>[] | null {
  const whole = quickestHands({ left, from, until: plan.buffer?.from ?? until, others })
  return whole ?? (verdict === 'too-late' ? quickestHands({ left, from, until, others }) : null)
}
