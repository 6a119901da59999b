/** Two versions of a short text written while apart: both are shown whole, one tap keeps one. */
import { For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Candidate } from '#shared/domain/briefs/brief.ts'
import { briefWords } from './words.ts'

export interface ChooseOneProps {
  readonly candidates: readonly Candidate[]
  /** Who wrote it, as far as this device can tell. */
  readonly authorOf: (writer: string) => string
  readonly onChoose: (writer: string) => void
  readonly readOnly: boolean
}

/** More than people write apart; another app may have put in thousands. */
const shown = 20

export function ChooseOne(props: ChooseOneProps) {
  const words = useWords(briefWords)
  return (
    <Stack gap="near">
      <Banner tone="warn">{words().chooseOne}</Banner>
      <For each={props.candidates.slice(0, shown)}>
        {(candidate) => (
          <Row spread>
            <Stack gap="tight">
              <span dir="auto">{candidate.text}</span>
              <Text kind="small">{props.authorOf(candidate.writer)}</Text>
            </Stack>
            <Show when={!props.readOnly}>
              <Button onClick={() => props.onChoose(candidate.writer)}>{words().keepThis}</Button>
            </Show>
          </Row>
        )}
      </For>
      <Show when={props.candidates.length > shown}>
        <Text kind="small">{words().chooseMore(props.candidates.length - shown)}</Text>
      </Show>
    </Stack>
  )
}
