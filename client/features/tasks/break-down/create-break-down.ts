/** One break-down while its dialog is open: read from the accepted version, compared with the tasks there are, chosen from. */
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import {
  breakDown,
  masterOf,
  type BreakDownRefusal,
  type Cell,
} from '#shared/domain/tasks/break-down.ts'
import type { CurrentSop } from '#client/live/current-sop.ts'
import type { Sop } from '#shared/domain/tasks/sop.ts'
import { compareTasks, type TaskChanges } from '#shared/domain/tasks/compare-tasks.ts'
import { createCellJudge, type CellsJudged } from '#shared/domain/tasks/judge-cells.ts'
import type { Topic } from '#shared/lib/ids.ts'
import type { FlowStep } from '#shared/records/brief-flow.ts'
import type { BreakDownCalls, Planning, WantedTasks } from './break-down-calls.ts'
import { switched, tableOf, type PreviewTable } from './preview-rows.ts'

export interface Prepared {
  readonly kind: 'prepared'
  /** Under which the new ones begin. */
  readonly sop: CurrentSop
  readonly cells: readonly Cell[]
  readonly changes: TaskChanges
  readonly table: PreviewTable
  readonly judge: (cells: readonly Cell[]) => CellsJudged<string> | null
}
type State =
  | { readonly kind: 'reading' }
  | { readonly kind: 'not-here' }
  | { readonly kind: 'refused'; readonly refusal: BreakDownRefusal }
  | Prepared

export interface BreakDownMaking {
  readonly state: Accessor<State>
  isOn(topic: Topic): boolean
  switch(cells: readonly Cell[], on: boolean): void
  /** New and brought back, those switched off left out. */
  readonly chosen: Accessor<readonly Cell[]>
  /** Whether what is chosen can be done by the day it is wanted; null where there is no day. */
  readonly dates: Accessor<CellsJudged<string> | null>
  readonly toRetire: Accessor<readonly Topic[]>
  readonly retires: Accessor<boolean>
  setRetires(on: boolean): void
  wanted(): WantedTasks
}

export function createBreakDown(calls: BreakDownCalls, accepted: FlowStep): BreakDownMaking {
  const [state, setState] = createSignal<State>({ kind: 'reading' })
  const [off, setOff] = createSignal<ReadonlySet<Topic>>(new Set())
  const [retires, setRetires] = createSignal(true)
  let isOpen = true
  onCleanup(() => (isOpen = false))

  const prepare = async (): Promise<void> => {
    const brief = await calls.version(accepted)
    if (brief === null) return show({ kind: 'not-here' })
    const current = await calls.sop()
    const wanted = breakDown(brief, calls.topic, current.sop)
    if (!wanted.ok) return show({ kind: 'refused', refusal: wanted.refusal })
    const changes = compareTasks(wanted.value, calls.tasks())
    const refused = await offeredBefore(calls, accepted, current.sop)
    const judge = judgeWith(await calls.planning(), wanted.value, current.sop)
    if (!isOpen) return
    setOff(new Set(changes.add.map(({ topic }) => topic).filter((topic) => refused.has(topic))))
    const cells = wanted.value
    const table = tableOf(cells, changes)
    show({ kind: 'prepared', sop: current, cells, changes, table, judge })
  }
  const show = (next: State): void => void (isOpen && setState(next))
  prepare().catch((fault: unknown) => {
    console.error('the brief could not be broken down', fault)
    show({ kind: 'not-here' })
  })

  const prepared = (): Prepared | null => {
    const now = state()
    return now.kind === 'prepared' ? now : null
  }
  const chosen = createMemo((): readonly Cell[] => {
    const now = prepared()
    if (now === null) return []
    const open = new Set([...now.changes.add.map(({ topic }) => topic), ...now.changes.bringBack])
    return now.cells.filter(({ topic }) => open.has(topic) && !off().has(topic))
  })
  const dates = createMemo(() => prepared()?.judge(chosen()) ?? null)
  const toRetire = (): readonly Topic[] => (retires() ? (prepared()?.changes.retire ?? []) : [])
  return {
    state,
    isOn: (topic) => !off().has(topic),
    switch(cells, on) {
      setOff((before) => switched(before, cells, prepared()?.cells ?? [], on))
    },
    chosen,
    dates,
    toRetire,
    retires,
    setRetires,
    wanted() {
      const back = new Set(prepared()?.changes.bringBack ?? [])
      return {
        make: chosen().filter(({ topic }) => !back.has(topic)),
        bringBack: chosen().flatMap(({ topic }) => (back.has(topic) ? [topic] : [])),
        retire: toRetire(),
      }
    },
  }
}

function judgeWith(planning: Planning, cells: readonly Cell[], sop: Sop): Prepared['judge'] {
  const masters = new Map(cells.map((cell) => [cell.topic, masterOf(cell)]))
  return createCellJudge({
    ...{ sop, usual: planning.usual, timeZone: planning.timeZone, now: planning.now },
    peopleFor: (role) => planning.peopleFor(role),
    masterOf: ({ topic }) => masters.get(topic) ?? null,
  })
}

/** What was there to be chosen when the tasks that exist were made: somebody left it out on purpose. */
async function offeredBefore(
  { tasks, flow, topic, version }: BreakDownCalls,
  accepted: FlowStep,
  sop: Sop,
): Promise<ReadonlySet<Topic>> {
  const snapshots = new Set(tasks().map(({ snapshot }) => snapshot))
  const steps = (flow()?.steps ?? []).filter(
    (step) => step.snapshot !== null && snapshots.has(step.snapshot),
  )
  const own = steps.some((step) => step.snapshot === accepted.snapshot)
  const offered = new Set<Topic>()
  for (const step of own ? [accepted] : steps.slice(-1)) {
    const brief = await version(step)
    const cells = brief === null ? null : breakDown(brief, topic, sop)
    if (cells?.ok) for (const cell of cells.value) offered.add(cell.topic)
  }
  return offered
}
