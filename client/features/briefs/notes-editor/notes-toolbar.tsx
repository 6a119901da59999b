/** The few buttons of notes: bold, heading, two lists and a link. Italics are on the keyboard only, Chinese has none. */
import Bold from 'lucide-solid/icons/bold'
import Heading from 'lucide-solid/icons/heading'
import Link from 'lucide-solid/icons/link'
import List from 'lucide-solid/icons/list'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import { toggleMark } from 'prosemirror-commands'
import type { Command, EditorState } from 'prosemirror-state'
import { For } from 'solid-js'
import { IconButton } from '#client/ui/icon-button.tsx'
import { isInside, markOf, namedTypes, toggleHeading, toggleList } from './notes-keys.ts'
import { notesSchema } from './notes-schema.ts'
import type { NotesWords } from './notes-words.ts'

export interface NotesToolbarProps {
  readonly state: EditorState
  readonly words: NotesWords
  readonly run: (command: Command) => void
  readonly askLink: () => void
}

const { heading, paragraph, bulletList, orderedList, listItem } = namedTypes(notesSchema)
const strong = markOf(notesSchema, 'strong')
const link = markOf(notesSchema, 'link')

export function NotesToolbar(props: NotesToolbarProps) {
  const hasMark = (mark: typeof strong): boolean => {
    const { from, to, empty, $from } = props.state.selection
    if (empty) return mark.isInSet(props.state.storedMarks ?? $from.marks()) !== undefined
    return props.state.doc.rangeHasMark(from, to, mark)
  }
  const buttons = [
    {
      icon: Bold,
      word: 'bold',
      on: () => hasMark(strong),
      act: () => props.run(toggleMark(strong)),
    },
    {
      icon: Heading,
      word: 'heading',
      on: () => isInside(props.state, heading),
      act: () => props.run(toggleHeading(heading, paragraph)),
    },
    {
      icon: List,
      word: 'bulletList',
      on: () => isInside(props.state, bulletList),
      act: () => props.run(toggleList(bulletList, listItem)),
    },
    {
      icon: ListOrdered,
      word: 'orderedList',
      on: () => isInside(props.state, orderedList),
      act: () => props.run(toggleList(orderedList, listItem)),
    },
    { icon: Link, word: 'link', on: () => hasMark(link), act: () => props.askLink() },
  ] as const
  return (
    <div class="notes-toolbar" role="toolbar" aria-label={props.words.notes}>
      <For each={buttons}>
        {(button) => (
          <IconButton
            label={props.words[button.word]}
            aria-pressed={button.on()}
            // The text keeps its selection: a press must not take the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => button.act()}
          >
            <button.icon size={16} aria-hidden="true" />
          </IconButton>
        )}
      </For>
    </div>
  )
}
