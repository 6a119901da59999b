/** The tasks of the demo's accepted briefs: made as a break-down makes them, then lived through, every step signed by whoever took it. */
import {
  assignTask,
  beginTask,
  tagTask,
  tickCheck,
  waitForTask,
} from '#shared/documents/commands/tasks.ts'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { demoTags, demoTroubles, demoWaitsFor } from '#shared/domain/demo/demo-relations.ts'
import { liveTask, type DemoStep, type DemoTaskLife } from '#shared/domain/demo/demo-tasks.ts'
import { breakDown, masterOf, type Cell } from '#shared/domain/tasks/break-down.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import type { BegunFrom } from '#shared/domain/tasks/task.ts'
import type { RecordRow } from '#client/replica/record-store.ts'
import { documentNamed, topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { createRandom } from '#shared/lib/random.ts'
import type { PlainObject } from '#shared/records/canonical.ts'
import type { CastMember } from './demo-cast.ts'
import { createDemoDocument, type DemoDocument } from './demo-document.ts'
import type { DemoParts } from './demo-parts.ts'

/** A brief of the demo as it was accepted. */
export interface AcceptedBrief {
  readonly name: DocName
  readonly brief: Brief
  readonly from: BegunFrom
  readonly by: CastMember
  readonly at: number
}

interface DemoTask {
  readonly name: DocName
  readonly document: DemoDocument
  readonly steps: DemoStep[]
  readonly rows: RecordRow[]
  /** Send-backs so far, by id. */
  readonly sentBack: string[]
  readonly troubles: string[]
}

/** Of one brief: its first products, so that the demo is made in a moment. */
const tasksPerBrief = 20
/** The last ones were accepted these days, and nobody broke them down yet. */
const notYet = 2
const hour = 3_600_000

export async function fillTasks(
  parts: DemoParts,
  accepted: readonly AcceptedBrief[],
): Promise<readonly DemoDocument[]> {
  const random = createRandom(26)
  // Its own chance, so that lives stay as they were.
  const aside = createRandom(27)
  const tasks = accepted.slice(0, -notYet).flatMap((one) => {
    const cells = breakDown(one.brief, topicOf(one.name), defaultSop)
    if (!cells.ok) return []
    const lives = new Map<string, DemoTaskLife>()
    return cells.value.slice(0, tasksPerBrief).flatMap((cell): DemoTask[] => {
      const master = masterOf(cell)
      const from = master === null ? one.at + hour : (lives.get(master)?.passedAt ?? null)
      const now = parts.environment.now() - hour / 2
      const life = from === null ? unborn : liveTask(cell, defaultSop, random, { from, now })
      lives.set(cell.topic, life)
      const task = taskOf(parts, one, cell, life)
      const waits = demoWaitsFor(cell, cells.value)
      task.document.sit(one.by, one.at + 2 * hour, (doc) => {
        for (const tag of demoTags(cell, aside)) tagTask(doc, tag, true)
        if (waits !== null) waitForTask(doc, waits, true)
      })
      return [task]
    })
  })
  troubleSome(tasks, parts.environment.now())
  await signAll(parts, tasks)
  const records = await parts.store.records()
  await Promise.all(
    tasks.map(async ({ name, document, rows }) => {
      await document.keep(parts.store)
      if (rows.length > 0) await records.keep({ scope: name, held: 0, known: 0 }, rows, false)
    }),
  )
  return tasks.map(({ document }) => document)
}

/** Its master has not passed. */
const unborn: DemoTaskLife = { owners: new Map(), steps: [], passedAt: null }

function taskOf(
  { cast }: DemoParts,
  { by, at, from }: AcceptedBrief,
  cell: Cell,
  { owners, steps }: DemoTaskLife,
): DemoTask {
  const name = documentNamed('task', cell.topic)
  const document = createDemoDocument(name, cast)
  document.sit(by, at + hour / 2, (doc) => beginTask(doc, cell, from))
  document.sit(by, at + hour, (doc) => {
    for (const [stage, place] of owners) assignTask(doc, stage, cast[place]?.member ?? null)
  })
  let round = 0
  for (const step of steps) {
    if (step.outcome === 'back') round += 1
    if (step.outcome !== 'forward') continue
    const doer = cast[step.by]
    if (doer === undefined) continue
    document.sit(doer, step.at, (doc) => {
      for (const check of step.checks) tickCheck(doc, step.stage, check, round, true)
    })
  }
  return { name, document, steps: [...steps], rows: [], sentBack: [], troubles: [] }
}

/** One that is put right by now, and one that is not: of those that are under way where such a thing happens. */
function troubleSome(tasks: readonly DemoTask[], now: number): void {
  const stands = ({ steps }: DemoTask): string =>
    steps.reduce((stage, step) => (step.outcome === 'forward' ? step.to : stage), '')
  const open = tasks.find((task) => stands(task) === 'final-review')
  const mended = tasks.findLast((task) => stands(task) === 'cross-review')
  if (open) open.steps.push(...demoTroubles('final-review', { now, isMended: false }))
  if (mended) mended.steps.push(...demoTroubles('cross-review', { now, isMended: true }))
}

/** In the order of time, as each of them would have signed one after another. */
async function signAll({ cast }: DemoParts, tasks: readonly DemoTask[]): Promise<void> {
  const all = tasks
    .flatMap((task) => task.steps.map((step) => ({ task, step })))
    .sort((one, other) => one.step.at - other.step.at)
  for (const { task, step } of all) {
    const by = cast[step.by]
    if (by === undefined) continue
    const place = task.rows.length + 1
    const said = {
      ...{ kind: 'task', subject: topicOf(task.name), contentHash: null, outcome: step.outcome },
      reason: 'reason' in step ? step.reason : '',
      body: { ...bodyOf(step, cast, task), knows: [...task.sentBack], place },
    }
    const row = await by.sign(task.name, said, step.at, place)
    if (step.outcome === 'back') task.sentBack.push(row.id)
    if (step.outcome === 'went-wrong') task.troubles.push(row.id)
    task.rows.push(row)
  }
}

function bodyOf(step: DemoStep, cast: readonly CastMember[], { troubles }: DemoTask): PlainObject {
  if (step.outcome === 'forward') {
    const { stage, to, minutes, checks } = step
    return { from: stage, to, minutes, checks: [...checks] }
  }
  if (step.outcome === 'back') {
    const { stage, to, minutes, cause, field } = step
    return { from: stage, to, minutes, cause, ...(field === null ? {} : { field }) }
  }
  if (step.outcome === 'went-wrong')
    return { step: step.stage, what: step.what, on: cast[step.on]?.member ?? null }
  if (step.outcome === 'told') {
    const { stage, phrase, language, on } = step
    return { step: stage, on: cast[on]?.member ?? null, phrase, language, by: 'copied' }
  }
  if (step.outcome === 'mended') return { step: step.stage, of: troubles.at(-1) ?? '' }
  if (step.outcome === 'waiting') return { step: step.stage, on: cast[step.on]?.member ?? null }
  return { step: step.stage }
}
