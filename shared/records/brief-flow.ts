/**
 * What has become of a brief: submitted, accepted for a named snapshot, returned with a reason. Records of the brief's own
 * scope, folded without clocks: each names the newest its maker knew (`heads`), and of those that did not know each other
 * returned wins over accepted, accepted over submitted (decisions, part 21). Left out: who may (protocol/act-rules.ts).
 */
import * as z from 'zod/mini'
import { idPattern, type DeviceId, type MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Fact } from './fact.ts'

const recordId = z.string().check(z.regex(idPattern))
const heads = z.array(recordId).check(z.maxLength(limits.flowHeads))
/** A file's id: the SHA-256 of its bytes, lower hex. */
const snapshot = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const hash = z.string()
const said = z.string().check(z.minLength(1))

export const flowSchema = z.union([
  z.object({
    outcome: z.literal('submitted'),
    contentHash: hash,
    body: z.strictObject({
      snapshot,
      heads,
      /** Of completeness, as the submitter's app reckoned it. */
      score: z.int().check(z.minimum(0), z.maximum(100)),
    }),
  }),
  z.object({
    outcome: z.literal('accepted'),
    contentHash: hash,
    body: z.strictObject({ snapshot, heads }),
  }),
  z.object({
    outcome: z.literal('returned'),
    contentHash: z.null(),
    reason: said,
    body: z.strictObject({
      heads,
      /** The field at fault, by the name the completeness check gives it. */
      field: z.optional(z.string().check(z.regex(/^[a-z][a-z-]{1,31}$/))),
    }),
  }),
])

export type FlowOutcome = z.infer<typeof flowSchema>['outcome']

/** What is asked of a record: its text as far as this version reads it, and what has become of it. */
export interface FlowRecord {
  readonly id: string
  readonly fact: Fact | null
  readonly receipt: { readonly seq: number; readonly at: number } | null
  readonly standing: 'counts' | 'waiting' | 'refused'
}

export interface FlowStep {
  readonly id: string
  readonly outcome: FlowOutcome
  readonly by: MemberId
  readonly device: DeviceId
  /** By its maker's device, ms. */
  readonly at: number
  /** When the relay received it; null while it waits. */
  readonly receivedAt: number | null
  readonly reason: string
  /** The file that holds what was submitted or accepted; null for a return. */
  readonly snapshot: string | null
  readonly contentHash: string | null
  readonly score: number | null
  readonly field: string | null
  /** Made here and not confirmed yet: nobody else knows of it. */
  readonly isWaiting: boolean
}

export interface BriefFlow {
  readonly state: 'draft' | FlowOutcome
  /** What decides the state; null for a draft. */
  readonly decisive: FlowStep | null
  /** Made without knowing of the decisive one, and outranked by it. */
  readonly beside: readonly FlowStep[]
  /** What the next record names as known. */
  readonly heads: readonly string[]
  /** All of them, in the order of the ledger, those that wait last. */
  readonly steps: readonly FlowStep[]
}

const rank: Record<FlowOutcome, number> = { submitted: 0, accepted: 1, returned: 2 }

/** `records` in the order of their ledger, waiting ones last; those that are no step of a flow are passed over. */
export function readBriefFlow(records: readonly FlowRecord[]): BriefFlow {
  const read = records.flatMap((record) => {
    const step = stepOf(record)
    return step === null ? [] : [step]
  })
  const known = knownOf(new Map(read.map(({ step, heads: named }) => [step.id, named])))
  const steps = read.map(({ step }) => step)
  const newest = steps.filter(({ id }) => !known.has(id))
  const decisive = newest.reduce<FlowStep | null>(
    (best, step) => (best === null || rank[step.outcome] >= rank[best.outcome] ? step : best),
    null,
  )
  return {
    state: decisive?.outcome ?? 'draft',
    decisive,
    beside: newest.filter((step) => step !== decisive),
    heads: newest.slice(-limits.flowHeads).map(({ id }) => id),
    steps,
  }
}

function stepOf(
  record: FlowRecord,
): { readonly step: FlowStep; readonly heads: readonly string[] } | null {
  const { fact } = record
  if (fact?.kind !== 'brief' || record.standing === 'refused') return null
  const parsed = z.safeParse(flowSchema, fact)
  if (!parsed.success) return null
  const { outcome, body, contentHash } = parsed.data
  return {
    heads: body.heads,
    step: {
      ...{ id: record.id, outcome, by: fact.member, device: fact.device, at: fact.at },
      receivedAt: record.receipt?.at ?? null,
      ...{ reason: fact.reason, contentHash, isWaiting: record.standing === 'waiting' },
      snapshot: 'snapshot' in body ? body.snapshot : null,
      score: 'score' in body ? body.score : null,
      field: 'field' in body ? (body.field ?? null) : null,
    },
  }
}

/** Whatever is named, and what that knew. A record cannot name itself or a later one: its id holds what it names. */
function knownOf(named: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const known = new Set<string>()
  const toVisit = [...named.values()].flat()
  for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
    if (known.has(id)) continue
    known.add(id)
    toVisit.push(...(named.get(id) ?? []))
  }
  return known
}
