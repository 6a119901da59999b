/** The way to a brief's estimate, in the brief's head. */
import Calculator from 'lucide-solid/icons/calculator'
import { useWords } from '#client/i18n/words.ts'
import { HeadAction } from '#client/ui/head-actions.tsx'
import { entryWords } from './entry-words.ts'

export function EstimateEntry(props: { readonly onOpen: () => void }) {
  const words = useWords(entryWords)
  return (
    <HeadAction
      label={words().entry}
      icon={() => <Calculator size={18} aria-hidden="true" />}
      onPress={() => props.onOpen()}
    />
  )
}
