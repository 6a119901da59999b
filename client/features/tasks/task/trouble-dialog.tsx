/** Something went wrong (T5): what kind, a note, and who should act. A line in the log, told to those concerned. */
import { createSignal } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { troubles } from '#shared/domain/tasks/troubles.ts'
import type { TroubleId } from '#shared/lib/troubles.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { AskDialog } from './ask-dialog.tsx'
import { createAnswer } from './create-answer.ts'
import { relationsWords } from './relations-words.ts'
import type { TaskCalls } from './task-calls.ts'
import { WhomSelect } from './whom-select.tsx'

export interface TroubleDialogProps {
  readonly calls: TaskCalls
  readonly onClose: () => void
}

export function TroubleDialog(props: TroubleDialogProps) {
  const words = useWords(relationsWords)
  const [what, setWhat] = createSignal<TroubleId | ''>('')
  const [note, setNote] = createSignal('')
  const [whom, setWhom] = createSignal<MemberId | null>(null)
  const [asked, setAsked] = createSignal(false)
  const step = createAnswer()
  const lacksNote = (): boolean => what() === 'other' && note().trim() === ''
  const report = async (): Promise<void> => {
    setAsked(true)
    const kind = what()
    if (kind === '' || lacksNote()) return
    if (await step.run(() => props.calls.wentWrong(kind, note().trim(), whom()))) props.onClose()
  }
  return (
    <AskDialog
      title={words().troubleTitle}
      help={words().troubleHelp}
      size="wide"
      act={words().report}
      step={step}
      onAct={() => void report()}
      onClose={props.onClose}
    >
      <RadioCards
        label={words().what}
        error={asked() && what() === '' ? words().needsWhat : undefined}
        value={what()}
        cards={troubles.map((one) => ({
          value: one.id,
          title: one[language()],
          detail: one.hint[language()],
        }))}
        onChange={setWhat}
      />
      <TextField
        label={words().note}
        optional={what() === 'other' ? undefined : words().optional}
        placeholder={words().notePlaceholder}
        error={asked() && lacksNote() ? words().needsNote : undefined}
        value={note()}
        maxLength={limits.reasonCharacters}
        grows
        onInput={setNote}
      />
      <WhomSelect
        label={words().who}
        nobody={words().nobodyInParticular}
        whom={whom()}
        people={props.calls.people()}
        onChange={setWhom}
      />
    </AskDialog>
  )
}
