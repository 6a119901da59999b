/** In a brief nobody has filled in yet: one line that offers a template. It goes with the first choice that is made. */
import { createEffect, createSignal, onCleanup, Show, type Accessor } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import { Row } from '#client/ui/row.tsx'
import { Text } from '#client/ui/text.tsx'
import { rootMap } from '#shared/documents/roots.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { StartCalls } from './start-calls.ts'
import { startWords } from './words.ts'

const TemplateDialog = later(async () => (await import('./template-dialog.tsx')).TemplateDialog)

export function StartHint(props: {
  readonly name: DocName
  readonly doc: Y.Doc
  readonly calls: StartCalls
}) {
  const words = useWords(startWords)
  const isBlank = followBlank(() => props.doc)
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Show when={isBlank()}>
        <Row wrap spread>
          <Text kind="quiet">{words().hint}</Text>
          <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {words().fromTemplate}
          </Button>
        </Row>
      </Show>
      <Show when={open()}>
        <TemplateDialog {...props} onClose={() => setOpen(false)} />
      </Show>
    </>
  )
}

/** Nothing that a template brings was chosen or written yet. */
function followBlank(doc: Accessor<Y.Doc>): Accessor<boolean> {
  const [blank, setBlank] = createSignal(false)
  createEffect(() => {
    const now = doc()
    const look = (): void =>
      void setBlank(
        (['targets', 'deliverables', 'points', 'products'] as const).every(
          (root) => rootMap(now, root).size === 0,
        ),
      )
    look()
    now.on('update', look)
    onCleanup(() => now.off('update', look))
  })
  return blank
}
