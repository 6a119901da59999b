/** One document's refused changes: what, when and why, and three things to do with them. Letting go asks once. */
import { createSignal, For, Show } from 'solid-js'
import { formatDateTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { NoteList } from '#client/ui/note-list.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { saveDocument } from '#client/app/save-document.ts'
import type { RefusedChange } from './refused-changes.ts'
import { refusedWords } from './refused-words.ts'

export interface RefusedSectionProps {
  readonly replica: Replica
  readonly name: DocName
  readonly title: string
  readonly changes: readonly RefusedChange[]
  /** It is not shared with this person any more: sending again would be refused again. */
  readonly isShut: boolean
  /** Nothing of theirs is shared with this person any more: it can be looked at and saved. */
  readonly isShutOut: boolean
}

/** After weeks offline there may be thousands. */
const shown = 50

export function RefusedSection(props: RefusedSectionProps) {
  const words = useWords(refusedWords)
  const [isBusy, setBusy] = createSignal(false)
  const [isAsking, setAsking] = createSignal(false)
  const [hasFailed, setFailed] = createSignal(false)
  const reasons = () => [...new Set(props.changes.map(({ reason }) => reason))]
  const total = (): number => props.changes.reduce((sum, { count }) => sum + count, 0)
  const rest = (): number => props.changes.slice(shown).reduce((sum, { count }) => sum + count, 0)

  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setFailed(false)
    try {
      await act()
    } catch (fault) {
      console.error(fault)
      setFailed(true)
    }
    setBusy(false)
  }
  const retry = (): Promise<void> =>
    attempt(async () => {
      await props.replica.retryRefused(props.name)
      showToast(words().retrying)
    })
  const letGo = (): Promise<void> => attempt(() => props.replica.discardRefused(props.name))

  return (
    <Section title={props.title}>
      <Stack gap="near">
        <For each={reasons()}>
          {(reason) => (
            <Show when={!props.isShutOut}>
              <Text>{props.isShut ? words().shutReason : words().reasons[reason]}</Text>
            </Show>
          )}
        </For>
        <NoteList>
          <For each={props.changes.slice(0, shown)}>
            {({ at, count, parts }) => (
              <li>
                {parts.map((part) => words().parts[part]).join(words().between)}
                {' · '}
                {words().when(count, formatDateTime(at))}
              </li>
            )}
          </For>
          <Show when={rest() > 0}>
            <li>{words().more(rest())}</li>
          </Show>
        </NoteList>
        <Show when={hasFailed()}>
          <Banner tone="bad">{words().failed}</Banner>
        </Show>
        <Show
          when={isAsking()}
          fallback={
            <Row wrap>
              <Show when={!props.isShut && !props.isShutOut}>
                <Button kind="primary" pending={isBusy()} onClick={() => void retry()}>
                  {words().retry}
                </Button>
              </Show>
              <Button onClick={() => void attempt(() => saveDocument(props.replica, props.name))}>
                {words().exportOne}
              </Button>
              <Show when={!props.isShutOut}>
                <Button kind="quiet" onClick={() => setAsking(true)}>
                  {words().letGo}
                </Button>
              </Show>
            </Row>
          }
        >
          <Text>{words().letGoAsk(total())}</Text>
          <Row wrap>
            <Button kind="danger" pending={isBusy()} onClick={() => void letGo()}>
              {words().letGoSure}
            </Button>
            <Button onClick={() => setAsking(false)}>{words().keep}</Button>
          </Row>
        </Show>
      </Stack>
    </Section>
  )
}
