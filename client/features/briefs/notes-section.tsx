/** The brief's rich notes with everyone's cursors; the editor is loaded when the brief is open, the page never waits for it. */
import { lazy, Suspense } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { personColor } from '#client/ui/person-color.ts'
import { Section } from '#client/ui/section.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { briefWords } from './words.ts'

const NotesEditor = lazy(async () => ({
  default: (await import('./notes-editor/notes-editor.tsx')).NotesEditor,
}))

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
        <Suspense fallback={<Skeleton label={words().loading} lines={3} />}>
          <NotesEditor
            doc={props.doc}
            awareness={props.awareness}
            editable={!props.readOnly}
            nameOf={(member) => ({ name: props.nameOf(member), colour: personColor(member) })}
            words={words()}
          />
        </Suspense>
      </div>
    </Section>
  )
}
