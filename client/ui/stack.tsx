/** Things below each other. `near` belongs together (8), `related` is next to it (12), `apart` is another matter (24). */
import type { JSX } from 'solid-js'
import './layout.css'

export type Gap = 'none' | 'tight' | 'near' | 'related' | 'apart'

export interface StackProps {
  readonly gap?: Gap | undefined
  readonly children: JSX.Element
}

export function Stack(props: StackProps) {
  return (
    <div class="ui-stack" data-gap={props.gap ?? 'related'}>
      {props.children}
    </div>
  )
}
