/** The way to paper and files in a brief's head; the dialog is loaded when it is first opened. */
import Printer from 'lucide-solid/icons/printer'
import { createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { HeadAction } from '#client/ui/head-actions.tsx'
import { later } from '#client/ui/later.tsx'
import type { DocName } from '#shared/lib/ids.ts'
import { outWords } from './words.ts'

const OutDialog = later(async () => (await import('./out-dialog.tsx')).OutDialog)

export function OutEntry(props: { readonly name: DocName; readonly doc: Y.Doc }) {
  const words = useWords(outWords)
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <HeadAction
        seldom
        opensDialog
        label={words().entry}
        icon={() => <Printer size={18} aria-hidden="true" />}
        onPress={() => setOpen(true)}
      />
      <Show when={open()}>
        <OutDialog {...props} onClose={() => setOpen(false)} />
      </Show>
    </>
  )
}
