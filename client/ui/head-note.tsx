/**
 * A sign and a figure in a page's head about the whole page, and the way to where more is said. In the head, as it comes and goes
 * while somebody reads the list below. Where there is room `words` stand beside the figure.
 */
import type { JSX } from 'solid-js'
import './shell.css'

export interface HeadNoteProps {
  readonly href: string
  /** The whole sentence. */
  readonly label: string
  readonly icon: JSX.Element
  readonly figure: string
  readonly words: string
}

export function HeadNote(props: HeadNoteProps) {
  return (
    <a class="ui-head-note" href={props.href} aria-label={props.label} title={props.label}>
      {props.icon}
      <span>{props.figure}</span>
      <span class="ui-head-note-words">{props.words}</span>
    </a>
  )
}
