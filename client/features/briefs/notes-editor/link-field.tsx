/** The field for a link's address, in place above the text. Empty takes the link away, Escape and Cancel leave all as it was. */
import { createSignal, createUniqueId, onMount, Show } from 'solid-js'
import { Button } from '#client/ui/button.tsx'
import { isComposing } from '#client/ui/is-composing.ts'
import { limits } from '#shared/protocol/limits.ts'
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
  const [fault, setFault] = createSignal<string | null>(null)
  let field: HTMLInputElement | null = null
  onMount(() => {
    field?.focus()
    field?.select()
  })
  const done = (): void => {
    const written = field?.value.trim() ?? ''
    if (written === '') return props.onDone(null)
    if (written.length > limits.linkCharacters)
      return void setFault(props.words.linkTooLong(limits.linkCharacters))
    const href = safeHref(/^[a-z]+:/i.test(written) ? written : `https://${written}`)
    if (href === null) setFault(props.words.linkWrong)
    else props.onDone(href)
  }
  return (
    <div
      class="notes-link"
      onKeyDown={(event) => {
        if (isComposing(event)) return
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
        value={props.address}
        aria-label={props.words.linkPrompt}
        aria-invalid={fault() === null ? undefined : 'true'}
        aria-describedby={fault() === null ? undefined : id}
        placeholder={props.words.linkPrompt}
        onInput={() => setFault(null)}
      />
      <Button kind="primary" onClick={done}>
        {props.words.linkDone}
      </Button>
      <Button kind="quiet" onClick={() => props.onCancel()}>
        {props.words.linkCancel}
      </Button>
      <Show when={fault()}>
        <p class="notes-link-wrong" id={id} role="alert">
          {fault()}
        </p>
      </Show>
    </div>
  )
}
