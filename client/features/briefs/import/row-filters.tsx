/** Which rows of a list are shown: all of them or those with something to say, by words, by category. */
import { Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Row } from '#client/ui/row.tsx'
import { Select } from '#client/ui/select.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { sayCategory } from '#shared/domain/choices/categories.ts'
import type { RowCounts } from '#shared/domain/briefs/catalogue/preview.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { RowFilter } from './choose-rows.ts'
import { importWords } from './words.ts'

export interface RowFiltersProps {
  readonly counts: RowCounts
  readonly categories: readonly string[]
  readonly filter: RowFilter
  readonly onFilter: (filter: RowFilter) => void
}

/** Below so many rows nobody searches. */
const manyRows = 12

export function RowFilters(props: RowFiltersProps) {
  const words = useWords(importWords)
  const choices = () =>
    (['all', 'error', 'warning'] as const)
      .filter((show) => show === 'all' || props.counts[show] > 0)
      .map((value) => ({
        value,
        label: words().counted(words().filters[value], props.counts[value]),
      }))
  return (
    <Row wrap gap="near" align="end">
      <Show when={choices().length > 1}>
        <ChoiceChips
          label={words().show}
          hideLabel
          choices={choices()}
          chosen={[props.filter.show]}
          onToggle={(show, isOn) => props.onFilter({ ...props.filter, show: isOn ? show : 'all' })}
        />
      </Show>
      <Show when={props.counts.all > manyRows}>
        <TextField
          label={words().search}
          hideLabel
          placeholder={words().searchPlaceholder}
          value={props.filter.search}
          maxLength={limits.nameCharacters}
          onInput={(search) => props.onFilter({ ...props.filter, search })}
        />
        <Show when={props.categories.length > 1}>
          <Select
            label={words().category}
            hideLabel
            value={props.filter.category === '' ? anyCategory : props.filter.category}
            options={[
              { value: anyCategory, label: words().anyCategory },
              ...props.categories.map((value) => ({
                value,
                label: sayCategory(value, language()),
              })),
            ]}
            onChange={(category) =>
              props.onFilter({
                ...props.filter,
                category: category === anyCategory ? '' : category,
              })
            }
          />
        </Show>
      </Show>
    </Row>
  )
}

/** No category can be called so: cells have no line breaks at their ends. */
const anyCategory = '\n'
