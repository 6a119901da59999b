/**
 * What this device has asked for and the relay has not told of yet, laid over the people as they were told of: a change
 * shows at once, waits, and goes back when it is refused. Pure; following the records is follow-acts.ts.
 */
import * as z from 'zod/mini'
import type { KeptRecord } from '#client/replica/kept-records.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { actSchema, type Act } from '#shared/records/acts.ts'

/** An act on a member or a device, made on this device. */
export interface OwnAct {
  readonly id: string
  readonly act: Extract<Act, { kind: 'member' | 'device' }>
  readonly at: number
  readonly standing: KeptRecord['standing']
  /** The relay has given it a place; never so in a workspace without one. */
  readonly isPlaced: boolean
  readonly refused: Refusal | null
}

/** In the order in which they were made. */
export function ownActs(records: readonly KeptRecord[], device: string): readonly OwnAct[] {
  return records
    .flatMap(({ id, fact, receipt, standing: stands, sent, refused }) => {
      if (fact === null || fact.device !== device) return []
      // Whoever is outside never sees its place among the others', only that it was taken.
      const isTaken = stands === 'waiting' && sent
      const [standing, isPlaced] = [
        isTaken ? ('counts' as const) : stands,
        isTaken || receipt !== null,
      ]
      const read = z.safeParse(actSchema, fact)
      if (!read.success || (read.data.kind !== 'member' && read.data.kind !== 'device')) return []
      return [
        {
          id,
          act: read.data,
          at: fact.at,
          n: fact.n,
          standing,
          isPlaced,
          refused,
        },
      ]
    })
    .sort((a, b) => a.n - b.n)
}

/** A refusal is said until the next act on the same, for a day at most. */
const saidMs = 24 * 60 * 60_000

export interface ActsShown {
  shown(person: Person): Person
  /** Something about them has not been taken yet. */
  isWaiting(subject: string): boolean
  isRevoked(device: string): boolean
  /** Why the newest act on them was not taken. */
  refusal(subject: string): Refusal | null
}

/** `held`: acts the relay has taken and the people it told of may not show yet. */
export function actsShown(
  acts: readonly OwnAct[],
  held: ReadonlySet<string>,
  now: number,
): ActsShown {
  const open = acts.filter(
    ({ id, standing, isPlaced }) =>
      standing === 'waiting' || (standing === 'counts' && (!isPlaced || held.has(id))),
  )
  return {
    shown: (person) =>
      open.reduce(
        (so, { act }) =>
          act.kind !== 'member' || act.subject !== person.member
            ? so
            : act.outcome === 'removed'
              ? { ...so, removed: true }
              : { ...so, ...defined(act.body) },
        person,
      ),
    isWaiting: (subject) =>
      acts.some(({ act, standing }) => standing === 'waiting' && act.subject === subject),
    isRevoked: (device) =>
      open.some(
        ({ act }) => act.kind === 'device' && act.outcome === 'revoked' && act.subject === device,
      ),
    refusal(subject) {
      const newest = acts.findLast(({ act }) => act.subject === subject)
      return newest?.standing === 'refused' && now - newest.at < saidMs ? newest.refused : null
    },
  }
}

function defined({
  access,
  outside,
  functions,
  name,
}: Extract<Act, { kind: 'member'; outcome: 'set' }>['body']): Partial<Person> {
  return {
    ...(access === undefined ? {} : { access }),
    ...(outside === undefined ? {} : { outside }),
    ...(functions === undefined ? {} : { functions: [...functions] }),
    ...(name === undefined ? {} : { name }),
  }
}
