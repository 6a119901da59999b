/** How often a task may be sent back, and who may review: to be read, or changed in the draft. */
import { Show } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { NumberField } from '#client/ui/number-field.tsx'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { SopContent } from '#shared/domain/tasks/sop-text.ts'
import { dutyRules } from '#shared/domain/tasks/sop.ts'
import { limits } from '#shared/protocol/limits.ts'
import { sopWords } from './words.ts'

export interface SopRulesProps {
  readonly sop: SopContent
  /** Null: it is read. */
  readonly onChange: ((sop: SopContent) => void) | null
}

export function SopRules(props: SopRulesProps) {
  const words = useWords(sopWords)
  const duties = () => props.sop.duties ?? 'solo'
  return (
    <Section title={words().rules}>
      <Show
        when={props.onChange}
        fallback={
          <FactList>
            <Fact
              label={words().rework}
              value={words().rounds(formatNumber(props.sop.reworkRounds))}
            />
            <Fact
              label={words().duties}
              value={words().dutyRules[duties()]}
              help={words().dutyHelp[duties()]}
            />
          </FactList>
        }
      >
        {(change) => (
          <Stack gap="apart">
            <NumberField
              label={words().rework}
              locale={localeOf(language())}
              value={props.sop.reworkRounds}
              min={0}
              max={limits.sopReworkRounds}
              onChange={(rounds) => change()({ ...props.sop, reworkRounds: rounds ?? 0 })}
            />
            <RadioCards
              label={words().duties}
              value={duties()}
              cards={dutyRules.map((value) => ({
                ...{ value, title: words().dutyRules[value], detail: words().dutyHelp[value] },
              }))}
              onChange={(rule) => change()({ ...props.sop, duties: rule })}
            />
          </Stack>
        )}
      </Show>
    </Section>
  )
}
