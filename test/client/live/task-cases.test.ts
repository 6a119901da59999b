/** Figures out of list rows and records: the same for any order of the records, however often and late they came. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTaskLister } from '#client/live/list-tasks.ts'
import { createCaseMaker, type CasesAround } from '#client/live/task-cases.ts'
import { createWorkCalendars } from '#client/live/work-calendars.ts'
import { masterOf } from '#shared/domain/tasks/break-down.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { measureTasks } from '#shared/domain/tasks/figures/measure-tasks.ts'
import { stagesOf } from '#shared/domain/tasks/sop.ts'
import { taskTopic } from '#shared/domain/tasks/task-id.ts'
import type { TaskSummary } from '#shared/domain/tasks/task.ts'
import { causeIds } from '#shared/lib/causes.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DocName, MemberId, Topic } from '#shared/lib/ids.ts'
import { createRandom } from '#shared/lib/random.ts'
import type { BriefFlow, FlowRecord } from '#shared/records/brief-flow.ts'
import type { Fact } from '#shared/records/fact.ts'
import { readTaskLog } from '#shared/records/task-log.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 9, 5)
const brief = 'b'.repeat(26) as Topic
const people = ['m', 'n', 'p'].map((letter) => letter.repeat(26) as MemberId)
const stages = defaultSop.stages.map(({ id }) => id)
const summaryOf = (ordinal: number, more: Partial<TaskSummary> = {}): TaskSummary => ({
  ...{ kind: 'task', title: 'MUG', brief, product: 'p'.repeat(16), sku: 'MUG', name: 'Mug' },
  ...{ deliverable: 'bullets', ordinal, platform: 'amazon', market: 'US', locale: 'en-US' },
  ...{ sop: 'default-1', path: 'whole', translates: false, wantedBy: '2026-10-20', owners: {} },
  ...{ dueOn: null, tags: [], waits: [], snapshot: '', retired: false },
  ...more,
})
const nameOf = (summary: TaskSummary): DocName => {
  const isMaster = masterOf(summary) === null
  const key = isMaster ? { ...summary, locale: '', platform: '' } : summary
  return documentNamed('task', taskTopic(key))
}
const german = { market: 'DE', locale: 'de-DE', path: 'adaptation', translates: true } as const
const tasks = [summaryOf(1), summaryOf(1, german), summaryOf(2)]
const around: CasesAround = {
  flowOf: () =>
    ({ steps: [{ outcome: 'accepted', at: start, snapshot: 's' }] }) as unknown as BriefFlow,
  wantedBy: () => '2026-10-20',
  calendars: createWorkCalendars()([], () => true),
}

function lived(summary: TaskSummary, random: ReturnType<typeof createRandom>): FlowRecord[] {
  const path = stagesOf(defaultSop, summary)
  const made: FlowRecord[] = []
  const say = (outcome: string, body: object): void => {
    const n = made.length
    const at = start + n * 20 * hour + random.int(30) * hour
    const fact = { kind: 'task', outcome, member: random.pick(people), device: 'd', at, reason: '' }
    made.push({
      id: `${summary.ordinal}${summary.locale.slice(0, 2)}${n}`.padStart(26, '0'),
      fact: { ...fact, body } as unknown as Fact,
      receipt: { seq: n, at: at + random.int(50) * hour },
      standing: 'counts',
    })
  }
  for (let n = 0; n < 8; n += 1) {
    const known = random.next() < 0.8 ? made : made.slice(0, random.int(made.length + 1))
    const { at, step, next } = readTaskLog(known, path)
    const act = random.next()
    if (act < 0.6)
      say('forward', { from: step, to: path[at + 1] ?? step, checks: ['slot-plan'], ...next })
    else if (act < 0.75 && at > 0)
      say('back', {
        ...{ from: step, to: path[random.int(at)], cause: random.pick(causeIds) },
        ...next,
      })
    else say('started', { step, ...next })
  }
  return made
}

test('over 1,000 seeds: shuffled, doubled and late records come to the same figures, also one after another', () => {
  const isHere = (): boolean => true
  // Reads a list again whenever it is another; kept, as calendars are dear to make.
  const lister = createTaskLister()
  const rows = tasks.map((summary) => ({
    ...{ name: nameOf(summary), summary, changedAt: 0, isHere: true },
  }))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const random = createRandom(seed)
      const records = new Map(tasks.map((one) => [nameOf(one), lived(one, random)]))
      const asked = { from: start, to: start + 2_000 * hour, now: start + 2_000 * hour, doer: null }
      const figuresOf = (
        all: ReadonlyMap<DocName, readonly FlowRecord[]>,
        maker = createCaseMaker(),
      ) => measureTasks(maker.make(lister.list(rows, all, isHere), around), asked, stages)
      const now = figuresOf(records)
      const maker = createCaseMaker()
      const early = new Map([...records].map(([name, own]) => [name, own.filter((_, n) => n % 2)]))
      figuresOf(early, maker)
      const late = new Map(
        [...records].map(([name, own]) => {
          const twice = [...own, ...own.slice(0, random.int(own.length))]
          return [name, twice.toSorted(() => random.next() - 0.5)]
        }),
      )
      expect(figuresOf(late, maker)).toEqual(now)
    }),
    { numRuns: 1_000, seed: 26 },
  )
}, 60_000)

test('an adaptation’s first stay begins when its master passed, and retired tasks are no cases', () => {
  const [whole, adaptation] = [summaryOf(1, { retired: false }), summaryOf(1, german)]
  const path = stagesOf(defaultSop, whole)
  const at = path.indexOf('cross-review')
  let n = 0
  const said = (outcome: string, body: object, when: number): FlowRecord => {
    n += 1
    const fact = { kind: 'task', outcome, member: people[0], device: 'd', at: when, reason: '' }
    return {
      id: `${n}`.padStart(26, '0'),
      fact: { ...fact, body: { knows: [], place: n, ...body } } as unknown as Fact,
      receipt: { seq: n, at: when },
      standing: 'counts',
    }
  }
  const master = [0, 1, 2].map((step) =>
    said(
      'forward',
      { from: path[step], to: path[step + 1], checks: [] },
      start + (step + 1) * hour,
    ),
  )
  expect(path[at]).toBe('cross-review')
  const records = new Map([
    [nameOf(whole), master],
    [nameOf(adaptation), [said('started', { step: 'localisation' }, start + 9 * hour)]],
  ])
  const list = [whole, adaptation, summaryOf(2, { retired: true })].map((summary) => ({
    ...{ name: nameOf(summary), summary, changedAt: 0, isHere: true },
  }))
  const cases = createCaseMaker().make(
    createTaskLister().list(list, records, () => true),
    around,
  )
  expect(cases).toHaveLength(2)
  const found = cases.find(({ name }) => name === nameOf(adaptation))
  expect(found?.visits[0]).toMatchObject({ stage: 'localisation', from: start + 3 * hour })
})
