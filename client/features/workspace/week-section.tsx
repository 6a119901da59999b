/** In which money the workspace counts, and on which days it works. */
import { createMemo } from 'solid-js'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { setCurrency, toggleWorkingDay } from '#shared/documents/commands/workspace-settings.ts'
import { markets } from '#shared/domain/choices/markets.ts'
import { usualCurrency } from '#shared/domain/workspace/workspace.ts'
import type { SectionProps } from './section-props.ts'
import { workspaceWords } from './words.ts'

const currencies = [...new Set([usualCurrency, ...markets.map((market) => market.currency)])]

export function WeekSection(props: SectionProps) {
  const words = useWords(workspaceWords)
  const names = createMemo(() => new Intl.DisplayNames(localeOf(language()), { type: 'currency' }))
  return (
    <Section title={words().money}>
      <Stack>
        <Select
          label={words().currency}
          value={props.workspace.currency}
          options={currencies.map((code) => ({
            value: code,
            label: `${code} · ${names().of(code) ?? code}`,
          }))}
          disabled={props.readOnly}
          onChange={(currency) => void setCurrency(props.doc, currency)}
        />
        <ChoiceChips
          label={words().workingDays}
          choices={words()
            .days.split(' ')
            .map((day, place) => ({ value: String(place + 1), label: day }))}
          chosen={props.workspace.workingDays.map(String)}
          disabled={props.readOnly}
          onToggle={(day) => toggleWorkingDay(props.doc, Number(day))}
        />
      </Stack>
    </Section>
  )
}
