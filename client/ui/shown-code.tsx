/** A code to be read from one screen and typed on another: large, in its groups, never translated. */
import './shown-code.css'

export function ShownCode(props: { readonly code: string }) {
  return (
    <span class="ui-shown-code" translate="no">
      {props.code}
    </span>
  )
}
