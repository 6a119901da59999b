/** Asks once before somebody or a device is let go, and says in plain words what happens then. */
import { createSignal, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { accessWords } from './access-words.ts'

export interface SureDialogProps {
  readonly title: string
  /** What happens, a sentence each. */
  readonly then: readonly string[]
  /** Of the button that does it. */
  readonly label: string
  /** False: it could not be stored on this device. */
  readonly onSure: () => Promise<boolean>
  readonly onClose: () => void
}

export function SureDialog(props: SureDialogProps) {
  const words = useWords(accessWords)
  const [pending, setPending] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const sure = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const isMade = await props.onSure()
    setPending(false)
    setFailed(!isMade)
    if (isMade) props.onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button kind="danger" pending={pending()} onClick={() => void sure()}>
            {props.label}
          </Button>
        </>
      }
    >
      <Stack>
        <For each={props.then}>{(sentence) => <Text>{sentence}</Text>}</For>
        <Show when={failed()}>
          <Banner tone="bad">{words().notStored}</Banner>
        </Show>
      </Stack>
    </Dialog>
  )
}
