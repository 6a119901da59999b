/** The readable column of a detail: 720 px of content at most, its margins by the room there is. */
import type { JSX } from 'solid-js'
import './layout.css'

export interface PageProps {
  /** As wide as the room there is: for tables. */
  readonly wide?: boolean
  readonly children: JSX.Element
}

export function Page(props: PageProps) {
  return (
    <div class="ui-page" data-wide={props.wide ? '' : undefined}>
      {props.children}
    </div>
  )
}
