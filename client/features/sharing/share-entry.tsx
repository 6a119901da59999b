/** The way to sharing in a brief's head; the dialog is loaded when it is first opened. */
import UserPlus from 'lucide-solid/icons/user-plus'
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { HeadAction } from '#client/ui/head-actions.tsx'
import { later } from '#client/ui/later.tsx'
import type { ShareDialogProps } from './share-dialog.tsx'
import { sharingWords } from './words.ts'

const ShareDialog = later(async () => (await import('./share-dialog.tsx')).ShareDialog)

export function ShareEntry(props: Omit<ShareDialogProps, 'onClose'>) {
  const words = useWords(sharingWords)
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <HeadAction
        label={words().share}
        icon={() => <UserPlus size={18} aria-hidden="true" />}
        opensDialog
        onPress={() => setOpen(true)}
      />
      <Show when={open()}>
        <ShareDialog {...props} onClose={() => setOpen(false)} />
      </Show>
    </>
  )
}
