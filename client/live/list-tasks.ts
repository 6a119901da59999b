/**
 * All tasks as a list shows them: each with its stage from the records, whose turn it is, and whether its master lets it
 * begin. From list rows and records alone: no task is opened for it. Left out: filters and order (features/tasks).
 */
import type { IndexEntry } from '#client/replica/index-rows.ts'
import { deliverableById, type DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import { masterOf } from '#shared/domain/tasks/break-down.ts'
import { dueOf, type StageDue } from '#shared/domain/tasks/lateness.ts'
import type { StagePlan } from '#shared/domain/tasks/plan-stages.ts'
import { ownerOf, stageById, stagesOf, type Sop, type SopStage } from '#shared/domain/tasks/sop.ts'
import { readWaits, type Wait, type Waiter } from '#shared/domain/tasks/waits.ts'
import type { TaskSummary } from '#shared/domain/tasks/task.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { MemberFunction } from '#shared/lib/access.ts'
import { documentNamed, topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName, MemberId, Topic } from '#shared/lib/ids.ts'
import type { FlowRecord } from '#shared/records/brief-flow.ts'
import { readTaskLog, type TaskLog } from '#shared/records/task-log.ts'
import { createTaskPlanner } from './plan-tasks.ts'
import { createSopShelf, type SopFound, type SopGap } from './sop-shelf.ts'
import { createWorkCalendars } from './work-calendars.ts'

export interface ListedTask {
  readonly name: DocName
  readonly topic: Topic
  readonly summary: TaskSummary
  /** The task itself is on this device, not only its card. */
  readonly isHere: boolean
  readonly kind: DeliverableKind
  /** The version it began under; null where that cannot be read here. */
  readonly sop: Sop | null
  /** Why it cannot. */
  readonly sopGap: SopGap | null
  /** Ids of the stages it walks. */
  readonly path: readonly string[]
  readonly stage: SopStage | null
  readonly log: TaskLog
  /** Who does the stage it stands in; null: nobody, or nobody who is still here. */
  readonly owner: MemberId | null
  /** Whose work the stage usually is. */
  readonly role: MemberFunction | null
  /** Its master has not passed yet, so it cannot begin. */
  readonly waitsForMaster: boolean
  /** Work on it had begun when its master was sent back. */
  readonly isStale: boolean
  /** What people said it waits for, and whether that holds it up. */
  readonly waits: readonly Wait[]
  /** Back from the day it is wanted by; null without one, and for what is retired. */
  readonly plan: StagePlan | null
  /** When the stage it stands in is due, and from when that is soon (latenessOf); null once it has arrived. */
  readonly due: StageDue | null
}

export interface TaskLister {
  list(
    documents: readonly IndexEntry<DocumentSummary>[],
    records: ReadonlyMap<DocName, readonly FlowRecord[]>,
    isHere: (member: MemberId) => boolean,
  ): readonly ListedTask[]
}

interface Kept {
  readonly summary: TaskSummary
  readonly records: readonly FlowRecord[]
  readonly found: SopFound
  readonly read: Omit<
    ListedTask,
    'isHere' | 'waits' | 'owner' | 'waitsForMaster' | 'isStale' | 'plan' | 'due'
  >
}

const none: readonly FlowRecord[] = []
const noWaits: readonly Wait[] = []

/** Reads a task again only when its row or its records are others. */
export function createTaskLister(): TaskLister {
  const kept = new Map<DocName, Kept>()
  const masters = new Map<DocName, DocName | null>()
  const [calendarsOf, planner] = [createWorkCalendars(), createTaskPlanner()]
  const shelfOf = createSopShelf()
  const masterNamed = (name: DocName, summary: TaskSummary): DocName | null => {
    const known = masters.get(name)
    if (known !== undefined) return known
    const topic = masterOf(summary)
    const master = topic === null ? null : documentNamed('task', topic)
    masters.set(name, master)
    return master
  }
  const read = (
    name: DocName,
    summary: TaskSummary,
    records: readonly FlowRecord[],
    found: SopFound,
  ): Kept => {
    const was = kept.get(name)
    if (was?.summary === summary && was.records === records && was.found === found) return was
    const now = { summary, records, found, read: readOne(name, summary, records, found) }
    kept.set(name, now)
    return now
  }
  return {
    list(documents, records, isHere) {
      const shelf = shelfOf(documents)
      const cards = new Set<DocName>()
      const all = documents.flatMap(({ name, summary, isHere: isKept }) => {
        if (summary.kind !== 'task') return []
        if (!isKept) cards.add(name)
        return [read(name, summary, records.get(name) ?? none, shelf.find(summary.sop)).read]
      })
      const byName = new Map(all.map((task) => [task.name, task]))
      const plans = planner.plan(
        all,
        ({ name, summary }) => masterNamed(name, summary),
        calendarsOf(documents, isHere),
      )
      const waits = readWaits(waitersOf(all, masterNamed, byName))
      return all.map((task): ListedTask => {
        const master = masterNamed(task.name, task.summary)
        const above = master === null ? undefined : byName.get(master)
        const isBelow = master !== null && (above === undefined || !hasPassed(above))
        const owner = task.summary.owners[task.log.step] ?? null
        const plan = plans.get(task.name) ?? null
        return {
          ...task,
          ...{ plan, due: dueOf(plan, task.log.step), isHere: !cards.has(task.name) },
          owner: owner !== null && isHere(owner) ? owner : null,
          waits: waits.get(task.topic) ?? noWaits,
          waitsForMaster: isBelow,
          isStale: isBelow && task.log.entries.length > 0,
        }
      })
    },
  }
}

export function readOne(
  name: DocName,
  summary: TaskSummary,
  records: readonly FlowRecord[],
  { sop, gap }: Pick<SopFound, 'sop' | 'gap'>,
) {
  const walked = sop === null ? [] : stagesOf(sop, summary)
  // A version of another app may leave it nothing to walk.
  const path = walked.length === 0 ? ['unknown'] : walked
  const log = readTaskLog(records, path)
  const stage = sop === null ? null : stageById(sop, log.step)
  const kind = deliverableById(summary.deliverable)?.kind ?? 'mixed'
  const role = stage === null ? null : ownerOf(stage, kind)
  return { name, topic: topicOf(name), summary, kind, sop, sopGap: gap, path, stage, log, role }
}

/** It left the stage after which adaptations may begin. */
function hasPassed({ sop, path, log }: Pick<ListedTask, 'sop' | 'path' | 'log'>): boolean {
  return sop !== null && log.at > path.indexOf(sop.passedAfter)
}

type ReadTask = Kept['read']

/** What waits for what, by people's word and by its master. Nothing where nobody said anything. */
function waitersOf(
  all: readonly ReadTask[],
  masterNamed: (name: DocName, summary: TaskSummary) => DocName | null,
  byName: ReadonlyMap<DocName, ReadTask>,
): ReadonlyMap<Topic, Waiter> {
  if (all.every(({ summary }) => summary.waits.length === 0)) return new Map()
  return new Map(
    all.map((task) => {
      const { topic, name, summary, log } = task
      const master = masterNamed(name, summary)
      const above = master === null ? undefined : byName.get(master)
      const isBelow = above !== undefined && !hasPassed(above)
      return [
        topic,
        {
          waits: summary.waits,
          master: isBelow ? above.topic : null,
          isOver: log.isOver || summary.retired,
        },
      ]
    }),
  )
}

export const isHeldUp = ({ waits }: Pick<ListedTask, 'waits'>): boolean =>
  waits.some(({ state }) => state === 'open')

/** As `list` reads it, for whoever is about to add a wait. */
export const waitersAmong = (tasks: readonly ListedTask[]): ReadonlyMap<Topic, Waiter> =>
  new Map(
    tasks.map(({ topic, summary, log, waitsForMaster }) => [
      topic,
      {
        waits: summary.waits,
        master: waitsForMaster ? masterOf(summary) : null,
        isOver: log.isOver || summary.retired,
      },
    ]),
  )
