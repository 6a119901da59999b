/** Submitting a brief: what must be there first, each a way to its field, and below the bar a reason. */
import { createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { CheckLinks } from '#client/ui/check-links.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { language } from '#client/i18n/language.ts'
import { judgeBrief, type Quality } from '#shared/domain/briefs/quality/judge.ts'
import { qualityItemById, scoreBar, type ItemId } from '#shared/domain/briefs/quality/items.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { notesText } from '#shared/documents/readers/notes-text.ts'
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
  // As it is when the dialog opens: nobody edits behind it here, and others' edits are listed as later.
  const { score, belowBar, hardMissing } = judgeNow(props.doc)
  const missing = () => hardMissing.map((id) => qualityItemById(id))
  const lacksReason = (): boolean => belowBar && reason().trim() === ''
  const goTo = (id: ItemId): void => {
    props.onClose()
    props.onGoTo(id)
  }
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (pending() || missing().length > 0 || lacksReason()) return
    setPending(true)
    const done = await props.calls.submit(props.doc, score, reason().trim())
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
            <Show when={belowBar} fallback={<Text>{words().score(score)}</Text>}>
              <TextField
                label={words().whyNow}
                help={words().belowBar(score, scoreBar)}
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
            <CheckLinks
              label={words().hardTitle}
              links={missing().map((item) => ({
                id: item.id,
                label: item.label[language()],
                standing: words().stillMissing,
                mark: 'open',
                detail: item.missing[language()],
              }))}
              onGo={(id) => {
                const item = missing().find((one) => one.id === id)
                if (item) goTo(item.id)
              }}
            />
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

function judgeNow(doc: Y.Doc): Quality {
  const now = new Date()
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return judgeBrief(readBrief(doc), notesText(doc), today.toISOString().slice(0, 10))
}
