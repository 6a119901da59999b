/** Saving a brief as a template of the team's own: what it keeps, and what it is called. */
import { createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { StartCalls } from './start-calls.ts'
import { startWords } from './words.ts'

export function SaveAsTemplate(props: {
  readonly doc: Y.Doc
  readonly title: string
  readonly calls: StartCalls
  readonly onClose: () => void
}) {
  const words = useWords(startWords)
  const [name, setName] = createSignal(props.title)
  const [pending, setPending] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const save = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const made = await props.calls.saveAsTemplate(props.doc, name().trim())
    setPending(false)
    setFailed(made === null)
    if (made === null) return
    props.onClose()
    showToast(words().saved, { tone: 'ok' })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().saveAsTitle}
      description={words().saveAsHelp}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button
            kind="primary"
            pending={pending()}
            disabled={name().trim() === ''}
            onClick={() => void save()}
          >
            {words().save}
          </Button>
        </>
      }
    >
      <Stack>
        <TextField
          label={words().name}
          placeholder={words().namePlaceholder}
          value={name()}
          maxLength={limits.titleCharacters}
          onInput={setName}
          onEnter={() => void save()}
        />
        <Show when={failed()}>
          <Banner tone="bad">{words().notStored}</Banner>
        </Show>
      </Stack>
    </Dialog>
  )
}
