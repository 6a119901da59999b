/** Things beside each other, on one line unless `wrap`. `spread` pushes them to both ends, `fill` makes them equally wide. */
import type { JSX } from 'solid-js'
import type { Gap } from './stack.tsx'
import './layout.css'

export interface RowProps {
  readonly gap?: Gap | undefined
  readonly wrap?: boolean | undefined
  readonly spread?: boolean | undefined
  readonly fill?: boolean | undefined
  readonly align?: 'start' | 'center' | 'end' | undefined
  readonly children: JSX.Element
}

export function Row(props: RowProps) {
  return (
    <div
      class="ui-row"
      data-gap={props.gap ?? 'near'}
      data-align={props.align}
      data-wrap={props.wrap ? '' : undefined}
      data-spread={props.spread ? '' : undefined}
      data-fill={props.fill ? '' : undefined}
    >
      {props.children}
    </div>
  )
}
