/** Sending a task back: to which stage, for one reason of the list used everywhere, and perhaps which part of the brief is at fault. */
import { createSignal, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { Select } from '#client/ui/select.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { qualityItems } from '#shared/domain/briefs/quality/items.ts'
import { causes, ofTheBrief } from '#shared/domain/tasks/causes.ts'
import type { CauseId } from '#shared/lib/causes.ts'
import { limits } from '#shared/protocol/limits.ts'
import { AskDialog } from './ask-dialog.tsx'
import { createAnswer } from './create-answer.ts'
import type { TaskCalls } from './task-calls.ts'
import { taskWords } from './words.ts'

export interface SendBackDialogProps {
  readonly calls: TaskCalls
  /** Stages it can go back to, the one before first. */
  readonly stages: readonly { readonly id: string; readonly label: string }[]
  readonly minutes: number | null
  readonly onClose: () => void
}

export function SendBackDialog(props: SendBackDialogProps) {
  const words = useWords(taskWords)
  const [to, setTo] = createSignal(props.stages[0]?.id ?? '')
  const [cause, setCause] = createSignal<CauseId | ''>('')
  const [field, setField] = createSignal('-')
  const [what, setWhat] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const step = createAnswer()
  const isOfBrief = (): boolean => ofTheBrief.some((id) => id === cause())
  const sendBack = async (): Promise<void> => {
    setAsked(true)
    const why = cause()
    if (why === '') return
    const at = isOfBrief() && field() !== '-' ? field() : null
    const back = { to: to(), cause: why, field: at, reason: what().trim() }
    if (await step.run(() => props.calls.sendBack(back, props.minutes))) props.onClose()
  }
  return (
    <AskDialog
      title={words().backTitle}
      help={words().backHelp}
      size="wide"
      act={words().sendBack}
      step={step}
      onAct={() => void sendBack()}
      onClose={props.onClose}
    >
      <Show when={props.stages.length > 1}>
        <Select
          label={words().backTo}
          value={to()}
          options={props.stages.map(({ id, label }) => ({ value: id, label }))}
          onChange={setTo}
        />
      </Show>
      <RadioCards
        label={words().cause}
        error={asked() && cause() === '' ? words().needsCause : undefined}
        value={cause()}
        cards={causes.map((one) => ({
          value: one.id,
          title: one[language()],
          detail: one.hint[language()],
        }))}
        onChange={setCause}
      />
      <Show when={isOfBrief()}>
        <Select
          label={words().field}
          value={field()}
          options={[
            { value: '-', label: words().noField },
            ...qualityItems.map(({ id, label }) => ({
              value: String(id),
              label: label[language()],
            })),
          ]}
          onChange={setField}
        />
      </Show>
      <TextField
        label={words().whatToMend}
        optional={words().optional}
        placeholder={words().whatToMendPlaceholder}
        value={what()}
        maxLength={limits.reasonCharacters}
        grows
        onInput={setWhat}
      />
    </AskDialog>
  )
}
