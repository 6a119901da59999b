/** The field for a link's address, in place above the text. Empty takes the link away, Escape and Cancel leave all as it was. */
import { createSignal, createUniqueId, onMount, Show } from 'solid-js'
import { Button } from '#client/ui/button.tsx'
import { safeHref } from './notes-schema.ts'
import type { NotesWords } from './notes-words.ts'

export interface LinkFieldProps {
  readonly words: NotesWords
  /** The address that stands there now; '' where there is none. */
  readonly address: string
  /** The whole address, or null to take the link away. */
  readonly onDone: (href: string | null) => void
  readonly onCancel: () => void
}

export function LinkField(props: LinkFieldProps) {
  const id = createUniqueId()
  const [wrong, setWrong] = createSignal(false)
  let field: HTMLInputElement | null = null
  onMount(() => {
    field?.focus()
    field?.select()
  })
  const done = (): void => {
    const written = field?.value.trim() ?? ''
    if (written === '') return props.onDone(null)
    const href = safeHref(/^[a-z]+:/i.test(written) ? written : `https://${written}`)
    if (href === null) setWrong(true)
    else props.onDone(href)
  }
  return (
    <div
      class="notes-link"
      onKeyDown={(event) => {
        if (event.isComposing) return
        if (event.key === 'Escape') {
          event.stopPropagation()
          props.onCancel()
        } else if (event.key === 'Enter' && event.target === field) {
          event.preventDefault()
          done()
        }
      }}
    >
      <input
        ref={(element) => (field = element)}
        class="notes-link-field"
        type="url"
        inputmode="url"
        maxlength={2000}
        value={props.address}
        aria-label={props.words.linkPrompt}
        aria-invalid={wrong() ? 'true' : undefined}
        aria-describedby={wrong() ? id : undefined}
        placeholder={props.words.linkPrompt}
        onInput={() => setWrong(false)}
      />
      <Button kind="primary" onClick={done}>
        {props.words.linkDone}
      </Button>
      <Button kind="quiet" onClick={() => props.onCancel()}>
        {props.words.linkCancel}
      </Button>
      <Show when={wrong()}>
        <p class="notes-link-wrong" id={id} role="alert">
          {props.words.linkWrong}
        </p>
      </Show>
    </div>
  )
}
