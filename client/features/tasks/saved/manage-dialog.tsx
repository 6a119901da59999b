/** Every saved view: its name is written in place, a press deletes it, and that can be taken back. */
import Trash from 'lucide-solid/icons/trash'
import { For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toasts.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { NamedView, SavedCalls } from './saved-calls.ts'
import { savedWords } from './words.ts'

export function ManageDialog(props: { readonly calls: SavedCalls; readonly onClose: () => void }) {
  const words = useWords(savedWords)
  const viewOf = (id: string): NamedView | undefined =>
    props.calls.list().find((view) => view.id === id)
  const remove = (view: NamedView): void => {
    props.calls.remove(view.id)
    showToast(words().removed(view.name), {
      action: { label: words().undo, run: () => void props.calls.save(view) },
    })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().manageTitle}
      closeLabel={words().close}
    >
      <Stack>
        <For
          each={props.calls.list().map(({ id }) => id)}
          fallback={<Text kind="quiet">{words().none}</Text>}
        >
          {(id) => (
            <Show when={viewOf(id)}>
              {(view) => (
                <Row align="end">
                  <TextField
                    label={words().name}
                    hideLabel
                    value={view().name}
                    maxLength={limits.nameCharacters}
                    onInput={(name) => props.calls.save({ ...view(), name })}
                  />
                  <IconButton
                    label={words().remove(view().name)}
                    kind="danger"
                    onClick={() => remove(view())}
                  >
                    <Trash size={16} aria-hidden="true" />
                  </IconButton>
                </Row>
              )}
            </Show>
          )}
        </For>
      </Stack>
    </Dialog>
  )
}
