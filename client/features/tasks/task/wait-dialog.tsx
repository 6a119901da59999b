/** What a task waits for, and for whom: a line in its log, so that nobody has to ask why it stands still. */
import { createSignal } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { TextField } from '#client/ui/text-field.tsx'
import type { MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { AskDialog } from './ask-dialog.tsx'
import { createAnswer } from './create-answer.ts'
import type { TaskCalls } from './task-calls.ts'
import { taskWords } from './words.ts'
import { WhomSelect } from './whom-select.tsx'

export interface WaitDialogProps {
  readonly calls: TaskCalls
  readonly onClose: () => void
}

export function WaitDialog(props: WaitDialogProps) {
  const words = useWords(taskWords)
  const [what, setWhat] = createSignal('')
  const [whom, setWhom] = createSignal<MemberId | null>(null)
  const [asked, setAsked] = createSignal(false)
  const step = createAnswer()
  const isEmpty = (): boolean => what().trim() === ''
  const wait = async (): Promise<void> => {
    setAsked(true)
    if (isEmpty()) return
    if (await step.run(() => props.calls.wait(what().trim(), whom()))) props.onClose()
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
      <WhomSelect
        label={words().waitWhom}
        nobody={words().nobodyInParticular}
        whom={whom()}
        people={props.calls.people()}
        onChange={setWhom}
      />
    </AskDialog>
  )
}
