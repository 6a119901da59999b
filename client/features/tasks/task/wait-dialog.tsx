/** What a task waits for, and for whom: a line in its log, so that nobody has to ask why it stands still. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { limits } from '#shared/protocol/limits.ts'
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
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().waitTitle}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button kind="primary" pending={step.pending()} onClick={() => void wait()}>
            {words().wait}
          </Button>
        </>
      }
    >
      <Stack gap="apart">
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
        <Show when={step.answer()}>
          {(why) => (
            <Banner tone="bad">{why() === 'too-long' ? words().tooLong : words().notStored}</Banner>
          )}
        </Show>
      </Stack>
    </Dialog>
  )
}
