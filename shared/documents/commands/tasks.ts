/** What a person does to a task's document; what happens to the task are records. A command that would change nothing writes nothing. */
import type * as Y from 'yjs'
import { tickOf, type BegunFrom, type TaskPlan } from '#shared/domain/tasks/task.ts'
import type { Tag } from '#shared/domain/tasks/tags.ts'
import type { MemberId, Topic } from '#shared/lib/ids.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { change } from './local-change.ts'

/** As the break-down says. Twice is once: the same values at the same keys. */
export function beginTask(doc: Y.Doc, plan: TaskPlan, from: BegunFrom): void {
  const fields = rootMap(doc, 'fields')
  const { brief, product, sku, name, deliverable, ordinal, platform, market, locale } = plan
  const { sop, path, translates, wantedBy } = plan
  const values = {
    ...{ brief, product, sku, name, deliverable, ordinal, platform, market, locale },
    ...{ sop, path, translates, wantedBy, ...from },
  }
  change(doc, 'beginTask', [], () => {
    for (const [field, value] of Object.entries(values)) {
      // What is not so is not written: three thousand and six hundred of them are.
      if (value !== '' && value !== null && value !== false) fields.set(field, value)
    }
  })
}

/** Who does a stage of it; null for nobody. */
export function assignTask(doc: Y.Doc, step: string, member: MemberId | null): void {
  const owners = rootMap(doc, 'owners')
  if ((owners.get(`${step}/member`) ?? null) === member) return
  change(doc, 'assignTask', [step], () => void owners.set(`${step}/member`, member))
}

export function tickCheck(
  doc: Y.Doc,
  step: string,
  check: string,
  round: number,
  on: boolean,
): void {
  const ticks = rootMap(doc, 'ticks')
  const key = `${tickOf(step, check, round)}/on`
  if ((ticks.get(key) === true) === on) return
  change(doc, 'tickCheck', [`${step}.${check}`], () => void ticks.set(key, on))
}

/** Its log stays, and it can be brought back. */
export function retireTask(doc: Y.Doc, retired: boolean): void {
  const fields = rootMap(doc, 'fields')
  if ((fields.get('retired') === true) === retired) return
  change(doc, 'retireTask', ['retired'], () => void fields.set('retired', retired))
}

/** The day of this task alone; null: as the brief wanted it. */
export function setTaskDay(doc: Y.Doc, day: string | null): void {
  const fields = rootMap(doc, 'fields')
  if ((fields.get('dueOn') ?? null) === day) return
  change(doc, 'setTaskDay', ['dueOn'], () => void fields.set('dueOn', day))
}

export function tagTask(doc: Y.Doc, tag: Tag, on: boolean): void {
  const tags = rootMap(doc, 'tags')
  if ((tags.get(`${tag}/on`) === true) === on) return
  change(doc, 'tagTask', [tag], () => void tags.set(`${tag}/on`, on))
}

/** It is to wait for another to be handed off, or not any more. Circles are the caller's to refuse: here only this one is known. */
export function waitForTask(doc: Y.Doc, other: Topic, on: boolean): void {
  const waits = rootMap(doc, 'waits')
  if ((waits.get(`${other}/on`) === true) === on) return
  change(doc, 'waitForTask', [other], () => void waits.set(`${other}/on`, on))
}
