/** The day the chosen tasks are to be done by. */
import { createSignal, Show } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Checkbox } from '#client/ui/checkbox.tsx'
import { DateField } from '#client/ui/date-field.tsx'
import type { AskBulkProps } from './ask-bulk.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { createBulkStep } from './create-bulk-step.ts'
import { bulkWords } from './words.ts'

export function DayDialog(props: AskBulkProps) {
  const words = useWords(bulkWords)
  const step = createBulkStep(props)
  const { tasks } = props
  const count = formatNumber(tasks.length)
  const [day, setDay] = createSignal('')
  const [asBrief, setAsBrief] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const set = (): void => {
    setAsked(true)
    if (day() === '' && !asBrief()) return
    void step.run(tasks, { kind: 'day', day: asBrief() ? null : day() })
  }
  return (
    <BulkDialog
      title={words().titles.day(count)}
      help={words().dayHelp}
      act={words().act.day(count)}
      step={step}
      nameOf={props.nameOf}
      onAct={set}
      onClose={props.onClose}
    >
      <Show when={!asBrief()}>
        <DateField
          label={words().dayLabel}
          error={asked() && day() === '' ? words().needsDay : undefined}
          value={day()}
          locale={localeOf(language())}
          onChange={setDay}
        />
      </Show>
      <Show when={tasks.some(({ summary }) => summary.dueOn !== null)}>
        <Checkbox label={words().asBrief} checked={asBrief()} onChange={setAsBrief} />
      </Show>
    </BulkDialog>
  )
}
