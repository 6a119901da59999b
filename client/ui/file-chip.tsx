/** A file that stands somewhere: its small picture or the end of its name, what it is called, where it is, what can be done with it. */
import { Show, type JSX } from 'solid-js'
import type { Tone } from './toasts.ts'
import './file-chip.css'

export interface FileChipProps {
  readonly name: string
  /** Where it is and how large: one line, with a tone when a person should know. */
  readonly note: string
  readonly tone?: Tone | undefined
  /** The address of a small picture; without it the badge stands there. */
  readonly picture?: string | undefined
  /** Three or four letters, such as PDF. */
  readonly badge: string
  /** Shows it larger; without it the face is no button. */
  readonly onOpen?: (() => void) | undefined
  readonly openLabel: string
  readonly actions?: JSX.Element
}

/** So much of a name's end is always shown. */
const shownEnd = 8

export function FileChip(props: FileChipProps) {
  const letters = (): readonly string[] => [...props.name]
  const head = (): string => letters().slice(0, -shownEnd).join('')
  const end = (): string => letters().slice(-shownEnd).join('')
  const face = () => (
    <Show when={props.picture} fallback={<span aria-hidden="true">{props.badge}</span>}>
      {(address) => <img src={address()} alt="" />}
    </Show>
  )
  return (
    <div class="ui-file">
      <Show when={props.onOpen} fallback={<span class="ui-file-face">{face()}</span>}>
        {(open) => (
          <button
            type="button"
            class="ui-file-face"
            aria-label={props.openLabel}
            title={props.openLabel}
            onClick={() => open()()}
          >
            {face()}
          </button>
        )}
      </Show>
      <div class="ui-file-words">
        <div class="ui-file-name" title={props.name}>
          <span>{head()}</span>
          <span>{end()}</span>
        </div>
        <div class="ui-file-note" data-tone={props.tone} role="status">
          {props.note}
        </div>
      </div>
      <div class="ui-file-acts">{props.actions}</div>
    </div>
  )
}
