/** The quiet way into a brief's history; the panel is loaded when it is first opened. */
import Clock from 'lucide-solid/icons/clock'
import { createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { HeadAction } from '#client/ui/head-actions.tsx'
import { later } from '#client/ui/later.tsx'
import type { PastCalls } from './past-calls.ts'
import { historyWords } from './words.ts'

const HistoryPanel = later(async () => (await import('./history-panel.tsx')).HistoryPanel)

export interface HistoryEntryProps {
  readonly doc: Y.Doc
  readonly past: PastCalls
  readonly nameOf: (member: string) => string
  readonly readOnly: boolean
  readonly undo: () => void
}

export function HistoryEntry(props: HistoryEntryProps) {
  const words = useWords(historyWords)
  const [open, setOpen] = createSignal(false)
  const [wanted, setWanted] = createSignal(false)
  const show = (): void => {
    setWanted(true)
    setOpen(true)
  }
  return (
    <>
      <HeadAction
        label={words().history}
        icon={() => <Clock size={18} aria-hidden="true" />}
        opensDialog
        onPress={show}
      />
      <Show when={wanted()}>
        <HistoryPanel {...props} open={open()} onOpenChange={setOpen} />
      </Show>
    </>
  )
}
