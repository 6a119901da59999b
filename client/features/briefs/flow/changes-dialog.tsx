/** What a brief says now beside what was submitted or accepted, line by line; the version comes from its file. */
import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { compareWithNow } from '#client/features/briefs/history/compare-with-now.ts'
import { PastPreview } from '#client/features/briefs/history/past-preview.tsx'
import { Banner } from '#client/ui/banner.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Text } from '#client/ui/text.tsx'
import type { FlowStep } from '#shared/records/brief-flow.ts'
import type { FlowCalls } from './flow-calls.ts'
import { flowWords } from './words.ts'

export interface ChangesDialogProps {
  readonly calls: FlowCalls
  readonly doc: Y.Doc
  readonly step: FlowStep
  /** Where the step's outcome does not say it. */
  readonly title?: string
  readonly onClose: () => void
}

export function ChangesDialog(props: ChangesDialogProps) {
  const words = useWords(flowWords)
  const [then, setThen] = createSignal<Y.Doc | 'reading' | null>('reading')
  let isOpen = true
  const read = async (): Promise<void> => {
    const doc = await props.calls.snapshot(props.step)
    if (isOpen) setThen(doc)
    else doc?.destroy()
  }
  read().catch((fault: unknown) => {
    console.error('the version of that moment could not be read', fault)
    setThen(null)
  })
  onCleanup(() => {
    isOpen = false
    const doc = then()
    if (doc !== 'reading') doc?.destroy()
  })
  const compared = () => {
    const doc = then()
    return doc === null || doc === 'reading' ? null : { doc, ...compareWithNow(doc, props.doc) }
  }
  const outcome = (): 'submitted' | 'accepted' =>
    props.step.outcome === 'accepted' ? 'accepted' : 'submitted'
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title ?? words().changesTitle[outcome()]}
      description={words().changesHelp}
      closeLabel={words().close}
      size="wide"
    >
      <Switch fallback={<Banner tone="warn">{words().notHere}</Banner>}>
        <Match when={then() === 'reading'}>
          <Skeleton label={words().reading} lines={5} />
        </Match>
        <Match when={compared()}>
          {(found) => (
            <Show
              when={found().differences > 0}
              fallback={<Text kind="quiet">{words().noChanges}</Text>}
            >
              <PastPreview
                doc={found().doc}
                compared={found().brief}
                of={found().of}
                notesDiffer={found().notesDiffer}
                reading="since"
              />
            </Show>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}
