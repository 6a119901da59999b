/**
 * What has happened to a task, from the records of its scope: moves, hand-overs, waits, what went wrong. Its stage is folded without clocks
 * (domain/tasks/stage.ts); inside a stage the newest entry that knew every send-back counts (docs/decisions.md, 23). Left
 * out: who may (protocol/audiences.ts), what must be ticked (domain/tasks/gate.ts).
 */
import * as z from 'zod/mini'
import { causeIds, type CauseId } from '#shared/lib/causes.ts'
import { phraseIds, type PhraseId } from '#shared/lib/message-phrases.ts'
import { troubleIds, type TroubleId } from '#shared/lib/troubles.ts'
import { foldStage, type Move } from './task-stage.ts'
import { idPattern, type DeviceId, type MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { FlowRecord } from './brief-flow.ts'

const recordId = z.string().check(z.regex(idPattern))
const step = z.string().check(z.regex(/^[a-z][a-z-]{1,31}$/))
const knows = z.array(recordId).check(z.maxLength(limits.sendBacksPerTask))
/** Of the log: one above the highest its maker had seen. */
const place = z.int().check(z.minimum(1))
const minutes = z.optional(z.int().check(z.minimum(1), z.maximum(limits.bookedMinutes)))
const member = z.nullable(recordId)

export const taskEntrySchema = z.union([
  z.object({
    outcome: z.literal('forward'),
    body: z.strictObject({
      ...{ from: step, to: step, knows, place, minutes },
      /** What was ticked: the evidence of the gate. */
      checks: z.array(step).check(z.maxLength(50)),
    }),
  }),
  z.object({
    outcome: z.literal('back'),
    body: z.strictObject({
      ...{ from: step, to: step, knows, place, minutes },
      cause: z.enum(causeIds),
      /** Of the brief, by the name the completeness check gives it. */
      field: z.optional(step),
    }),
  }),
  z.object({
    outcome: z.enum(['started', 'submitted']),
    body: z.strictObject({ step, knows, place }),
  }),
  z.object({
    outcome: z.literal('waiting'),
    reason: z.string().check(z.minLength(1)),
    body: z.strictObject({ step, knows, place, on: member }),
  }),
  z.object({
    outcome: z.literal('handed-over'),
    body: z.strictObject({ step, knows, place, to: member }),
  }),
  z.object({
    outcome: z.literal('went-wrong'),
    body: z.strictObject({ step, knows, place, what: z.enum(troubleIds), on: member }),
  }),
  z.object({
    outcome: z.literal('mended'),
    reason: z.string().check(z.minLength(1)),
    body: z.strictObject({ step, knows, place, of: recordId }),
  }),
  z.object({
    outcome: z.literal('told'),
    /** The message itself. */
    reason: z.string().check(z.minLength(1)),
    body: z.strictObject({
      ...{ step, knows, place, on: member },
      phrase: z.enum(phraseIds),
      language: z.string().check(z.regex(/^[a-z]{2,3}$/)),
      /** Shared with another app, or copied to be pasted somewhere: nobody here knows whether it arrived. */
      by: z.enum(['copied', 'shared']),
    }),
  }),
])

export type TaskOutcome = z.infer<typeof taskEntrySchema>['outcome']

export interface TaskEntry {
  readonly id: string
  readonly outcome: TaskOutcome
  readonly by: MemberId
  readonly device: DeviceId
  /** By its maker's device, ms. */
  readonly at: number
  /** When the relay received it; null while it waits. */
  readonly receivedAt: number | null
  readonly reason: string
  /** The stage it was made in. */
  readonly step: string
  /** Of a move the stage it leads to; null for others. */
  readonly to: string | null
  readonly cause: CauseId | null
  readonly field: string | null
  /** What went wrong. */
  readonly what: TroubleId | null
  /** What was mended: the id of the entry that said it. */
  readonly of: string | null
  /** Whom it is handed to, who is waited for, who should act, or who was written to. */
  readonly whom: MemberId | null
  /** Of a message what kind it was; its text is the reason. */
  readonly phrase: PhraseId | null
  readonly minutes: number | null
  /** Of a move forward: what was ticked. */
  readonly checks: readonly string[]
  /** Ids of the send-backs its maker had seen. */
  readonly knows: ReadonlySet<string>
  readonly isWaiting: boolean
}

export type StepState = 'ready' | 'started' | 'waiting' | 'submitted'

export interface TaskLog {
  /** The stage, and its place in the path from 0. */
  readonly step: string
  readonly at: number
  /** It has arrived: nothing follows in its path. */
  readonly isOver: boolean
  /** How often it was sent back. */
  readonly round: number
  readonly state: StepState
  /** What says so; null while it is ready. */
  readonly decisive: TaskEntry | null
  /** The send-back it came by, while nobody moved it forward since. */
  readonly sentBackBy: TaskEntry | null
  /** What went wrong and was not mended, in the order of the log. */
  readonly troubles: readonly TaskEntry[]
  /** In the order of the log. */
  readonly entries: readonly TaskEntry[]
  /** What the next entry says of them. */
  readonly next: { readonly knows: readonly string[]; readonly place: number }
}

interface Read extends TaskEntry {
  readonly place: number
}

const strength = { submitted: 2, waiting: 1, started: 0 } as const

/** `path`: the stages the task walks. Any records in any order; those that are no entry are passed over. */
export function readTaskLog(records: readonly FlowRecord[], path: readonly string[]): TaskLog {
  const read = records.flatMap(entryOf).sort(byPlace)
  const moves = read.flatMap(({ id, outcome, to, knows: known }): Move[] =>
    to !== null && (outcome === 'forward' || outcome === 'back')
      ? [{ id, outcome, to, knows: known }]
      : [],
  )
  const { place: at, round, sentBack } = foldStage(path, moves)
  const now = path[at] ?? ''
  const knewAll = (one: Read): boolean => sentBack.every((id) => one.knows.has(id))
  // Later ones stand behind: the last of the strongest with the highest place.
  const decisive = read
    .filter((one) => one.step === now && isState(one.outcome) && knewAll(one))
    .reduce<Read | null>((best, one) => (best === null || !isWeaker(one, best) ? one : best), null)
  const back = read.findLast(({ outcome, to }) => outcome === 'back' && to === now) ?? null
  const isSince = read.some((one) => one.outcome === 'forward' && one.to === now && knewAll(one))
  return {
    step: now,
    at,
    isOver: at === path.length - 1,
    round,
    state: decisive === null ? 'ready' : stateIn(decisive.outcome),
    decisive,
    sentBackBy: isSince ? null : back,
    troubles: openTroubles(read),
    entries: read,
    next: {
      knows: sentBack.slice(-limits.sendBacksPerTask),
      place: Math.max(0, ...read.map(({ place: one }) => one)) + 1,
    },
  }
}

function openTroubles(read: readonly Read[]): readonly Read[] {
  const mended = new Set(read.map(({ of }) => of))
  return read.filter(({ id, what }) => what !== null && !mended.has(id))
}

const isState = (outcome: TaskOutcome): outcome is keyof typeof strength => outcome in strength

const stateIn = (outcome: TaskOutcome): StepState => (isState(outcome) ? outcome : 'ready')

const isWeaker = (one: Read, best: Read): boolean =>
  one.place === best.place &&
  isState(one.outcome) &&
  isState(best.outcome) &&
  strength[one.outcome] < strength[best.outcome]

const byPlace = (one: Read, other: Read): number =>
  one.place - other.place || (one.id < other.id ? -1 : 1)

function entryOf({ id, fact, receipt, standing }: FlowRecord): Read[] {
  if (fact?.kind !== 'task' || standing === 'refused') return []
  const parsed = z.safeParse(taskEntrySchema, fact)
  if (!parsed.success) return []
  const { outcome, body } = parsed.data
  const whom = 'on' in body ? body.on : outcome === 'handed-over' && 'to' in body ? body.to : null
  return [
    {
      ...{ id, outcome, by: fact.member, device: fact.device, at: fact.at, reason: fact.reason },
      receivedAt: receipt?.at ?? null,
      step: 'from' in body ? body.from : body.step,
      to: 'from' in body ? body.to : null,
      cause: 'cause' in body ? body.cause : null,
      field: 'cause' in body ? (body.field ?? null) : null,
      what: 'what' in body ? body.what : null,
      of: 'of' in body ? body.of : null,
      // The pattern of an id was looked at by the schema.
      whom: whom as MemberId | null,
      phrase: 'phrase' in body ? body.phrase : null,
      minutes: 'from' in body ? (body.minutes ?? null) : null,
      checks: 'checks' in body ? body.checks : [],
      isWaiting: standing === 'waiting',
      knows: new Set(body.knows),
      place: body.place,
    },
  ]
}
