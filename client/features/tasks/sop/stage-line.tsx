/** A stage of the SOP to be read: who does it, how long, when it begins, and what is checked. */
import { For, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Fact } from '#client/ui/fact.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import type { SopCheck, SopStage } from '#shared/domain/tasks/sop.ts'
import { checkLines, ownerName, stageTimes } from './stage-lines.ts'
import { sopWords } from './words.ts'

export interface StageLineProps {
  readonly sop: SopContent
  readonly stage: SopStage
  readonly kind: DeliverableKind
}

export function StageLine(props: StageLineProps) {
  const words = useWords(sopWords)
  const checks = (label: string, all: readonly SopCheck[]) => (
    <Show when={checkLines(all, props.kind).length > 0}>
      <Stack gap="none">
        <Text kind="small">{label}</Text>
        <For each={checkLines(all, props.kind)}>{(line) => <Text>{line}</Text>}</For>
      </Stack>
    </Show>
  )
  return (
    <Fact
      label={ownerName(props.stage, props.kind)}
      value={props.stage[language()]}
      help={
        <Stack gap="near">
          <Text kind="small">{stageTimes(props.sop, props.stage, props.kind)}</Text>
          {checks(words().entryChecks, props.stage.entry)}
          {checks(words().exitChecks, props.stage.exit)}
        </Stack>
      }
    />
  )
}
