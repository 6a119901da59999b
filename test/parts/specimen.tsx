/** One part in one state, under the name of the state. */
import type { JSX } from 'solid-js'

export interface SpecimenProps {
  readonly name: string
  /** As wide as the page. */
  readonly wide?: boolean
  /** Shown as if pointed at or reached by keyboard: force-states.ts. */
  readonly forced?: 'hover' | 'focus focus-visible' | 'active'
  readonly children: JSX.Element
}

export function Specimen(props: SpecimenProps) {
  return (
    <div class="parts-state" data-wide={props.wide ? '' : undefined}>
      <h3>{props.name}</h3>
      <div data-forced={props.forced}>{props.children}</div>
    </div>
  )
}
