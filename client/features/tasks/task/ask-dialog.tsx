/** A dialog that asks what belongs to one step of a task: its fields, the button that takes it, and why it was not noted. */
import { Show, type JSX } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { createAnswer } from './create-answer.ts'
import { taskWords } from './words.ts'

export interface AskDialogProps {
  readonly title: string
  readonly help?: string | undefined
  readonly size?: 'wide' | undefined
  /** What the button says. */
  readonly act: string
  readonly step: ReturnType<typeof createAnswer>
  readonly onAct: () => void
  readonly onClose: () => void
  readonly children: JSX.Element
}

export function AskDialog(props: AskDialogProps) {
  const words = useWords(taskWords)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      description={props.help}
      closeLabel={words().close}
      size={props.size}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button kind="primary" pending={props.step.pending()} onClick={() => props.onAct()}>
            {props.act}
          </Button>
        </>
      }
    >
      <Stack gap="apart">
        {props.children}
        <Show when={props.step.answer()}>
          {(why) => (
            <Banner tone="bad">{why() === 'too-long' ? words().tooLong : words().notStored}</Banner>
          )}
        </Show>
      </Stack>
    </Dialog>
  )
}
