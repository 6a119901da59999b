/** Accepting what was submitted; where the brief changed since, which of the two versions is accepted. */
import { createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { FlowStep } from '#shared/records/brief-flow.ts'
import type { FlowCalls } from './flow-calls.ts'
import { flowWords } from './words.ts'

export interface AcceptDialogProps {
  readonly calls: FlowCalls
  readonly doc: Y.Doc
  readonly submitted: FlowStep
  readonly isChanged: boolean
  readonly onClose: () => void
}

export function AcceptDialog(props: AcceptDialogProps) {
  const words = useWords(flowWords)
  const [which, setWhich] = createSignal<'submitted' | 'now'>('submitted')
  const [pending, setPending] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const accept = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const now = props.isChanged && which() === 'now' ? props.doc : null
    const answer = await props.calls.accept(props.submitted, now)
    setPending(false)
    setFailed(answer !== null)
    if (answer === null) props.onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().acceptTitle}
      description={words().acceptHelp}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button kind="primary" pending={pending()} onClick={() => void accept()}>
            {words().accept}
          </Button>
        </>
      }
    >
      <Stack gap="apart">
        <Show
          when={props.isChanged}
          fallback={
            <Show when={props.submitted.score}>
              {(score) => <Text>{words().score(score())}</Text>}
            </Show>
          }
        >
          <RadioCards
            label={words().which}
            value={which()}
            cards={[
              {
                value: 'submitted',
                title: words().acceptSubmitted,
                detail: words().acceptSubmittedHelp,
              },
              { value: 'now', title: words().acceptNow, detail: words().acceptNowHelp },
            ]}
            onChange={setWhich}
          />
        </Show>
        <Show when={failed()}>
          <Banner tone="bad">{words().notStored}</Banner>
        </Show>
      </Stack>
    </Dialog>
  )
}
