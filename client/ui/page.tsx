/** The readable column of a detail: 720 px of content at most, its margins by the room there is. */
import type { JSX } from 'solid-js'
import './layout.css'

export interface PageProps {
  readonly children: JSX.Element
}

export function Page(props: PageProps) {
  return <div class="ui-page">{props.children}</div>
}
