/**
 * What stands around every control of a form: label above, help below, the error in place, who else is in it.
 * Gives the control its ids through `wiring`, to be spread onto the element. Optional is marked, required is not.
 */
import CircleAlert from 'lucide-solid/icons/circle-alert'
import { createUniqueId, Show, type JSX } from 'solid-js'
import { PresenceRing, type PresenceMark } from './presence-ring.tsx'
import './field.css'

export interface FieldAround {
  readonly label: string
  readonly help?: string | undefined
  /** A sentence that says what is wrong and what to do. */
  readonly error?: string | undefined
  /** What happened to what was typed, such as a cut; no error. */
  readonly notice?: string | undefined
  /** The word for optional, shown beside the label. */
  readonly optional?: string | undefined
  /** Keeps the label for screen readers only, where the page already names the field. */
  readonly hideLabel?: boolean | undefined
  readonly presence?: PresenceMark | undefined
  /** Stands at the end of the label's line: a counter, a link. */
  readonly aside?: JSX.Element
}

export interface FieldWiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

export interface FieldProps extends FieldAround {
  readonly id?: string | undefined
  readonly children: (wiring: FieldWiring) => JSX.Element
}

export function Field(props: FieldProps) {
  const generated = createUniqueId()
  const id = () => props.id ?? generated
  const wiring: FieldWiring = {
    get id() {
      return id()
    },
    get 'aria-describedby'() {
      const parts = [props.error ? `${id()}-error` : '', props.help ? `${id()}-help` : ''].filter(
        Boolean,
      )
      return parts.length > 0 ? parts.join(' ') : undefined
    },
    get 'aria-invalid'() {
      return props.error ? ('true' as const) : undefined
    },
  }
  return (
    <div class="ui-field">
      <label for={id()} class={props.hideLabel ? 'ui-hidden-text' : 'ui-field-label'}>
        {props.label}
        <Show when={props.optional}>
          <span class="ui-field-optional">{props.optional}</span>
        </Show>
        <Show when={props.aside}>{(aside) => <span class="ui-field-aside">{aside()}</span>}</Show>
      </label>
      <PresenceRing who={props.presence}>{props.children(wiring)}</PresenceRing>
      <Show when={props.error}>
        <p class="ui-field-error" id={`${id()}-error`} role="alert">
          <CircleAlert size={14} aria-hidden="true" />
          {props.error}
        </p>
      </Show>
      <p class="ui-field-notice" role="status" hidden={!props.notice}>
        {props.notice}
      </p>
      <Show when={props.help}>
        <p class="ui-field-help" id={`${id()}-help`}>
          {props.help}
        </p>
      </Show>
    </div>
  )
}
