/** Things of which one is taken by a tap, under a small heading; its children are PickItem. Two columns where there is room. */
import { createUniqueId, type JSX } from 'solid-js'
import './pick-list.css'

export interface PickListProps {
  readonly label: string
  readonly children: JSX.Element
}

export function PickList(props: PickListProps) {
  const id = createUniqueId()
  return (
    <section class="ui-pick-list" aria-labelledby={id}>
      <h3 id={id}>{props.label}</h3>
      <ul>{props.children}</ul>
    </section>
  )
}
