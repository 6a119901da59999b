/** What this member may do as signals: all of it, and on one document. Follows until the calling view goes. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Replica } from '#client/replica/replica.ts'
import type { DocName } from '#shared/lib/ids.ts'
import {
  isInside,
  knowsPrices,
  type Grant,
  type Right,
  type Standing,
} from '#shared/protocol/audiences.ts'
import type { Access } from '#shared/protocol/names.ts'
import { topicOf } from '#shared/lib/document-kinds.ts'

type Following = Pick<Replica, 'rights' | 'access'>

export interface FollowedStanding {
  readonly access: Access
  readonly outside: boolean
  readonly isInside: boolean
  readonly knowsPrices: boolean
  /** A guest to whom nothing is shared any more: every grant was ended or ran out. */
  readonly isOver: boolean
}

/** Before the relay has spoken, as somebody joined: guests are outside, others not. */
export function followStanding(replica: Following): Accessor<FollowedStanding> {
  return followed(replica, () => {
    const told = replica.rights.standing()
    const access = told?.access ?? replica.access()
    const outside = told?.outside ?? access === 'guest'
    const isOver = access === 'guest' && told !== null && !inForce(told, replica.rights.now())
    const functions = told?.functions ?? []
    return {
      ...{ access, outside, isOver },
      isInside: isInside({ access, outside }),
      knowsPrices: knowsPrices({ access, outside, functions }),
    }
  })
}

export const followRight = (replica: Following, name: DocName): Accessor<Right | null> =>
  followed(replica, () => replica.rights.of(name))

/** By which grant somebody outside is here; null for those inside, and without one. */
export const followGrant = (replica: Following, name: DocName): Accessor<Grant | null> =>
  followed(replica, () => {
    const standing = replica.rights.standing()
    if (standing === null || isInside(standing)) return null
    return grantOn(standing, name, replica.rights.now())
  })

const inForce = ({ grants }: Standing, now: number): boolean =>
  grants.some(({ expiresAt }) => expiresAt === null || expiresAt > now)

const grantOn = ({ grants }: Standing, name: DocName, now: number): Grant | null =>
  grants.find(
    ({ topic, expiresAt }) => topic === topicOf(name) && (expiresAt === null || expiresAt > now),
  ) ?? null

function followed<T>({ rights }: Following, read: () => T): Accessor<T> {
  const [value, setValue] = createSignal<T>(read(), { equals: isSame })
  onCleanup(rights.subscribe(() => void setValue(() => read())))
  return value
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
