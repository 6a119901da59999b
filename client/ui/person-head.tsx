/** Whose page it is: their letter, and a line on what they are. The name stands in the page's head. */
import type { JSX } from 'solid-js'
import { Avatar } from './avatar.tsx'
import './avatar.css'

export interface PersonHeadProps {
  readonly id: string
  readonly name: string
  readonly note: string
  /** Below the note, such as a pill. */
  readonly children?: JSX.Element
}

export function PersonHead(props: PersonHeadProps) {
  return (
    <div class="ui-person-head">
      <Avatar id={props.id} name={props.name} />
      <div>
        <p class="ui-person-name">{props.name}</p>
        <p class="ui-person-note">{props.note}</p>
        {props.children}
      </div>
    </div>
  )
}
