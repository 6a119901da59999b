/** Whether what is here stays here: the browser's promise and how to get it, and how much room it gives. */
import { createEffect, createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Keep, Room } from '#client/pwa/keep.ts'
import type { StorageState } from '#client/replica/store.ts'
import { Button } from '#client/ui/button.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Meter } from '#client/ui/meter.tsx'
import { Section } from '#client/ui/section.tsx'
import type { Tone } from '#client/ui/toasts.ts'
import { formatBytes } from '#client/i18n/format-bytes.ts'
import { deviceWords } from './words.ts'

export interface KeepingSectionProps {
  readonly keep: Keep
  readonly storage: StorageState
  /** The room is measured again whenever this moves. */
  readonly now: number
}

interface Said {
  readonly tone: Tone
  readonly value: string
  readonly help?: string
}

export function KeepingSection(props: KeepingSectionProps) {
  const words = useWords(deviceWords)
  const [room, setRoom] = createSignal<Room | null>(null)
  createEffect(() => {
    if (props.now > 0) void props.keep.room().then(setRoom)
  })
  const said = (): Said => {
    const { kept, notKept, unasked, unknown, ...more } = words()
    if (props.storage === 'memory-only') return { tone: 'bad', value: more.memoryOnly }
    if (props.storage === 'lost') return { tone: 'bad', value: more.lost, help: more.lostHelp }
    switch (props.keep.promised()) {
      case 'kept':
        return { tone: 'ok', value: kept, help: more.keptHelp }
      case 'not-kept':
        return { tone: 'warn', value: notKept, help: more.notKeptHelp }
      case 'unasked':
        return { tone: 'neutral', value: unasked, help: more.unaskedHelp }
      case 'unknown':
        return { tone: 'warn', value: unknown, help: more.unknownHelp }
    }
  }
  const mayAsk = (): boolean => ['not-kept', 'unasked'].includes(props.keep.promised())
  return (
    <Section title={words().keeping}>
      <FactList>
        <Fact
          label={words().promise}
          tone={said().tone}
          value={said().value}
          help={said().help}
          action={
            <Show when={mayAsk()}>
              <Button onClick={() => void props.keep.ask()}>{words().askAgain}</Button>
            </Show>
          }
        />
        <Show when={room()}>
          {(now) => (
            <Fact
              label={words().room}
              value={words().roomUsed(formatBytes(now().used), formatBytes(now().most))}
              help={
                <>
                  <Meter label={words().room} share={now().used / now().most} />
                  {now().used > now().most * 0.9 ? words().roomTight : words().roomHelp}
                </>
              }
            />
          )}
        </Show>
      </FactList>
    </Section>
  )
}
