/** A version of the SOP to be read, for one kind of asset: both halves of the way and where each ends. */
import { For } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import { halfOf } from '#shared/domain/tasks/edit-sop.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { StageSection } from './stage-section.tsx'
import { sopWords } from './words.ts'

export interface SopReadingProps {
  readonly sop: SopContent
  readonly kind: DeliverableKind
}

export function SopReading(props: SopReadingProps) {
  const words = useWords(sopWords)
  return (
    <For each={['master', 'adaptation'] as const}>
      {(half) => (
        <Stack gap="related">
          <Text kind="quiet">{words().halves[half]}</Text>
          <For each={halfOf(props.sop, half).flatMap((id) => stageById(props.sop, id) ?? [])}>
            {(stage) => <StageSection sop={props.sop} stage={stage} kind={props.kind} />}
          </For>
          <Text kind="small">
            {words().ends(
              stageById(props.sop, props.sop.paths[half].at(-1) ?? '')?.[language()] ?? '',
            )}
          </Text>
        </Stack>
      )}
    </For>
  )
}
