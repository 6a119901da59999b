/** The way into an import and back out of it: what was chosen, dropped or pasted, whether its dialog is open, what it brought, its undo. */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type * as Y from 'yjs'
import type { Imported } from '#shared/documents/commands/import-products.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'

export interface ImportEntry {
  readonly isOpen: Accessor<boolean>
  /** Its dialog is loaded when it is first wanted. */
  readonly wasOpened: Accessor<boolean>
  readonly given: Accessor<File | null>
  readonly imported: Accessor<Imported | null>
  readonly give: (file: File) => void
  readonly giveText: (text: string) => void
  readonly setOpen: (open: boolean) => void
  readonly begin: () => void
  readonly done: (imported: Imported) => void
  readonly undo: () => void
  readonly dismiss: () => void
}

/** Chosen by its ending, or by its type where a device hides endings. */
export const acceptedFiles =
  '.csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Text from a clipboard is a list like any other. */
export const pastedFile = (text: string): File =>
  new File([text], 'pasted.tsv', { type: 'text/tab-separated-values' })

export function createImportEntry(doc: Accessor<Y.Doc>): ImportEntry {
  const [given, setGiven] = createSignal<File | null>(null)
  const [isOpen, setOpen] = createSignal(false)
  const [wasOpened, setOpened] = createSignal(false)
  const [imported, setImported] = createSignal<Imported | null>(null)
  /** Of this import alone: whatever is done after it stays. */
  let undoing: ReturnType<typeof createBriefUndo> | null = null
  const forget = (): void => {
    undoing?.destroy()
    undoing = null
  }
  onCleanup(forget)
  const give = (file: File): void => {
    setGiven(file)
    setOpened(true)
    setOpen(true)
  }
  return {
    isOpen,
    wasOpened,
    given,
    imported,
    give,
    giveText: (text) => give(pastedFile(text)),
    setOpen(open) {
      setOpen(open)
      if (!open) setGiven(null)
    },
    begin() {
      forget()
      undoing = createBriefUndo(doc(), 'importProducts')
    },
    done: (brought) => void setImported(brought),
    undo() {
      undoing?.undo()
      forget()
      setImported(null)
    },
    dismiss() {
      forget()
      setImported(null)
    },
  }
}
