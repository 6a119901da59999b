/** A version of the SOP to be read, for one kind of asset: both halves of the way and where each ends. */
import { For } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Section } from '#client/ui/section.tsx'
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import { halfOf } from '#shared/domain/tasks/edit-sop.ts'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { StageLine } from './stage-line.tsx'
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
        <Section title={words().halves[half]}>
          <FactList>
            <For each={halfOf(props.sop, half).flatMap((id) => stageById(props.sop, id) ?? [])}>
              {(stage) => <StageLine sop={props.sop} stage={stage} kind={props.kind} />}
            </For>
            <Fact
              label={words().end}
              value={stageById(props.sop, props.sop.paths[half].at(-1) ?? '')?.[language()] ?? ''}
            />
          </FactList>
        </Section>
      )}
    </For>
  )
}
