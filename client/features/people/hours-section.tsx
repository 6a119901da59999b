/** Where a person is and when they work: to be set by whoever may, to be read by everybody else. */
import { createMemo, createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { readTypedTime } from '#client/ui/read-typed-time.ts'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import type { Profile } from '#shared/domain/people/profile.ts'
import { usualWorkingDays } from '#shared/domain/workspace/workspace.ts'
import { setHours } from '#shared/documents/commands/person-profile.ts'
import { personWords } from './person-words.ts'

export interface HoursSectionProps {
  readonly doc: Y.Doc
  readonly profile: Profile
  readonly readOnly: boolean
  readonly note: string
}

const here = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

export function HoursSection(props: HoursSectionProps) {
  const words = useWords(personWords)
  const zones = createMemo(() =>
    [
      ...new Set([...Intl.supportedValuesOf('timeZone'), here(), props.profile.timeZone ?? 'UTC']),
    ].sort(),
  )
  const days = (): readonly number[] => props.profile.workingDays ?? usualWorkingDays
  const toggle = (day: number, on: boolean): void =>
    void setHours(props.doc, {
      workingDays: on ? [...days(), day] : days().filter((one) => one !== day),
    })
  return (
    <Section title={words().hours} note={props.note}>
      <Show when={!props.readOnly} fallback={<HoursRead profile={props.profile} />}>
        <Stack>
          <Row align="end" wrap>
            <Select
              label={words().timeZone}
              value={props.profile.timeZone ?? ''}
              placeholder={words().noZone}
              options={zones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
              onChange={(timeZone) => void setHours(props.doc, { timeZone })}
            />
            <Show when={props.profile.timeZone !== here()}>
              <Button kind="quiet" onClick={() => void setHours(props.doc, { timeZone: here() })}>
                {words().useHere}
              </Button>
            </Show>
          </Row>
          <Row align="start" gap="related" fill>
            <TimeField {...props} label={words().from} field="workFrom" placeholder="09:00" />
            <TimeField {...props} label={words().to} field="workTo" placeholder="18:00" />
          </Row>
          <ChoiceChips
            label={words().workingDays}
            choices={words()
              .days.split(' ')
              .map((day, place) => ({ value: String(place + 1), label: day }))}
            chosen={days().map(String)}
            onToggle={(day, on) => toggle(Number(day), on)}
          />
        </Stack>
      </Show>
    </Section>
  )
}

function HoursRead(props: { readonly profile: Profile }) {
  const words = useWords(personWords)
  const time = (): string => {
    const { workFrom, workTo } = props.profile
    return workFrom === null || workTo === null
      ? words().notSaid
      : words().hoursFrom(workFrom, workTo)
  }
  const days = (): string => {
    const names = words().days.split(' ')
    const { workingDays } = props.profile
    return workingDays === null
      ? words().notSaid
      : workingDays
          .toSorted((a, b) => a - b)
          .map((day) => names[day - 1] ?? '')
          .join(words().between)
  }
  return (
    <FactList>
      <Fact
        label={words().timeZone}
        value={props.profile.timeZone?.replaceAll('_', ' ') ?? words().noZone}
      />
      <Fact label={words().workingHours} value={time()} />
      <Fact label={words().workingDays} value={days()} />
    </FactList>
  )
}

function TimeField(
  props: HoursSectionProps & {
    readonly label: string
    readonly field: 'workFrom' | 'workTo'
    readonly placeholder: string
  },
) {
  const words = useWords(personWords)
  const [wrong, setWrong] = createSignal(false)
  const commit = (text: string): void => {
    const time = text.trim() === '' ? '' : readTypedTime(text)
    setWrong(time === null)
    if (time !== null) setHours(props.doc, { [props.field]: time === '' ? null : time })
  }
  return (
    <TextField
      label={props.label}
      value={props.profile[props.field] ?? ''}
      placeholder={props.placeholder}
      maxLength={5}
      error={wrong() ? words().notATime : undefined}
      onInput={() => setWrong(false)}
      onCommit={commit}
    />
  )
}
