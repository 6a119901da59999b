/** The quiet way to the records of a scope; the dialog is loaded when it is first opened. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import type { RecordsDialogProps } from './records-dialog.tsx'
import { recordWords } from './words.ts'

const RecordsDialog = later(async () => (await import('./records-dialog.tsx')).RecordsDialog)

export type RecordsEntryProps = Omit<RecordsDialogProps, 'open' | 'onOpenChange' | 'about'>

export function RecordsEntry(props: RecordsEntryProps) {
  const words = useWords(recordWords)
  const [open, setOpen] = createSignal(false)
  const [wanted, setWanted] = createSignal(false)
  const show = (): void => {
    setWanted(true)
    setOpen(true)
  }
  return (
    <>
      <Button kind="quiet" aria-haspopup="dialog" onClick={show}>
        {words().about.people.entry}
      </Button>
      <Show when={wanted()}>
        <RecordsDialog {...props} about="people" open={open()} onOpenChange={setOpen} />
      </Show>
    </>
  )
}
