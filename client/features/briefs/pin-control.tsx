/** Keeps a brief on this device whatever else leaves it; pressed while it is kept so. */
import Pin from 'lucide-solid/icons/pin'
import { useWords } from '#client/i18n/words.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { briefWords } from './words.ts'

export interface PinCalls {
  readonly isPinned: () => boolean
  readonly onPin: (on: boolean) => void
}

export function PinControl(props: { readonly pin: PinCalls }) {
  const words = useWords(briefWords)
  return (
    <IconButton
      label={words().pin}
      aria-pressed={props.pin.isPinned()}
      onClick={() => props.pin.onPin(!props.pin.isPinned())}
    >
      <Pin size={18} aria-hidden="true" fill={props.pin.isPinned() ? 'currentColor' : 'none'} />
    </IconButton>
  )
}
