/** A quiet sentence above a list about the whole of it; leads to where more is said. */
import type { JSX } from 'solid-js'
import './shell.css'

export function ListNote(props: { readonly href: string; readonly children: JSX.Element }) {
  return (
    <a class="ui-list-note" href={props.href}>
      {props.children}
    </a>
  )
}
