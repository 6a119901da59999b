/** Who does the stage the chosen tasks stand in. */
import { createSignal } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Combobox } from '#client/ui/combobox.tsx'
import type { AskBulkProps } from './ask-bulk.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { createBulkStep } from './create-bulk-step.ts'
import { bulkWords } from './words.ts'

const nobody = '-'

export function AssignDialog(props: AskBulkProps) {
  const words = useWords(bulkWords)
  const step = createBulkStep(props)
  // What was chosen when it opened: a colleague's change must not take a task out from under it.
  const { tasks } = props
  const count = formatNumber(tasks.length)
  const [who, setWho] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const assign = (): void => {
    setAsked(true)
    if (who() === '') return
    const to = props.calls.people().find(({ member }) => member === who())?.member ?? null
    void step.run(tasks, { kind: 'assign', to })
  }
  return (
    <BulkDialog
      title={words().titles.assign(count)}
      help={words().assignHelp}
      act={words().act.assign(count)}
      step={step}
      nameOf={props.nameOf}
      onAct={assign}
      onClose={props.onClose}
    >
      <Combobox
        label={words().who}
        placeholder={words().pickWho}
        error={asked() && who() === '' ? words().needsWho : undefined}
        value={who()}
        options={[
          ...props.calls.people().map(({ member, name }) => ({
            value: String(member),
            label: member === props.calls.me ? words().you(name) : name,
          })),
          { value: nobody, label: words().nobody },
        ]}
        onChange={setWho}
      />
    </BulkDialog>
  )
}
