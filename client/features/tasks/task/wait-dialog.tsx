/** What a task waits for, and for whom: a line in its log, so that nobody has to ask why it stands still. */
import { createSignal } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Select } from '#client/ui/select.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { limits } from '#shared/protocol/limits.ts'
import { AskDialog } from './ask-dialog.tsx'
import { createAnswer } from './create-answer.ts'
import type { TaskCalls } from './task-calls.ts'
import { taskWords } from './words.ts'

export interface WaitDialogProps {
  readonly calls: TaskCalls
  readonly onClose: () => void
}

export function WaitDialog(props: WaitDialogProps) {
  const words = useWords(taskWords)
  const [what, setWhat] = createSignal('')
  const [whom, setWhom] = createSignal('-')
  const [asked, setAsked] = createSignal(false)
  const step = createAnswer()
  const isEmpty = (): boolean => what().trim() === ''
  const wait = async (): Promise<void> => {
    setAsked(true)
    if (isEmpty()) return
    const on = props.calls.people().find(({ member }) => member === whom())?.member ?? null
    if (await step.run(() => props.calls.wait(what().trim(), on))) props.onClose()
  }
  return (
    <AskDialog
      title={words().waitTitle}
      act={words().wait}
      step={step}
      onAct={() => void wait()}
      onClose={props.onClose}
    >
      <TextField
        label={words().waitWhat}
        placeholder={words().waitWhatPlaceholder}
        error={asked() && isEmpty() ? words().needsWhat : undefined}
        value={what()}
        maxLength={limits.reasonCharacters}
        grows
        onInput={setWhat}
      />
      <Select
        label={words().waitWhom}
        value={whom()}
        options={[
          { value: '-', label: words().nobodyInParticular },
          ...props.calls
            .people()
            .map(({ member, name }) => ({ value: String(member), label: name })),
        ]}
        onChange={setWhom}
      />
    </AskDialog>
  )
}
