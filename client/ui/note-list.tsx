/** Short remarks below each other, small and quiet; its children are `li`. Scrolls inside itself when there are many. */
import type { JSX } from 'solid-js'
import './layout.css'

export interface NoteListProps {
  readonly children: JSX.Element
}

export function NoteList(props: NoteListProps) {
  return <ul class="ui-notes">{props.children}</ul>
}
