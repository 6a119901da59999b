/** Submitting a brief: what must be there first, each a way to its field, and below the bar a reason. */
import { createSignal, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { NoteList } from '#client/ui/note-list.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { limits } from '#shared/protocol/limits.ts'
import type { FlowBarProps } from './flow-bar.tsx'
import type { FlowAnswer } from './flow-calls.ts'
import { flowWords } from './words.ts'

export function SubmitDialog(props: FlowBarProps & { readonly onClose: () => void }) {
  const words = useWords(flowWords)
  const [reason, setReason] = createSignal('')
  const [pending, setPending] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [answer, setAnswer] = createSignal<FlowAnswer>(null)
  const missing = () => props.readiness.hardMissing
  const isBelow = (): boolean => props.readiness.score < props.readiness.bar
  const lacksReason = (): boolean => isBelow() && reason().trim() === ''
  const goTo = (id: string): void => {
    props.onClose()
    props.onGoTo(id)
  }
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (pending() || missing().length > 0 || lacksReason()) return
    setPending(true)
    const done = await props.calls.submit(props.doc, props.readiness.score, reason().trim())
    setPending(false)
    setAnswer(done)
    if (done === null) props.onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().submitTitle}
      description={words().submitHelp}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button
            kind="primary"
            pending={pending()}
            disabled={missing().length > 0}
            onClick={() => void submit()}
          >
            {words().submit}
          </Button>
        </>
      }
    >
      <Stack gap="apart">
        <Show
          when={missing().length > 0}
          fallback={
            <Show when={isBelow()} fallback={<Text>{words().score(props.readiness.score)}</Text>}>
              <TextField
                label={words().whyNow}
                help={words().belowBar(props.readiness.score, props.readiness.bar)}
                error={asked() && lacksReason() ? words().needsReason : undefined}
                placeholder={words().whyNowPlaceholder}
                value={reason()}
                maxLength={limits.reasonCharacters}
                grows
                onInput={setReason}
              />
            </Show>
          }
        >
          <Stack gap="near">
            <Banner tone="warn">{words().hardTitle}</Banner>
            <NoteList>
              <For each={missing()}>
                {(item) => (
                  <li>
                    <Button kind="quiet" onClick={() => goTo(item.id)}>
                      {item.sentence}
                    </Button>
                  </li>
                )}
              </For>
            </NoteList>
          </Stack>
        </Show>
        <Show when={answer()}>
          {(why) => (
            <Banner tone="bad">{why() === 'too-long' ? words().tooLong : words().notStored}</Banner>
          )}
        </Show>
      </Stack>
    </Dialog>
  )
}
