/** What the last import brought, quietly above the table: how many, and one tap back. */
import { Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import type { Imported } from '#shared/documents/commands/import-products.ts'
import { importWords } from './words.ts'

export interface ImportResultProps {
  readonly imported: Imported
  readonly onUndo: () => void
  readonly onDismiss: () => void
}

export function ImportResult(props: ImportResultProps) {
  const words = useWords(importWords)
  return (
    <Banner
      tone="ok"
      action={
        <>
          <Show when={props.imported.added + props.imported.updated > 0}>
            <Button kind="quiet" onClick={() => props.onUndo()}>
              {words().undo}
            </Button>
          </Show>
          <Button kind="quiet" onClick={() => props.onDismiss()}>
            {words().dismiss}
          </Button>
        </>
      }
    >
      {words().done(props.imported.added, props.imported.updated, props.imported.unchanged)}
    </Banner>
  )
}
