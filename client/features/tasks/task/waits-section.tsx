/** Which other tasks this one waits for, found by typing, and which wait for it: each leads to its page. */
import { createMemo, createSignal, For, Show } from 'solid-js'
import type * as Y from 'yjs'
import X from 'lucide-solid/icons/x'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Combobox } from '#client/ui/combobox.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Tone } from '#client/ui/toasts.ts'
import { wholeName } from '#client/features/tasks/say-task.ts'
import { circleWith, type WaitState, type Waiters } from '#shared/domain/tasks/waits.ts'
import { waitForTask } from '#shared/documents/commands/tasks.ts'
import type { Topic } from '#shared/lib/ids.ts'
import { relationsWords } from './relations-words.ts'
import { sayTooManyWaits } from './say-waits.ts'

export interface WaitsSectionProps {
  readonly doc: Y.Doc
  readonly listed: ListedTask
  /** Every task of the workspace. */
  readonly tasks: readonly ListedTask[]
  readonly waiters: Waiters
  readonly canWrite: boolean
}

const tones: Readonly<Record<WaitState, Tone>> = {
  open: 'warn',
  over: 'ok',
  circle: 'bad',
  unknown: 'neutral',
}

export function WaitsSection(props: WaitsSectionProps) {
  const words = useWords(relationsWords)
  const [refused, setRefused] = createSignal<string | null>(null)
  const byTopic = createMemo(() => new Map(props.tasks.map((task) => [task.topic, task])))
  const nameOf = (topic: Topic): string => {
    const task = byTopic().get(topic)
    return task === undefined ? words().state.unknown : wholeName(task.summary)
  }
  const waitedForBy = createMemo(() =>
    props.tasks.filter(
      ({ summary }) => !summary.retired && summary.waits.includes(props.listed.topic),
    ),
  )
  const choices = createMemo(() =>
    props.tasks
      .filter(
        ({ topic, summary, log }) =>
          topic !== props.listed.topic &&
          !summary.retired &&
          !log.isOver &&
          !props.listed.summary.waits.includes(topic),
      )
      .map(({ topic, summary, stage }) => ({
        value: String(topic),
        label: [wholeName(summary), stage?.[language()] ?? ''].filter(Boolean).join(' · '),
      })),
  )
  const add = (chosen: string): void => {
    const other = props.tasks.find(({ topic }) => topic === chosen)?.topic
    if (other === undefined) return
    const way = circleWith(props.waiters, props.listed.topic, other)
    const isFull = sayTooManyWaits(props.listed.summary.waits.length + 1)
    if (way !== null)
      setRefused(words().circle([props.listed.topic, ...way].map(nameOf).join(words().arrow)))
    else if (isFull !== null) setRefused(isFull)
    else {
      setRefused(null)
      waitForTask(props.doc, other, true)
    }
  }
  return (
    <Section title={words().waits} note={words().waitsHelp}>
      <Stack gap="related">
        <Show
          when={props.listed.waits.length > 0}
          fallback={<Text kind="quiet">{words().noWaits}</Text>}
        >
          <FactList>
            <For each={props.listed.waits}>
              {({ topic, state }) => (
                <Fact
                  label={words().state[state]}
                  tone={tones[state]}
                  value={
                    <Show when={byTopic().get(topic)} fallback={words().waits}>
                      {(task) => (
                        <Button kind="quiet" href={`/tasks/${task().name}`}>
                          {wholeName(task().summary)}
                        </Button>
                      )}
                    </Show>
                  }
                  action={
                    <Show when={props.canWrite}>
                      <IconButton
                        label={words().takeOff(nameOf(topic))}
                        onClick={() => waitForTask(props.doc, topic, false)}
                      >
                        <X size={16} aria-hidden="true" />
                      </IconButton>
                    </Show>
                  }
                />
              )}
            </For>
          </FactList>
        </Show>
        <Show when={props.canWrite}>
          <Combobox
            label={words().addWait}
            placeholder={words().addWaitPlaceholder}
            value=""
            options={choices()}
            onChange={add}
          />
        </Show>
        <Show when={refused()}>{(why) => <Banner tone="warn">{why()}</Banner>}</Show>
        <Show when={waitedForBy().length > 0}>
          <Stack gap="near">
            <Text kind="small">{words().waitedFor}</Text>
            <For each={waitedForBy()}>
              {(task) => (
                <Button kind="quiet" href={`/tasks/${task.name}`}>
                  {wholeName(task.summary)}
                </Button>
              )}
            </For>
          </Stack>
        </Show>
      </Stack>
    </Section>
  )
}
