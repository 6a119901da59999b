/** The way to the records of one brief in the menu of its head; the dialog is loaded when it is first opened. */
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { HeadAction } from '#client/ui/head-actions.tsx'
import { later } from '#client/ui/later.tsx'
import type { RecordsDialogProps } from './records-dialog.tsx'
import { recordWords } from './words.ts'

const RecordsDialog = later(async () => (await import('./records-dialog.tsx')).RecordsDialog)

export function RecordsAction(props: Omit<RecordsDialogProps, 'open' | 'onOpenChange' | 'about'>) {
  const words = useWords(recordWords)
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <HeadAction
        seldom
        opensDialog
        label={words().about.brief.entry}
        icon={() => <ShieldCheck size={18} aria-hidden="true" />}
        onPress={() => setOpen(true)}
      />
      <Show when={open()}>
        <RecordsDialog {...props} about="brief" open onOpenChange={setOpen} />
      </Show>
    </>
  )
}
