/** What of one task this person set and a change made at the same time replaced: put back by one press, or left. */
import { For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { LostValue } from '#shared/documents/readers/lost-values.ts'
import { sayLostField, sayLostValue, type LostAmong } from './say-lost.ts'
import { handoverWords } from './words.ts'

export interface TaskLostProps extends LostAmong {
  readonly lost: readonly LostValue[]
  readonly readOnly: boolean
  readonly onPutBack: (lost: LostValue, said: string) => void
  readonly onLeave: (lost: LostValue) => void
}

export function TaskLost(props: TaskLostProps) {
  const words = useWords(handoverWords)
  return (
    <Stack gap="near">
      <For each={props.lost}>
        {(lost) => (
          <Banner
            tone="warn"
            action={
              <Show when={!props.readOnly}>
                <Button
                  kind="quiet"
                  onClick={() => props.onPutBack(lost, sayLostValue(lost, lost.value, props))}
                >
                  {words().putBack}
                </Button>
                <Button kind="quiet" onClick={() => props.onLeave(lost)}>
                  {words().leave}
                </Button>
              </Show>
            }
          >
            {words().lostSaid(
              sayLostField(lost, props),
              sayLostValue(lost, lost.value, props),
              sayLostValue(lost, lost.current, props),
            )}
          </Banner>
        )}
      </For>
    </Stack>
  )
}
