/** Keeps a brief on this device whatever else leaves it; pressed while it is kept so. */
import Pin from 'lucide-solid/icons/pin'
import { useWords } from '#client/i18n/words.ts'
import { HeadAction } from '#client/ui/head-actions.tsx'
import { briefWords } from './words.ts'

export interface PinCalls {
  readonly isPinned: () => boolean
  readonly onPin: (on: boolean) => void
}

export function PinControl(props: { readonly pin: PinCalls }) {
  const words = useWords(briefWords)
  return (
    <HeadAction
      label={words().pin}
      icon={() => (
        <Pin size={18} aria-hidden="true" fill={props.pin.isPinned() ? 'currentColor' : 'none'} />
      )}
      pressed={props.pin.isPinned()}
      onPress={() => props.pin.onPin(!props.pin.isPinned())}
    />
  )
}
