/** What a record does to people, within the ledger's transaction: the act it holds is judged and applied (acts.ts). */
import * as z from 'zod/mini'
import type { SqliteDatabase } from '#server/log/sqlite-file.ts'
import type { RecordRefusal } from '#shared/protocol/refusals.ts'
import { actSchema } from '#shared/records/acts.ts'
import { kindOfFact } from '#shared/records/kinds.ts'
import { flowSchema } from '#shared/records/brief-flow.ts'
import { publicationSchema } from '#shared/records/sop-versions.ts'
import { taskEntrySchema } from '#shared/records/task-log.ts'
import { mayDecideBrief, mayPublishSop } from '#shared/protocol/act-rules.ts'
import { rightOn } from '#shared/protocol/audiences.ts'
import type { Fact } from '#shared/records/fact.ts'
import type { DeviceRecord } from './directory.ts'
import type { ActRefusal } from './acting.ts'
import { createActs } from './acts.ts'
import type { Perform } from './ledger.ts'

export function createPerformRecord(db: SqliteDatabase): Perform {
  const perform = createActs(db)
  return (actor, fact, at) => {
    if (kindOfFact(fact) === 'brief') return stepRefused(actor, fact, at)
    if (kindOfFact(fact) === 'task') return entryRefused(actor, fact, at)
    if (kindOfFact(fact) === 'sop') return publicationRefused(actor, fact)
    // Who founded a workspace joined by no invite.
    if (kindOfFact(fact) === 'join') return fact.subject === actor.member ? null : 'no-access'
    const act = z.safeParse(actSchema, fact)
    if (!act.success) return 'record-wrong'
    const { workspace, member, id } = actor
    const done = perform({ workspace: workspace.id, member, device: id }, act.data, at)
    return done.ok ? null : refusals[done.refusal]
  }
}

/** A step of a brief's flow changes no table: it is a fact, and what it comes to is folded where it is read. */
function stepRefused(actor: DeviceRecord, fact: Fact, at: number): RecordRefusal | null {
  const step = z.safeParse(flowSchema, fact)
  if (!step.success) return 'record-wrong'
  const may = step.data.outcome === 'submitted' || mayDecideBrief(actor)
  return may && rightOn(actor, fact.scope, at) === 'edit' ? null : 'no-access'
}

/** What is said of a task, by whoever may write it: functions are asked by gates, they are no rights. */
function entryRefused(actor: DeviceRecord, fact: Fact, at: number): RecordRefusal | null {
  if (!z.safeParse(taskEntrySchema, fact).success) return 'record-wrong'
  return rightOn(actor, fact.scope, at) === 'edit' ? null : 'no-access'
}

/** A version of the SOP: which is current is folded where it is read. */
function publicationRefused(actor: DeviceRecord, fact: Fact): RecordRefusal | null {
  if (!z.safeParse(publicationSchema, fact).success) return 'record-wrong'
  return mayPublishSop(actor) ? null : 'no-access'
}

/** Whether somebody exists is not told to whoever may do nothing to them. */
const refusals: Readonly<Record<ActRefusal, RecordRefusal>> = {
  'no-access': 'no-access',
  'not-found': 'no-access',
  malformed: 'record-wrong',
  'last-owner': 'last-owner',
  'too-many': 'too-many',
}
