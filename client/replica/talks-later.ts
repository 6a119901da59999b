/** What keeps track of talks, loaded when it is first asked for: it needs the desk, which comes after the first screen. */
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { laterDesk } from './later-desk.ts'
import type { People } from './people.ts'
import type { Store } from './store.ts'
import type { TalkKeeping } from './talk-keeping.ts'

export interface TalksLater {
  /** The same one each time. */
  keeping(): Promise<TalkKeeping>
  /** Rows of a talk came. */
  touch(name: DocName): void
}

export function createTalksLater(parts: {
  readonly store: Store
  readonly people: People
  readonly member: MemberId
  readonly desk: Pick<ReturnType<typeof laterDesk>, 'arrived'>
  /** Null where it is not open. */
  readonly ownClient: (name: DocName) => number | null
}): TalksLater {
  let talks: TalkKeeping | null = null
  return {
    async keeping() {
      const { createTalkKeeping } = await import('./talk-keeping.ts')
      const there = await parts.desk.arrived
      if (there === null) throw new Error('talks need the desk')
      const { store, member, people, ownClient } = parts
      return (talks ??= createTalkKeeping({ store, member, people, ownClient }, there))
    },
    touch: (name) => talks?.authors.touch(name),
  }
}
