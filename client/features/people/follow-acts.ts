/** Acts on people from this device: made as records, shown at once, told apart by what became of them (acts-shown.ts). */
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import type { Identity } from '#client/replica/identity.ts'
import type { KeptRecord, MakeRefusal, NewFact, Records } from '#client/replica/kept-records.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { MemberChange } from '#shared/records/acts.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import { actsShown, ownActs, type ActsShown } from './acts-shown.ts'

export type Made = Result<string, MakeRefusal>

export interface PeopleActs extends ActsShown {
  /** Everything recorded about people; null until read. */
  readonly records: Accessor<readonly KeptRecord[] | null>
  set(member: string, change: MemberChange): Promise<Made>
  remove(member: string): Promise<Made>
  revoke(device: string): Promise<Made>
  /** Any other act in the workspace's scope. */
  make(fact: Pick<NewFact, 'kind' | 'outcome' | 'subject' | 'body'>): Promise<Made>
}

export interface Acting {
  readonly identity: Pick<Identity, 'workspace' | 'device'>
  readonly records: Pick<Records, 'of' | 'make' | 'subscribe'>
}

/** Follows until the calling view goes. */
export function followActs(
  { identity, records }: Acting,
  people: Accessor<readonly Person[]>,
  now: () => number,
): PeopleActs {
  const scope = peopleScope(identity.workspace.id)
  const [kept, setKept] = createSignal<readonly KeptRecord[] | null>(null)
  const [held, setHeld] = createSignal<ReadonlySet<string>>(new Set())
  const acts = createMemo(() => ownActs(kept() ?? [], identity.device))
  let asked = 0
  const read = async (): Promise<void> => {
    const own = (asked += 1)
    try {
      const found = await records.of(scope)
      if (own === asked) setKept(found)
    } catch (fault) {
      console.error('records could not be read', fault)
    }
  }
  void read()
  onCleanup(records.subscribe(() => void read()))
  onCleanup(() => (asked = -1))

  createEffect(() => {
    const waiting = acts().filter(({ standing }) => standing === 'waiting')
    if (waiting.length > 0) setHeld((so) => new Set([...so, ...waiting.map(({ id }) => id)]))
  })
  // Told anew: what the relay had taken by now is in it.
  createEffect(
    on(
      people,
      () => {
        const waiting = new Set(
          acts().flatMap(({ id, standing }) => (standing === 'waiting' ? [id] : [])),
        )
        setHeld((so) => new Set([...so].filter((id) => waiting.has(id))))
      },
      { defer: true },
    ),
  )
  const shown = createMemo(() => actsShown(acts(), held(), now()))
  const make: PeopleActs['make'] = async (fact) => {
    const made = await records.make({ ...fact, scope, contentHash: null, reason: '' })
    await read()
    return made
  }
  return {
    records: kept,
    shown: (person) => shown().shown(person),
    isWaiting: (subject) => shown().isWaiting(subject),
    isRevoked: (device) => shown().isRevoked(device),
    refusal: (subject) => shown().refusal(subject),
    make,
    set: (subject, change) =>
      make({ kind: 'member', outcome: 'set', subject, body: bodyOf(change) }),
    remove: (subject) => make({ kind: 'member', outcome: 'removed', subject, body: {} }),
    revoke: (subject) => make({ kind: 'device', outcome: 'revoked', subject, body: {} }),
  }
}

const bodyOf = ({ access, outside, functions, name }: MemberChange): NewFact['body'] => ({
  ...(access === undefined ? {} : { access }),
  ...(outside === undefined ? {} : { outside }),
  ...(functions === undefined ? {} : { functions }),
  ...(name === undefined ? {} : { name }),
})
