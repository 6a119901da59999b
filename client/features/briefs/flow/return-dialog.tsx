/** Returning a brief: what is missing, in a sentence its submitter reads, and the field at fault. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { language } from '#client/i18n/language.ts'
import { qualityItems } from '#shared/domain/briefs/quality/items.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { FlowAnswer, FlowCalls } from './flow-calls.ts'
import { flowWords } from './words.ts'

export interface ReturnDialogProps {
  readonly calls: FlowCalls
  readonly onClose: () => void
}

export function ReturnDialog(props: ReturnDialogProps) {
  const words = useWords(flowWords)
  const [reason, setReason] = createSignal('')
  const [field, setField] = createSignal('-')
  const [pending, setPending] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [answer, setAnswer] = createSignal<FlowAnswer>(null)
  const isEmpty = (): boolean => reason().trim() === ''
  const sendBack = async (): Promise<void> => {
    setAsked(true)
    if (pending() || isEmpty()) return
    setPending(true)
    const done = await props.calls.sendBack(reason().trim(), field() === '-' ? null : field())
    setPending(false)
    setAnswer(done)
    if (done === null) props.onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().returnTitle}
      description={words().returnHelp}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button kind="primary" pending={pending()} onClick={() => void sendBack()}>
            {words().sendBack}
          </Button>
        </>
      }
    >
      <Stack gap="apart">
        <TextField
          label={words().whatToMend}
          error={asked() && isEmpty() ? words().needsMending : undefined}
          placeholder={words().whatToMendPlaceholder}
          value={reason()}
          maxLength={limits.reasonCharacters}
          grows
          onInput={setReason}
        />
        <Select
          label={words().field}
          value={field()}
          options={[
            { value: '-', label: words().noField },
            ...qualityItems.map(({ id, label }) => ({ value: id, label: label[language()] })),
          ]}
          onChange={setField}
        />
        <Show when={answer()}>
          {(why) => (
            <Banner tone="bad">{why() === 'too-long' ? words().tooLong : words().notStored}</Banner>
          )}
        </Show>
      </Stack>
    </Dialog>
  )
}
