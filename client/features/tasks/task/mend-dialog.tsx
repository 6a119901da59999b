/** What was done about something that went wrong: with it said, it is closed. */
import { createSignal } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { TextField } from '#client/ui/text-field.tsx'
import { limits } from '#shared/protocol/limits.ts'
import { AskDialog } from './ask-dialog.tsx'
import { createAnswer } from './create-answer.ts'
import { relationsWords } from './relations-words.ts'
import type { TaskCalls } from './task-calls.ts'

export interface MendDialogProps {
  readonly calls: TaskCalls
  /** The entry that said it. */
  readonly of: string
  readonly onClose: () => void
}

export function MendDialog(props: MendDialogProps) {
  const words = useWords(relationsWords)
  const [done, setDone] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const step = createAnswer()
  const isEmpty = (): boolean => done().trim() === ''
  const mend = async (): Promise<void> => {
    setAsked(true)
    if (isEmpty()) return
    if (await step.run(() => props.calls.mend(props.of, done().trim()))) props.onClose()
  }
  return (
    <AskDialog
      title={words().mendTitle}
      act={words().close}
      step={step}
      onAct={() => void mend()}
      onClose={props.onClose}
    >
      <TextField
        label={words().done}
        placeholder={words().donePlaceholder}
        error={asked() && isEmpty() ? words().needsDone : undefined}
        value={done()}
        maxLength={limits.reasonCharacters}
        grows
        onInput={setDone}
      />
    </AskDialog>
  )
}
