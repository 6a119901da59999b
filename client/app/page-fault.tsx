/** A page failed: says that work is safe on the device, and opens the page again. */
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { appWords } from './words.ts'

export function PageFault(props: { readonly onReload: () => void }) {
  const words = useWords(appWords)
  return (
    <EmptyState
      title={words().fault}
      help={words().faultHelp}
      action={<Button onClick={() => props.onReload()}>{words().reload}</Button>}
    />
  )
}
