/** A page failed: says that work is safe on the device, and opens the page again. */
import { createEffect } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { appWords } from './words.ts'

export function PageFault(props: { readonly fault: unknown; readonly onReload: () => void }) {
  const words = useWords(appWords)
  createEffect(() => console.error(props.fault))
  return (
    <EmptyState
      title={words().fault}
      help={words().faultHelp}
      action={<Button onClick={() => props.onReload()}>{words().reload}</Button>}
    />
  )
}
