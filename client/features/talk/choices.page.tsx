/** What becomes news: a switch for each event, and plainly those that have none. */
import { createEffect, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { NoteList } from '#client/ui/note-list.tsx'
import { PageHead } from '#client/ui/page-head.tsx'
import { Page } from '#client/ui/page.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { SwitchField } from '#client/ui/switch-field.tsx'
import { Text } from '#client/ui/text.tsx'
import {
  isOptional,
  noticeEvents,
  type OptionalEventId,
} from '#shared/domain/notices/notice-events.ts'
import { choiceWords } from './inbox/choice-words.ts'

export interface ChoicesPageProps {
  /** Events that were turned off. */
  readonly off: ReadonlySet<string>
  readonly onTurn: (event: OptionalEventId, on: boolean) => void
  /** Tasks come to nobody who is outside. */
  readonly isGuest: boolean
  readonly onBack: () => void
}

const groups = ['talk', 'brief', 'task'] as const

export function ChoicesPage(props: ChoicesPageProps) {
  const words = useWords(choiceWords)
  createEffect(() => {
    document.title = words().title
  })
  const shown = () =>
    noticeEvents.filter(({ about }) => about === 'talk' || about === 'device' || !props.isGuest)
  const optional = (group: (typeof groups)[number]) =>
    shown().flatMap((event) => (event.about === group && !('isAlways' in event) ? [event.id] : []))
  return (
    <>
      <PageHead
        title={words().title}
        back={{ label: words().back, onBack: () => props.onBack() }}
      />
      <Page>
        <Text kind="quiet">{words().help}</Text>
        <For each={groups}>
          {(group) => (
            <Show when={optional(group).length > 0}>
              <Section title={words().about[group]}>
                <Stack gap="near">
                  <For each={optional(group)}>
                    {(event) => (
                      <SwitchField
                        label={words().events[event]}
                        on={!props.off.has(event)}
                        onChange={(on) => props.onTurn(event, on)}
                      />
                    )}
                  </For>
                </Stack>
              </Section>
            </Show>
          )}
        </For>
        <Section title={words().always}>
          <Text kind="quiet">{words().alwaysHelp}</Text>
          <NoteList>
            <For each={shown().filter((event) => !isOptional(event))}>
              {(event) => <li>{words().events[event.id]}</li>}
            </For>
          </NoteList>
        </Section>
      </Page>
    </>
  )
}
