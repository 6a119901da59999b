/** What is shown now, kept under a name. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { SavedCalls } from './saved-calls.ts'
import { sayTooManyViews } from './say-saved.ts'
import { savedWords } from './words.ts'

export function SaveDialog(props: { readonly calls: SavedCalls; readonly onClose: () => void }) {
  const words = useWords(savedWords)
  const [name, setName] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const tooMany = (): string | null => sayTooManyViews(props.calls.list().length + 1)
  const isEmpty = (): boolean => name().trim() === ''
  const save = (): void => {
    setAsked(true)
    if (!props.calls.save({ name: name(), address: props.calls.address() })) return
    showToast(words().saved(name().trim()), { tone: 'ok' })
    props.onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().saveTitle}
      description={words().saveHelp}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Show when={tooMany() === null}>
            <Button kind="primary" onClick={save}>
              {words().keep}
            </Button>
          </Show>
        </>
      }
    >
      <Stack>
        <Show when={tooMany()}>{(why) => <Banner tone="warn">{why()}</Banner>}</Show>
        <TextField
          label={words().name}
          placeholder={words().namePlaceholder}
          error={asked() && isEmpty() ? words().needsName : undefined}
          value={name()}
          maxLength={limits.nameCharacters}
          onInput={setName}
        />
      </Stack>
    </Dialog>
  )
}
