/** Says of some days that somebody is off, or works. */
import { createSignal, onMount } from 'solid-js'
import type * as Y from 'yjs'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { DateField } from '#client/ui/date-field.tsx'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { SaidDay } from '#shared/domain/calendar/working-days.ts'
import { sayDays } from '#shared/documents/commands/person-profile.ts'
import { daysWords } from './days-words.ts'
import { sayDaysRefusal } from './say-days-refusal.ts'

export interface DaysFormProps {
  readonly doc: Y.Doc
  readonly onDone: () => void
}

export function DaysForm(props: DaysFormProps) {
  const words = useWords(daysWords)
  const [said, setSaid] = createSignal<SaidDay>('off')
  const [from, setFrom] = createSignal('')
  const [to, setTo] = createSignal('')
  const [wrong, setWrong] = createSignal('')
  const locale = () => localeOf(language())
  const save = (event: SubmitEvent): void => {
    event.preventDefault()
    const done = sayDays(props.doc, from(), to() === '' ? from() : to(), said())
    if (done.ok) return props.onDone()
    setWrong(sayDaysRefusal(done.refusal, words()))
  }
  let form: HTMLFormElement | undefined
  onMount(() => form?.querySelector<HTMLElement>('input:checked')?.focus())
  return (
    <form ref={(element) => (form = element)} onSubmit={save}>
      <Stack>
        <RadioCards
          label={words().what}
          value={said()}
          cards={[
            { value: 'off', title: words().said.off },
            { value: 'work', title: words().said.work },
          ]}
          onChange={setSaid}
        />
        <DateField
          label={words().from}
          value={from()}
          locale={locale()}
          placeholder={words().pickDay}
          error={wrong() || undefined}
          onChange={(day) => (setFrom(day), setWrong(''))}
        />
        <DateField
          label={words().to}
          help={words().sameDay}
          value={to()}
          locale={locale()}
          placeholder={words().pickDay}
          onChange={(day) => (setTo(day), setWrong(''))}
        />
        <Row>
          <Button type="submit">{words().save}</Button>
          <Button kind="quiet" onClick={() => props.onDone()}>
            {words().cancel}
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
