/**
 * Which version of the SOP is current: publications folded in the order of the ledger, each taking over only if whoever made
 * it knew the one that was current there (docs/decisions.md, 29). The same on every device for the same records. Left out:
 * what a version holds (domain/tasks/sop-text.ts), who may publish (protocol/act-rules.ts).
 */
import * as z from 'zod/mini'
import { idPattern, type MemberId } from '#shared/lib/ids.ts'
import type { FlowRecord } from './brief-flow.ts'

const recordId = z.string().check(z.regex(idPattern))

/** What is shipped with the app; a record names it to go back to it. */
export const shippedVersion = 'default-1'

export const publicationSchema = z.object({
  outcome: z.literal('published'),
  subject: z.union([z.literal(shippedVersion), recordId]),
  contentHash: z.nullable(z.string()),
  body: z.strictObject({
    /** The publication that was current for its maker; null: the shipped version was. */
    over: z.nullable(recordId),
  }),
})

export interface Publication {
  readonly id: string
  /** Id of the version. */
  readonly version: string
  readonly by: MemberId
  /** By its maker's device, ms. */
  readonly at: number
  readonly reason: string
  readonly over: string | null
  /** One above what it was published over. */
  readonly number: number
  /**
   * `current`, `past`: another took over since; `beside`: it was published without knowing the one that was current, and never
   * took over.
   */
  readonly standing: 'current' | 'past' | 'beside'
  /** The server does not have it yet. */
  readonly isWaiting: boolean
}

export interface SopVersions {
  /** Null: the shipped version. */
  readonly current: Publication | null
  /** Those that took over one after the other, the newest first. */
  readonly line: readonly Publication[]
  /** All of them, in the order of the ledger, those that wait last. */
  readonly all: readonly Publication[]
}

/** `records` in the order of their ledger, waiting ones last; those that are no publication are passed over. */
export function readSopVersions(records: readonly FlowRecord[]): SopVersions {
  const numbers = new Map<string, number>()
  const line: string[] = []
  const read = records.flatMap((record) => publicationIn(record, numbers))
  for (const { id, over } of read) if (over === (line[0] ?? null)) line.unshift(id)
  const all = read.map((one): Publication => ({
    ...one,
    standing: line[0] === one.id ? 'current' : line.includes(one.id) ? 'past' : 'beside',
  }))
  const byId = new Map(all.map((one) => [one.id, one]))
  const taken = line.flatMap((id) => byId.get(id) ?? [])
  return { current: taken[0] ?? null, line: taken, all }
}

function publicationIn(
  { id, fact, standing }: FlowRecord,
  numbers: Map<string, number>,
): readonly Omit<Publication, 'standing'>[] {
  if (fact?.kind !== 'sop' || standing === 'refused') return []
  const parsed = z.safeParse(publicationSchema, fact)
  if (!parsed.success) return []
  const { subject, body } = parsed.data
  const number = (numbers.get(body.over ?? '') ?? 0) + 1
  numbers.set(id, number)
  return [
    {
      ...{ id, version: subject, by: fact.member, at: fact.at, reason: fact.reason },
      ...{ over: body.over, number, isWaiting: standing === 'waiting' },
    },
  ]
}
