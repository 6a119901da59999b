/** What waits for a person when their hours begin, of whom it is needed, and what never does. */
import { expect, test } from 'vitest'
import { handoverOf, takesPart, type HandoverFor } from '#client/live/handover.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { defaultSop } from '#shared/domain/tasks/default-sop.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { BriefFlow } from '#shared/records/brief-flow.ts'

const [me, anna, jo] = ['m', 'n', 'o'].map((letter) => letter.repeat(26) as MemberId)
if (me === undefined || anna === undefined || jo === undefined) throw new Error('three people')
const now = 1_000_000_000
const hour = 3_600_000
const brief = `brief-${'b'.repeat(26)}` as DocName
const path = ['planning', 'draft', 'cross-review', 'handed-off']

interface Told {
  readonly letter: string
  readonly step?: string
  readonly owners?: Readonly<Record<string, MemberId>>
  readonly owner?: MemberId | null
  readonly log?: object
  readonly rest?: object
}

function taskOf({
  letter,
  step = 'draft',
  owners,
  owner = me as MemberId,
  log,
  rest,
}: Told): ListedTask {
  const stage = stageById(defaultSop, step)
  const task = {
    name: `task-${letter.repeat(26)}`,
    topic: letter.repeat(26),
    summary: { brief: 'b'.repeat(26), owners: owners ?? { [step]: owner }, retired: false },
    ...{ sop: defaultSop, path, stage, owner, waits: [], waitsForMaster: false, due: null },
    log: {
      ...{ step, at: path.indexOf(step), isOver: false, state: 'ready', decisive: null },
      ...{ sentBackBy: null, troubles: [], entries: [] },
      ...log,
    },
    ...rest,
  }
  return task as unknown as ListedTask
}

const flowOf = (state: string, by: MemberId, at = now - hour): ReadonlyMap<DocName, BriefFlow> => {
  // Handed in by that person, whatever has become of it.
  const step = {
    id: 'f1',
    outcome: 'submitted',
    by,
    at,
    receivedAt: at,
    reason: '',
    isWaiting: false,
  }
  return new Map([[brief, { state, decisive: step, steps: [step] } as unknown as BriefFlow]])
}

/** Anna leaves in two hours, Jo in one. */
const calendars = {
  of: (member: MemberId | null): WorkingCalendar => {
    const to = now + (member === jo ? hour : 2 * hour)
    return { under: () => ({ from: now - hour, to }) } as unknown as WorkingCalendar
  },
}
const look = (of: Partial<HandoverFor>) =>
  handoverOf({
    ...{ me, access: 'member', flows: new Map(), tasks: [], calendars },
    ...{ isHere: () => true, since: now - 10 * hour, now },
    ...of,
  })
const said = (of: Partial<HandoverFor>): string[] =>
  look(of).waits.map(({ why, who }) => `${why} ${who === null ? '-' : who.slice(0, 1)}`)

test('my stage waits for me, and is needed by whoever does the next one that is somebody else’s', () => {
  const owners = { draft: me, 'cross-review': anna }
  expect(said({ tasks: [taskOf({ letter: 'a', owners })] })).toEqual(['your-turn n'])
  const [one] = look({ tasks: [taskOf({ letter: 'a', owners })] }).waits
  expect(one?.need).toEqual({ kind: 'there', leaves: now + 2 * hour })
})

test('where nobody is named behind me, whoever handed in the brief needs it; somebody who left needs nothing', () => {
  const tasks = [taskOf({ letter: 'a' })]
  expect(said({ tasks, flows: flowOf('accepted', jo) })).toEqual(['your-turn o'])
  expect(said({ tasks, flows: flowOf('accepted', jo), isHere: (one) => one !== jo })).toEqual([
    'your-turn -',
  ])
  expect(said({ tasks, flows: flowOf('accepted', me) })).toEqual(['your-turn -'])
})

test('a review is a check, a send-back is needed by who sent it, a wait by who waits, a trouble by who said it', () => {
  const wait = { state: 'waiting', decisive: { by: jo, whom: me, reason: 'Which font?' } }
  const tasks = [
    taskOf({ letter: 'a', step: 'cross-review' }),
    taskOf({ letter: 'b', log: { sentBackBy: { by: anna, reason: 'wrong lid' } } }),
    taskOf({ letter: 'c', owner: anna, log: wait }),
    taskOf({ letter: 'd', owner: anna, log: { troubles: [{ by: jo, whom: me, reason: 'late' }] } }),
  ]
  expect(said({ tasks }).toSorted()).toEqual([
    'check -',
    'sent-back n',
    'trouble o',
    'waits-for-you o',
  ])
})

test('who leaves first comes first, whatever it is', () => {
  const tasks = [
    taskOf({ letter: 'a', owners: { draft: me, 'cross-review': anna } }),
    taskOf({ letter: 'b', owners: { draft: me, 'cross-review': jo } }),
    taskOf({ letter: 'c' }),
  ]
  expect(look({ tasks }).waits.map(({ who }) => who)).toEqual([jo, anna, null])
})

test('what is held up, waits for its master, waits for somebody else, is over or retired does not wait for me', () => {
  const tasks = [
    taskOf({ letter: 'a', rest: { waits: [{ state: 'open' }] } }),
    taskOf({ letter: 'b', rest: { waitsForMaster: true } }),
    taskOf({
      letter: 'c',
      log: { state: 'waiting', decisive: { by: me, whom: anna, reason: '' } },
    }),
    taskOf({ letter: 'd', log: { isOver: true } }),
    taskOf({
      letter: 'e',
      rest: { summary: { owners: { draft: me }, retired: true, brief: 'b' } },
    }),
    taskOf({ letter: 'f', owner: anna }),
  ]
  expect(said({ tasks })).toEqual([])
})

test('a brief waits for those who judge, and not for who handed it in', () => {
  expect(said({ flows: flowOf('submitted', jo), access: 'lead' })).toEqual(['judge o'])
  expect(said({ flows: flowOf('submitted', jo), access: 'member' })).toEqual([])
  expect(said({ flows: flowOf('submitted', me), access: 'owner' })).toEqual([])
})

test('what moved is told of tasks and briefs alike, and of a task one takes part in it is said so', () => {
  const entry = { id: 'e1', by: anna, at: now - hour, receivedAt: now - hour }
  const mine = taskOf({ letter: 'a', log: { entries: [entry] } })
  const theirs = taskOf({ letter: 'b', owner: jo, log: { entries: [entry] } })
  const found = look({ tasks: [mine, theirs], flows: flowOf('accepted', jo) })
  expect(found.tasks).toHaveLength(2)
  expect(found.briefs.map(({ thing }) => thing)).toEqual([brief])
  expect([takesPart(me, mine), takesPart(me, theirs)]).toEqual([true, false])
})
