/** The brief's rich notes with everyone's cursors; the editor is loaded when the brief is open, the page never waits for it. */
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { later } from '#client/ui/later.tsx'
import { personColor } from '#client/ui/person-color.ts'
import { Section } from '#client/ui/section.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { briefWords } from './words.ts'

const NotesEditor = later(
  async () => (await import('./notes-editor/notes-editor.tsx')).NotesEditor,
  () => <Skeleton label={useWords(briefWords)().loading} lines={3} />,
)

export interface NotesSectionProps {
  readonly doc: Y.Doc
  readonly awareness: Awareness | null
  readonly readOnly: boolean
  readonly nameOf: (member: string) => string
}

export function NotesSection(props: NotesSectionProps) {
  const words = useWords(briefWords)
  return (
    <Section title={words().notes}>
      <div data-part="notes">
        <NotesEditor
          doc={props.doc}
          awareness={props.awareness}
          editable={!props.readOnly}
          nameOf={(member) => ({ name: props.nameOf(member), colour: personColor(member) })}
          words={words()}
        />
      </div>
    </Section>
  )
}
