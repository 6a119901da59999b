/** What the replica knows of the whole workspace as signals: its documents, people and where work is. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'

export interface ReplicaSignals<Summary> {
  readonly documents: Accessor<readonly IndexEntry<Summary>[]>
  readonly people: Accessor<readonly Person[]>
  readonly status: Accessor<OverallStatus>
  readonly pins: Accessor<ReadonlySet<DocName>>
}

/** Follows until the calling view goes. */
export function followReplica<Summary>(replica: TypedReplica<Summary>): ReplicaSignals<Summary> {
  return {
    documents: followList(replica.index),
    people: followList(replica.people),
    status: follow(replica.status.subscribe, replica.status.overall, sameStatus),
    pins: follow(
      replica.pins.subscribe,
      () => new Set(replica.pins.list()),
      (before, after) => before.size === after.size && [...before].every((name) => after.has(name)),
    ),
  }
}

interface Listed<T> {
  list(): readonly T[]
  subscribe(listener: () => void): () => void
}
const followList = <T>(from: Listed<T>): Accessor<readonly T[]> =>
  follow(
    (listener) => from.subscribe(listener),
    () => from.list(),
    () => false,
  )

function follow<T>(
  subscribe: (listener: () => void) => () => void,
  read: () => T,
  equals: (before: T, after: T) => boolean,
): Accessor<T> {
  const [value, setValue] = createSignal<T>(read(), { equals })
  onCleanup(subscribe(() => void setValue(read)))
  return value
}

const sameStatus = (a: OverallStatus, b: OverallStatus): boolean =>
  a.kind === b.kind &&
  a.waiting === b.waiting &&
  a.since === b.since &&
  a.refused === b.refused &&
  a.files === b.files &&
  a.link === b.link &&
  a.storage === b.storage &&
  a.toFetch === b.toFetch &&
  a.clockOffMs === b.clockOffMs
