/** The way to sharing in a brief's head; the dialog is loaded when it is first opened. */
import UserPlus from 'lucide-solid/icons/user-plus'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import type { ShareDialogProps } from './share-dialog.tsx'
import { sharingWords } from './words.ts'

const ShareDialog = lazy(async () => ({
  default: (await import('./share-dialog.tsx')).ShareDialog,
}))

export function ShareEntry(props: Omit<ShareDialogProps, 'onClose'>) {
  const words = useWords(sharingWords)
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <IconButton label={words().share} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <UserPlus size={18} aria-hidden="true" />
      </IconButton>
      <Show when={open()}>
        <Suspense>
          <ShareDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </>
  )
}
