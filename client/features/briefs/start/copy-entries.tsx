/** Duplicating a brief and saving it as a template: seldom, so behind the menu of the page's head. */
import Copy from 'lucide-solid/icons/copy'
import LayoutTemplate from 'lucide-solid/icons/layout-template'
import { createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { HeadAction } from '#client/ui/head-actions.tsx'
import { later } from '#client/ui/later.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { StartCalls } from './start-calls.ts'
import { startWords } from './words.ts'

const SaveAsTemplate = later(async () => (await import('./save-as-template.tsx')).SaveAsTemplate)

export function CopyEntries(props: {
  readonly doc: Y.Doc
  readonly title: string
  readonly calls: StartCalls
}) {
  const words = useWords(startWords)
  const [open, setOpen] = createSignal(false)
  const copy = async (): Promise<void> => {
    const name = await props.calls.copy(props.doc, words().copyOf)
    if (name === null) {
      showToast(words().notStored, { tone: 'bad' })
      return
    }
    props.calls.open(name)
    showToast(words().copied, { tone: 'ok' })
  }
  return (
    <>
      <HeadAction
        seldom
        label={words().copy}
        icon={() => <Copy size={18} aria-hidden="true" />}
        onPress={() => void copy()}
      />
      <HeadAction
        seldom
        opensDialog
        label={words().saveAs}
        icon={() => <LayoutTemplate size={18} aria-hidden="true" />}
        onPress={() => setOpen(true)}
      />
      <Show when={open()}>
        <SaveAsTemplate {...props} onClose={() => setOpen(false)} />
      </Show>
    </>
  )
}
