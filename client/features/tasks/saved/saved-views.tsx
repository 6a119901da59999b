/** Saved views in the head of the list: each leads to its address; the one that is shown is marked. */
import Bookmark from 'lucide-solid/icons/bookmark'
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { later } from '#client/ui/later.tsx'
import { Menu, type MenuEntry } from '#client/ui/menu.tsx'
import type { SavedCalls } from './saved-calls.ts'
import { savedWords } from './words.ts'

const SaveDialog = later(async () => (await import('./save-dialog.tsx')).SaveDialog)
const ManageDialog = later(async () => (await import('./manage-dialog.tsx')).ManageDialog)

export function SavedViews(props: { readonly calls: SavedCalls }) {
  const words = useWords(savedWords)
  const [front, setFront] = createSignal<'save' | 'manage' | null>(null)
  const close = (): void => void setFront(null)
  const entries = (): readonly MenuEntry[] => [
    ...props.calls.list().map(({ name, address }): MenuEntry => ({
      kind: 'action',
      label: name,
      icon:
        address === props.calls.address()
          ? () => <Bookmark size={16} aria-hidden="true" />
          : undefined,
      onSelect: () => props.calls.open(address),
    })),
    ...(props.calls.list().length > 0 ? [{ kind: 'divider' } as const] : []),
    { kind: 'action', label: words().save, onSelect: () => setFront('save') },
    ...(props.calls.list().length > 0
      ? [
          {
            kind: 'action',
            label: words().manage,
            onSelect: () => void setFront('manage'),
          } as const,
        ]
      : []),
  ]
  return (
    <>
      <Menu label={words().views} square entries={entries()}>
        <Bookmark size={18} aria-hidden="true" />
      </Menu>
      <Show when={front() === 'save'}>
        <SaveDialog calls={props.calls} onClose={close} />
      </Show>
      <Show when={front() === 'manage'}>
        <ManageDialog calls={props.calls} onClose={close} />
      </Show>
    </>
  )
}
