/** What narrows a list, above it: chips and selects below each other. */
import type { JSX } from 'solid-js'
import './list-filters.css'

export function ListFilters(props: { readonly label: string; readonly children: JSX.Element }) {
  return (
    <div class="ui-list-filters" role="search" aria-label={props.label}>
      {props.children}
    </div>
  )
}
