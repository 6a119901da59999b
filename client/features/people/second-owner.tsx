/** Asks the only owner in the first week, calmly and until told not to: for a second owner, or a sheet on paper. */
import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import type { Person } from '#shared/protocol/control.ts'
import { followActs } from './follow-acts.ts'
import { asksForSecondOwner, askedMs, foundedAt } from './recovery.ts'
import { recoveryWords } from './recovery-words.ts'

export interface SecondOwnerProps {
  readonly replica: Pick<Replica, 'identity' | 'records' | 'dismissed'>
  readonly people: readonly Person[]
  readonly now: () => number
}

export function SecondOwner(props: SecondOwnerProps) {
  const words = useWords(recoveryWords)
  const { identity, dismissed } = props.replica
  const acts = followActs(props.replica, () => props.people, props.now)
  const [isDismissed, setDismissed] = createSignal(dismissed.has('second-owner'))
  onCleanup(dismissed.subscribe(() => setDismissed(dismissed.has('second-owner'))))
  const me = () => props.people.find((one) => one.member === identity.member) ?? null
  const asks = createMemo(() =>
    asksForSecondOwner(me(), props.people.map(acts.shown), acts.records() ?? [], props.now()),
  )
  // The week is over: it is not looked for again.
  createEffect(() => {
    const founded = foundedAt(acts.records() ?? [])
    if (founded !== null && props.now() - founded >= askedMs) dismissed.add('second-owner')
  })
  return (
    <Show when={asks() && !isDismissed()}>
      <Banner
        tone="info"
        edge
        action={
          <>
            <Button kind="quiet" href={`/people/${identity.member}`}>
              {words().askAct}
            </Button>
            <Button kind="quiet" onClick={() => dismissed.add('second-owner')}>
              {words().askLater}
            </Button>
          </>
        }
      >
        {words().ask}
      </Banner>
    </Show>
  )
}
