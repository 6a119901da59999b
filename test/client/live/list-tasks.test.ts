/** Tasks as a list shows them: whose turn it is, and whether a master lets its adaptations begin. */
import { expect, test } from 'vitest'
import { createTaskLister, type ListedTask } from '#client/live/list-tasks.ts'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import {
  everyTask,
  readFilter,
  tasksShown,
  writeFilter,
} from '#client/features/tasks/task-filter.ts'
import { matrixOf } from '#client/features/tasks/views/matrix.ts'
import { stuckTasks } from '#client/features/tasks/views/stuck.ts'
import { workloadOf } from '#client/features/tasks/views/work-of-people.ts'
import type { PersonSummary } from '#shared/domain/people/profile.ts'
import { masterOf } from '#shared/domain/tasks/break-down.ts'
import { taskTopic } from '#shared/domain/tasks/task-id.ts'
import type { TaskSummary } from '#shared/domain/tasks/task.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { documentNamed, personDocument, topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName, MemberId, Topic } from '#shared/lib/ids.ts'
import type { FlowRecord } from '#shared/records/brief-flow.ts'
import type { Fact } from '#shared/records/fact.ts'

const [lin, mei] = ['m'.repeat(26) as MemberId, 'n'.repeat(26) as MemberId]
const brief = 'b'.repeat(26) as Topic

function summaryOf(more: Partial<TaskSummary> = {}): TaskSummary {
  return {
    ...{ kind: 'task', title: 'MUG', brief, product: 'p'.repeat(16), sku: 'MUG', name: 'Mug' },
    ...{ deliverable: 'bullets', ordinal: 1, platform: 'amazon', market: 'US', locale: 'en-US' },
    ...{ sop: 'default-1', path: 'whole', translates: false, wantedBy: null, owners: {} },
    ...{ dueOn: null, tags: [], waits: [], snapshot: '', retired: false },
    ...more,
  }
}
const german = { platform: 'amazon', market: 'DE', locale: 'de-DE' }
const adaptation = summaryOf({ ...german, path: 'adaptation', translates: true })
const nameOf = (summary: TaskSummary): DocName => {
  const isMaster = masterOf(summary) === null
  const key = isMaster ? { ...summary, locale: '', platform: '' } : summary
  return documentNamed('task', taskTopic(key))
}
const entry = (summary: TaskSummary): IndexEntry<DocumentSummary> => ({
  ...{ name: nameOf(summary), summary, changedAt: 0, isHere: true },
})
let count = 0
function said(outcome: string, body: object, reason = ''): FlowRecord {
  count += 1
  const fact = { kind: 'task', outcome, member: lin, device: 'd', at: count, reason }
  return {
    id: `${count}`.padStart(26, '0'),
    fact: { ...fact, body: { knows: [], place: count, ...body } } as unknown as Fact,
    receipt: { seq: count, at: count },
    standing: 'counts',
  }
}
const forward = (from: string, to: string, knows: readonly string[] = []): FlowRecord =>
  said('forward', { from, to, checks: [], knows })

function listed(
  summaries: readonly TaskSummary[],
  records: ReadonlyMap<DocName, readonly FlowRecord[]> = new Map(),
  here: readonly MemberId[] = [lin, mei],
): readonly ListedTask[] {
  return createTaskLister().list(summaries.map(entry), records, (member) => here.includes(member))
}

test('a removed member’s tasks show as unassigned', () => {
  const given = summaryOf({ owners: { planning: mei, draft: lin } })
  expect(listed([given])[0]?.owner).toBe(mei)
  expect(listed([given], new Map(), [lin])[0]).toMatchObject({ owner: null, role: 'operations' })
  // Whose turn it is follows the stage.
  const moved = new Map([[nameOf(given), [forward('planning', 'draft')]]])
  expect(listed([given], moved, [lin])[0]?.owner).toBe(lin)
})

test('an adaptation waits for its master, begins when that has passed, and is stale when it is sent back', () => {
  const master = summaryOf()
  const german = (records: ReadonlyMap<DocName, readonly FlowRecord[]>) =>
    listed([master, adaptation], records)[1]
  expect(german(new Map())).toMatchObject({ waitsForMaster: true, isStale: false })
  const passed = [
    forward('planning', 'draft'),
    forward('draft', 'cross-review'),
    forward('cross-review', 'compliance'),
  ]
  const records = new Map([[nameOf(master), passed]])
  expect(german(records)).toMatchObject({ waitsForMaster: false, log: { step: 'localisation' } })
  const begun = new Map([
    ...records,
    [nameOf(adaptation), [said('started', { step: 'localisation' })]],
  ])
  expect(german(begun)).toMatchObject({ waitsForMaster: false, isStale: false })
  const back = said('back', { from: 'compliance', to: 'draft', cause: 'visual' })
  const again = new Map([...begun, [nameOf(master), [...passed, back]]])
  expect(german(again)).toMatchObject({ waitsForMaster: true, isStale: true })
})

test('one adds a language while another approves the master: the new adaptation may begin', () => {
  const master = summaryOf()
  const passed = [forward('planning', 'draft'), forward('draft', 'cross-review')]
  const records = new Map([[nameOf(master), [...passed, forward('cross-review', 'compliance')]]])
  expect(listed([adaptation, master], records)[0]?.waitsForMaster).toBe(false)
})

test('a version of the SOP this build does not know leaves the task readable', () => {
  expect(listed([summaryOf({ sop: 'default-9' })])[0]).toMatchObject({ sop: null, stage: null })
})

test('a filter is its address: mine, my role’s without anybody, of a brief, in a stage, retired apart', () => {
  const all = listed([
    summaryOf({ owners: { planning: lin } }),
    summaryOf({ ordinal: 2 }),
    summaryOf({ ordinal: 3, retired: true }),
    summaryOf({ ordinal: 4, brief: 'c'.repeat(26) as Topic }),
  ])
  const shown = (search: string): readonly number[] =>
    tasksShown(all, readFilter(search), { me: lin, functions: ['operations'] }).map(
      ({ summary }) => summary.ordinal,
    )
  expect(shown('')).toEqual([1, 2, 4])
  expect(shown('?who=me')).toEqual([1])
  expect(shown('?who=role')).toEqual([2, 4])
  expect(shown(`?brief=${brief}&stage=planning`)).toEqual([1, 2])
  expect(shown('?stage=retired')).toEqual([3])
  const filter = {
    who: 'role',
    brief: String(brief),
    stage: 'draft',
    member: 'nobody',
    tag: 'scene.kitchen',
  } as const
  expect(readFilter(writeFilter(filter))).toEqual(filter)
  expect(readFilter('?who=you&brief=x&stage=A B')).toEqual(everyTask)
})

test('a task is held up by another until that is handed off or retired; the board says whose turn it is; a circle holds nobody', () => {
  const blocker = summaryOf({ ordinal: 2, owners: { planning: mei } })
  const topicNamed = (summary: TaskSummary) => topicOf(nameOf(summary))
  const held = summaryOf({ waits: [topicNamed(blocker)] })
  const [first] = listed([held, blocker])
  expect(first?.waits).toEqual([{ topic: topicNamed(blocker), state: 'open' }])
  expect(stuckTasks(listed([held, blocker]), 5)).toMatchObject([
    { task: { summary: { ordinal: 1 } }, because: 'held-up', whom: mei },
  ])
  expect(listed([held, { ...blocker, retired: true }])[0]?.waits[0]?.state).toBe('over')
  expect(listed([held])[0]?.waits[0]?.state).toBe('unknown')
  const circle = { ...blocker, waits: [topicNamed(held)] }
  for (const { waits } of listed([held, circle]))
    expect(waits.map(({ state }) => state)).toEqual(['circle'])
  // An adaptation waits for its master: a master that waits for it does not wait.
  const master = summaryOf({ waits: [topicNamed(adaptation)] })
  expect(listed([master, adaptation])[0]?.waits[0]?.state).toBe('circle')
})

test('what went wrong stands first among what is stuck, with who should act, also once the task has arrived', () => {
  const task = summaryOf({ owners: { planning: lin } })
  const wrong = said('went-wrong', { step: 'planning', what: 'delay', on: mei })
  const late = summaryOf({ ordinal: 2, owners: { planning: lin } })
  const waiting = said('waiting', { step: 'planning', on: null }, 'the sample')
  const all = listed(
    [late, task],
    new Map([
      [nameOf(late), [waiting]],
      [nameOf(task), [wrong]],
    ]),
  )
  expect(stuckTasks(all, 10)).toMatchObject([
    { because: 'trouble', whom: mei, task: { summary: { ordinal: 1 } } },
    { because: 'waiting' },
  ])
})

const workspace: IndexEntry<DocumentSummary> = {
  ...{ name: documentNamed('workspace', 'w'.repeat(26) as Topic), changedAt: 0, isHere: true },
  summary: { kind: 'workspace', title: '', currency: 'CNY', workingDays: [1, 2, 3, 4, 5, 6] },
}
const inBerlin: PersonSummary = {
  ...{ kind: 'person', title: '', languages: [], timeZone: 'Europe/Berlin', holidays: 'de' },
  ...{ workFrom: '09:00', workTo: '17:00', workingDays: [1, 2, 3, 4], days: {} },
}
const person = (member: MemberId, summary: PersonSummary): IndexEntry<DocumentSummary> => ({
  ...{ name: personDocument(member), summary, changedAt: 0, isHere: true },
})

test('a task is due by the hours of whoever does its stage; its master before its adaptation must begin', () => {
  const wantedBy = '2026-12-09'
  const master = summaryOf({ wantedBy })
  const german = { ...adaptation, wantedBy, owners: { localisation: mei } }
  const lister = createTaskLister()
  const list = (...more: readonly IndexEntry<DocumentSummary>[]) => {
    const documents = [entry(master), entry(german), workspace, ...more]
    return lister.list(documents, new Map(), () => true)
  }
  const [whole, adapted] = list()
  const review = whole?.plan?.stages.find(({ id }) => id === 'cross-review')
  expect(review?.dueAt).toBeLessThanOrEqual(adapted?.plan?.stages[0]?.startBy ?? 0)
  expect(whole?.due).toEqual(whole?.plan?.stages[0])
  // Nobody said anything: the days of the workspace, Saturday too, at the clock of Shanghai.
  expect(new Date(adapted?.due?.dueAt ?? 0).toISOString()).toBe('2026-12-08T04:00:00.000Z')
  // Nothing changed, nothing is planned again.
  expect(list()[1]?.plan).toBe(adapted?.plan)
  // Mei works in Berlin; of two places the first of the alphabet is the workspace's.
  const [, moved] = list(
    person(mei, inBerlin),
    person(lin, { ...inBerlin, timeZone: 'Asia/Shanghai', holidays: null }),
  )
  expect(new Date(moved?.due?.dueAt ?? 0).toISOString()).toBe('2026-12-07T16:00:00.000Z')
})

test('what has no date, is retired or has arrived is due at no time', () => {
  const wantedBy = '2026-12-09'
  const [undated, retired] = [summaryOf(), summaryOf({ ordinal: 2, wantedBy, retired: true })]
  const done = summaryOf({ ordinal: 3, wantedBy })
  const arrived = new Map([[nameOf(done), [forward('planning', 'handed-off')]]])
  for (const task of listed([undated, retired, done], arrived)) expect(task.due).toBeNull()
})

test('what is due first stands first, whatever day it is wanted by; what has no date stands last', () => {
  const [soon, later] = [summaryOf({ wantedBy: '2026-12-09' }), summaryOf({ ordinal: 2 })]
  const long = summaryOf({ ordinal: 3, wantedBy: '2026-12-10', deliverable: 'detail-page' })
  const order = tasksShown(listed([later, soon, long]), readFilter(''), { me: lin, functions: [] })
  expect(order.map(({ summary }) => summary.ordinal)).toEqual([3, 1, 2])
})

test('what waits, is overdue, or is nobody’s though its time has come is stuck, the longest first; what waits for its master is not', () => {
  const waiting = summaryOf({ product: 'a'.repeat(16), owners: { planning: lin } })
  const late = summaryOf({
    product: 'b'.repeat(16),
    owners: { planning: mei },
    wantedBy: '2026-11-02',
  })
  const [inTime, waits] = [
    summaryOf({ wantedBy: '2027-11-02' }),
    { ...adaptation, product: 'c'.repeat(16), wantedBy: '2026-11-02' },
  ]
  const on = { step: 'planning', on: mei }
  const records = new Map([[nameOf(waiting), [said('waiting', on, 'the sample')]]])
  const tasks = listed([waiting, late, inTime, waits], records)
  const stuck = stuckTasks(tasks, Date.parse('2026-11-28T04:00:00Z'))
  expect(stuck.map(({ task, because, whom }) => [task.name, because, whom])).toEqual([
    [nameOf(waiting), 'waiting', mei],
    [nameOf(late), 'late', mei],
  ])
})

test('a person’s work is what stands with them now, with the standard hours of those stages', () => {
  const own = summaryOf({ product: 'a'.repeat(16), owners: { planning: lin } })
  const other = summaryOf({ product: 'b'.repeat(16), owners: { planning: lin, draft: mei } })
  const records = new Map([[nameOf(other), [forward('planning', 'draft')]]])
  const loads = workloadOf(listed([own, other, adaptation, summaryOf()], records))
  expect(
    loads.map(({ member, all, waitsForMaster, hours }) => [member, all, waitsForMaster, hours]),
  ).toEqual([
    ['nobody', 2, 1, 2],
    [mei, 1, 0, 4],
    [lin, 1, 0, 2],
  ])
})

test('a product’s slots stand beside its listings, masters first, whatever order they are listed in', () => {
  const master = summaryOf({ platform: '', market: '', locale: '', path: 'master' })
  const title = summaryOf({ ...german, deliverable: 'title', path: 'adaptation' })
  const shapes = [
    [master, adaptation, title],
    [title, adaptation, master],
  ].map((some) => {
    const { rows, listings } = matrixOf(listed(some))
    return [listings.map(({ id }) => id), rows.map(({ id, cells }) => [id, [...cells.keys()]])]
  })
  expect(shapes[0]).toEqual([
    ['..', 'amazon.DE.de-DE'],
    [
      ['bullets.1', ['..', 'amazon.DE.de-DE']],
      ['title.1', ['amazon.DE.de-DE']],
    ],
  ])
  expect(shapes[1]).toEqual(shapes[0])
})
