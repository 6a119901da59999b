/** The stages of a task somebody works in, each with its service time and the working calendar of who does it. */
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { StageWork } from './plan-stages.ts'
import { hoursOf, stageById, stagesOf, type Sop, type Way } from './sop.ts'

const hourMs = 3_600_000

/** `calendarOf(null)`: for what nobody has been given yet. */
export function stageWork(
  sop: Sop,
  task: Way & { readonly owners: Readonly<Record<string, MemberId>> },
  calendarOf: (member: MemberId | null) => WorkingCalendar,
): readonly StageWork[] {
  return stagesOf(sop, task).flatMap((id): StageWork[] => {
    const stage = stageById(sop, id)
    const hours = stage === null ? 0 : hoursOf(sop, stage, task.deliverable)
    return hours > 0
      ? [{ id, ms: hours * hourMs, calendar: calendarOf(task.owners[id] ?? null) }]
      : []
  })
}
