/** Places of the app as rows for a thumb. */
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { For } from 'solid-js'
import type { ShellPlace } from './shell-layout.tsx'
import './place-list.css'

export function PlaceList(props: {
  readonly label: string
  readonly places: readonly ShellPlace[]
}) {
  return (
    <nav aria-label={props.label} class="ui-place-list">
      <For each={props.places}>
        {(place) => (
          <a href={place.href}>
            {place.icon()}
            {place.label}
            <ChevronRight size={16} aria-hidden="true" />
          </a>
        )}
      </For>
    </nav>
  )
}
