/** On which days somebody does not work, or does though others do not: the public table of their place, and their own days. */
import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { createSignal, For, Show } from 'solid-js'
import type * as Y from 'yjs'
import { dayOf, formatDate } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { holidayPlaces, isHolidayPlace } from '#shared/domain/calendar/holiday-places.ts'
import { placeNames } from '#shared/domain/calendar/holiday-table.ts'
import { knownOf, publicSpans } from '#shared/domain/calendar/public-holidays.ts'
import { saidSpans, type SaidSpan } from '#shared/domain/calendar/said-spans.ts'
import type { Profile } from '#shared/domain/people/profile.ts'
import { sayDays, setHours } from '#shared/documents/commands/person-profile.ts'
import { DaysForm } from './days-form.tsx'
import { daysWords } from './days-words.ts'

export interface DaysSectionProps {
  readonly doc: Y.Doc
  readonly profile: Profile
  readonly readOnly: boolean
  readonly now: () => number
}

/** Of the public table so many are shown. */
const shownAhead = 3
const noPlace = '-'

export function DaysSection(props: DaysSectionProps) {
  const words = useWords(daysWords)
  const [adding, setAdding] = createSignal(false)
  /** The form stood in the button's place: whoever is done with it is back at the button. */
  let wasAdding = false
  const today = (): string => dayOf(props.now())
  const spans = () => saidSpans(props.profile.days, today())
  const spanWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
    from === to ? formatDate(from) : words().span(formatDate(from), formatDate(to))
  const ahead = (): string => {
    const place = props.profile.holidays
    if (place === null) return ''
    return publicSpans(place, today())
      .slice(0, shownAhead)
      .map((span) => words().holiday(span[language()], spanWords(span)))
      .join(' · ')
  }
  /** What the table does not know of this year and the next. */
  const gap = (): string => {
    const place = props.profile.holidays
    if (place === null) return ''
    const year = Number(today().slice(0, 4))
    for (const one of [year, year + 1]) {
      const known = knownOf(place, one)
      if (known === 'by-law') return words().byLaw(one)
      if (known === 'unknown') return words().unknown(one)
    }
    return ''
  }
  const remove = (span: SaidSpan): void => {
    sayDays(props.doc, span.from, span.to, null)
    showToast(words().removed, {
      action: {
        label: words().undo,
        run: () => void sayDays(props.doc, span.from, span.to, span.said),
      },
    })
  }
  return (
    <Section title={words().daysOff} note={words().help}>
      <Stack>
        <Show
          when={!props.readOnly}
          fallback={
            <FactList>
              <Fact
                label={words().publicHolidays}
                value={
                  props.profile.holidays === null
                    ? words().none
                    : placeNames[props.profile.holidays][language()]
                }
                help={ahead()}
              />
            </FactList>
          }
        >
          <Select
            label={words().publicHolidays}
            value={props.profile.holidays ?? noPlace}
            help={ahead() === '' ? undefined : words().nextOnes(ahead())}
            options={[
              { value: noPlace, label: words().none },
              ...holidayPlaces.map((place) => ({
                value: place,
                label: placeNames[place][language()],
              })),
            ]}
            onChange={(place) =>
              void setHours(props.doc, { holidays: isHolidayPlace(place) ? place : null })
            }
          />
        </Show>
        <Show when={gap()}>{(sentence) => <Text kind="small">{sentence()}</Text>}</Show>
        <FactList>
          <For each={spans()} fallback={<Fact label={words().own} value={words().nothing} />}>
            {(span) => (
              <Fact
                label={words().said[span.said]}
                value={
                  <Row>
                    {spanWords(span)}
                    <Show when={!props.readOnly}>
                      <IconButton
                        label={words().remove(spanWords(span))}
                        onClick={() => remove(span)}
                      >
                        <X size={16} aria-hidden="true" />
                      </IconButton>
                    </Show>
                  </Row>
                }
              />
            )}
          </For>
        </FactList>
        <Show when={!props.readOnly}>
          <Show
            when={adding()}
            fallback={
              <div>
                <Button
                  ref={(button: HTMLElement) => {
                    if (wasAdding) queueMicrotask(() => button.focus())
                  }}
                  kind="quiet"
                  onClick={() => {
                    wasAdding = true
                    setAdding(true)
                  }}
                >
                  <Plus size={16} aria-hidden="true" />
                  {words().add}
                </Button>
              </div>
            }
          >
            <DaysForm doc={props.doc} onDone={() => setAdding(false)} />
          </Show>
        </Show>
      </Stack>
    </Section>
  )
}
