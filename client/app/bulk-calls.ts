/** Changing many tasks by one act, bound to this device's copy: judged one by one, documents in one transaction, then the log. */
import type { BulkAnswer, BulkCalls, BulkUndone } from '#client/features/tasks/bulk/bulk-calls.ts'
import { whyNot, type BulkAct } from '#client/features/tasks/bulk/judge-bulk.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { NewFact } from '#client/replica/kept-records.ts'
import type { Replica } from '#client/replica/replica.ts'
import { gateOf } from '#shared/domain/tasks/gate.ts'
import { assignTask, setTaskDay, tagTask } from '#shared/documents/commands/tasks.ts'
import { readTask } from '#shared/documents/readers/read-task.ts'
import type { Task } from '#shared/domain/tasks/task.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { PlainObject } from '#shared/records/canonical.ts'
import type { TaskOutcome } from '#shared/records/task-log.ts'
import { canDoTasks } from './can-do-tasks.ts'

type Copy = Pick<
  Replica,
  'identity' | 'records' | 'rights' | 'access' | 'editDocuments' | 'readDocuments'
>
type Found = ReadonlyMap<DocName, Task>

export function createBulkCalls(
  replica: Copy,
  people: () => readonly Person[],
  /** A task as it is listed now. */
  listed: (name: DocName) => ListedTask | null,
): BulkCalls {
  const { identity, records } = replica
  const mayWrite = (name: DocName): boolean => {
    const right = replica.rights.of(name)
    return right === null ? replica.access() !== 'viewer' : right === 'edit'
  }
  const look = (tasks: readonly ListedTask[], act: BulkAct): Promise<Found> =>
    act.kind === 'move'
      ? replica.readDocuments(
          tasks.map(({ name }) => name),
          readTask,
        )
      : Promise.resolve(new Map())
  const judged = (tasks: readonly ListedTask[], act: BulkAct, found: Found) =>
    tasks.map((task) => {
      const ticks = found.get(task.name)?.ticks ?? null
      return { task, why: whyNot(task, act, mayWrite(task.name), ticks, identity.member) }
    })
  const log = async (facts: readonly NewFact[]): Promise<boolean> =>
    facts.length === 0 || (await records.makeMany(facts)).ok
  const handOvers = (
    tasks: readonly ListedTask[],
    toWhom: (task: ListedTask) => MemberId | null,
  ): NewFact[] =>
    tasks.map((task) => factOf(task, 'handed-over', { step: task.log.step, to: toWhom(task) }))
  /** What each held before, of those that were changed. */
  const write = async (
    tasks: readonly ListedTask[],
    act: BulkAct,
  ): Promise<ReadonlyMap<DocName, Task> | null> => {
    const before = new Map<DocName, Task>()
    const edited = await replica.editDocuments(
      tasks.map((task) => ({
        name: task.name,
        write(doc) {
          before.set(task.name, readTask(doc))
          if (act.kind === 'assign') assignTask(doc, task.log.step, act.to)
          else if (act.kind === 'day') setTaskDay(doc, act.day)
          else if (act.kind === 'tag') tagTask(doc, act.tag, act.on)
        },
      })),
    )
    if (!edited.ok) return null
    return new Map([...before].filter(([name]) => edited.value.includes(name)))
  }

  const undo = async (
    done: readonly ListedTask[],
    act: BulkAct,
    before: ReadonlyMap<DocName, Task>,
  ): Promise<BulkUndone> => {
    const edited = await replica.editDocuments(
      done.map(({ name, log: { step } }) => ({
        name,
        write(doc) {
          const [now, was] = [readTask(doc), before.get(name)]
          if (was === undefined) return
          if (act.kind === 'assign') {
            if ((now.owners[step] ?? null) === act.to)
              assignTask(doc, step, was.owners[step] ?? null)
          } else if (act.kind === 'day') {
            if (now.dueOn === act.day) setTaskDay(doc, was.dueOn)
          } else if (act.kind === 'tag' && now.tags.includes(act.tag) === act.on)
            tagTask(doc, act.tag, !act.on)
        },
      })),
    )
    if (!edited.ok) return { back: 0, left: done.length, stored: false }
    const back = done.filter(({ name }) => edited.value.includes(name))
    const facts =
      act.kind === 'assign'
        ? handOvers(
            back.map((task) => listed(task.name) ?? task),
            ({ name, log: { step } }) => before.get(name)?.owners[step] ?? null,
          )
        : []
    const stored = await log(facts)
    return { back: back.length, left: done.length - back.length, stored }
  }

  return {
    me: identity.member,
    people: () => people().filter(canDoTasks),
    judge: async (tasks, act) => judged(tasks, act, await look(tasks, act)),
    async run(tasks, act): Promise<BulkAnswer> {
      const found = await look(tasks, act)
      const all = judged(tasks, act, found)
      const able = all.flatMap(({ task, why }) => (why === null ? [task] : []))
      const not = all.flatMap(({ task, why }) => (why === null ? [] : [{ task, why }]))
      if (act.kind === 'move') {
        const facts = able.map((task) => moveOf(task, found.get(task.name)))
        if (!(await log(facts))) return 'not-stored'
        return { act, done: able, not, undo: null }
      }
      const before = await write(able, act)
      if (before === null) return 'not-stored'
      const done = able.filter(({ name }) => before.has(name))
      const same = able.filter(({ name }) => !before.has(name))
      if (act.kind === 'assign' && !(await log(handOvers(done, () => act.to)))) return 'not-logged'
      return {
        ...{ act, done },
        not: [...not, ...same.map((task) => ({ task, why: 'already' as const }))],
        undo: done.length === 0 ? null : () => undo(done, act, before),
      }
    },
  }
}

function moveOf(task: ListedTask, found: Task | undefined): NewFact {
  const { log, path, stage, kind } = task
  const ticks = found?.ticks ?? new Set<string>()
  const checks =
    stage === null ? [] : gateOf(stage, kind, ticks, log.round).checks.filter((one) => one.ticked)
  return factOf(task, 'forward', {
    ...{ from: log.step, to: path[log.at + 1] ?? log.step },
    checks: checks.map(({ check }) => check.id),
  })
}

const factOf = (
  { name, topic, log }: ListedTask,
  outcome: TaskOutcome,
  body: PlainObject,
): NewFact => ({
  ...{ kind: 'task', scope: name, subject: topic, contentHash: null, outcome, reason: '' },
  body: { ...body, knows: [...log.next.knows], place: log.next.place },
})
