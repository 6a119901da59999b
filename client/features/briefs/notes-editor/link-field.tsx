/** The field for a link's address, in place above the text. Empty takes the link away, Escape leaves all as it was. */
import { onMount } from 'solid-js'

export interface LinkFieldProps {
  readonly label: string
  readonly onDone: (address: string) => void
  readonly onCancel: () => void
}

export function LinkField(props: LinkFieldProps) {
  let field: HTMLInputElement | null = null
  onMount(() => field?.focus())
  return (
    <input
      ref={(element) => (field = element)}
      class="notes-link-field"
      type="url"
      inputmode="url"
      maxlength={2000}
      aria-label={props.label}
      placeholder={props.label}
      onKeyDown={(event) => {
        if (event.isComposing) return
        if (event.key === 'Enter') {
          event.preventDefault()
          props.onDone(event.currentTarget.value)
        } else if (event.key === 'Escape') {
          event.stopPropagation()
          props.onCancel()
        }
      }}
    />
  )
}
