/**
 * Notes to read, straight from the document's XML: for people who may not edit, and for text this build does not know in
 * full. It writes nothing, and what it does not know it shows as plain text.
 */
import { createSignal, For, onCleanup, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type * as Y from 'yjs'
import { notesRoot } from '#shared/documents/roots.ts'
import {
  readNotes,
  type NotesElement,
  type NotesPart,
  type NotesRun,
} from '#shared/documents/readers/read-notes.ts'
import { headingTag, safeHref } from './notes-schema.ts'

export interface NotesReadingProps {
  readonly doc: Y.Doc
  readonly label: string
  readonly placeholder: string
}

export function NotesReading(props: NotesReadingProps) {
  const root = notesRoot(props.doc)
  const [parts, setParts] = createSignal(readNotes(props.doc))
  const refresh = (): void => void setParts(readNotes(props.doc))
  root.observeDeep(refresh)
  onCleanup(() => root.unobserveDeep(refresh))
  return (
    <div class="notes-text" role="document" aria-label={props.label}>
      <Show when={parts().length > 0} fallback={<p class="notes-quiet">{props.placeholder}</p>}>
        <For each={parts()}>{showPart}</For>
      </Show>
    </div>
  )
}

function showPart(part: NotesPart): JSX.Element {
  if (part.kind === 'text') return part.runs.map(showRun)
  if (part.kind === 'other') return null
  if (part.name === 'hardBreak') return <br />
  if (part.name === 'unknownInline') return <span>{String(part.attributes.get('text') ?? '')}</span>
  return <Dynamic component={tagOf(part)}>{part.children.map(showPart)}</Dynamic>
}

const tags = new Map([
  ['paragraph', 'p'],
  ['bulletList', 'ul'],
  ['orderedList', 'ol'],
  ['listItem', 'li'],
])

const tagOf = ({ name, attributes }: NotesElement): string =>
  name === 'heading' ? headingTag(attributes.get('level')) : (tags.get(name) ?? 'div')

function showRun({ text, marks }: NotesRun): JSX.Element {
  if (text === null) return null
  const link = marks.get('link')
  const href =
    typeof link === 'object' && link !== null && 'href' in link ? safeHref(link.href) : null
  const bold = marks.has('strong') ? <strong>{text}</strong> : text
  const shown = marks.has('em') ? <em>{bold}</em> : bold
  if (href === null) return shown
  return (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {shown}
    </a>
  )
}
