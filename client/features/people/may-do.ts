/**
 * What a person may do to another, as a screen offers it: the rules of protocol/act-rules.ts asked one by one, and the last
 * owner, whom nobody removes or unmakes. Where something may not be done, why. Left out: doing it (follow-acts.ts).
 */
import type { Access } from '#shared/lib/access.ts'
import type { Person } from '#shared/protocol/control.ts'
import {
  isPossible,
  mayRemove,
  mayRevokeDevice,
  maySet,
  type Party,
} from '#shared/protocol/act-rules.ts'

export type Placing = Pick<Person, 'access' | 'outside'>
export type GivenAccess = Exclude<Access, 'guest'>
const given = ['owner', 'lead', 'member', 'viewer'] as const satisfies readonly GivenAccess[]

export interface MayDo {
  /** Where the person may be put, the place they have among them where it is one; none: it may not be changed. */
  readonly places: readonly { readonly access: GivenAccess; readonly outside: boolean }[]
  readonly functions: boolean
  readonly name: boolean
  readonly remove: boolean
  readonly devices: boolean
  /** Nobody removes, unmakes or locks out the last owner. */
  readonly isLastOwner: boolean
}

/** `me` is null while the relay has not told who is here: then nothing may be done. */
export function mayDo(me: Person | null, person: Person, people: readonly Person[]): MayDo {
  if (me === null || person.removed) return nothing
  const [actor, target, isSelf] = [partyOf(me), partyOf(person), me.member === person.member]
  const isLastOwner = isOnlyOwner(person, people)
  const places = given.flatMap((access) =>
    [false, true].flatMap((outside) => {
      const place = { access, outside }
      const isKept = !isLastOwner || access === 'owner'
      return isKept && isPossible(place) && maySet(actor, target, place, isSelf) ? [place] : []
    }),
  )
  return {
    places: places.some((place) => !isSamePlace(place, person)) ? places : [],
    functions: maySet(actor, target, { functions: [] }, isSelf),
    name: isSelf && maySet(actor, target, { name: '' }, isSelf),
    remove: !isSelf && !isLastOwner && mayRemove(actor, target),
    devices: mayRevokeDevice(actor, target, isSelf),
    isLastOwner,
  }
}

const nothing: MayDo = {
  places: [],
  functions: false,
  name: false,
  remove: false,
  devices: false,
  isLastOwner: false,
}

export const isSamePlace = (one: Placing, other: Placing): boolean =>
  one.access === other.access && one.outside === other.outside

/** Of those who are here. */
export const ownersAmong = (people: readonly Person[]): readonly Person[] =>
  people.filter(({ access, removed }) => access === 'owner' && !removed)

export function isOnlyOwner(person: Person, people: readonly Person[]): boolean {
  const owners = ownersAmong(people)
  return owners.length === 1 && owners[0]?.member === person.member
}

const partyOf = ({ access, outside, removed }: Person): Party => ({
  access,
  outside,
  revoked: removed,
})
