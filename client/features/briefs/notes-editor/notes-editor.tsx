/**
 * A brief's rich notes: the editor with toolbar and colleagues' cursors where this person may edit and this build knows the
 * text, else the text to read. Meant to be imported lazily, it brings ProseMirror.
 */
import { toggleMark } from 'prosemirror-commands'
import type { Command, EditorState } from 'prosemirror-state'
import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { canEditNotes } from './can-edit-notes.ts'
import type { NameOf } from './notes-cursors.ts'
import './notes-editor.css'
import { markOf } from './notes-keys.ts'
import { LinkField } from './link-field.tsx'
import { NotesReading } from './notes-reading.tsx'
import { notesSchema, safeHref } from './notes-schema.ts'
import { NotesToolbar } from './notes-toolbar.tsx'
import { createNotesView, type NotesView } from './notes-view.ts'
import type { NotesWords } from './notes-words.ts'

export interface NotesEditorProps {
  readonly doc: Y.Doc
  /** null: without colleagues' cursors. Their presence carries `member`. */
  readonly awareness: Awareness | null
  readonly editable: boolean
  readonly nameOf: NameOf
  readonly words: NotesWords
}

export function NotesEditor(props: NotesEditorProps) {
  const [known, setKnown] = createSignal(canEditNotes(props.doc, notesSchema))
  createEffect(
    on(
      () => props.doc,
      (doc) => void setKnown(canEditNotes(doc, notesSchema)),
      { defer: true },
    ),
  )
  return (
    <div class="notes">
      <Show when={!known()}>
        <p class="notes-older" role="status">
          {props.words.notesOlder}
        </p>
      </Show>
      <Show
        when={props.editable && known() ? props.doc : null}
        keyed
        fallback={
          <NotesReading
            doc={props.doc}
            label={props.words.notes}
            placeholder={props.words.notesPlaceholder}
          />
        }
      >
        {(doc) => <NotesWriting {...props} doc={doc} onUnbound={() => setKnown(false)} />}
      </Show>
    </div>
  )
}

function NotesWriting(props: NotesEditorProps & { readonly onUnbound: () => void }) {
  const [state, setState] = createSignal<EditorState | null>(null)
  const [asking, setAsking] = createSignal(false)
  let place: HTMLDivElement | null = null
  let bound: NotesView | null = null

  onMount(() => {
    if (place === null) return
    bound = createNotesView({
      place,
      doc: props.doc,
      awareness: props.awareness,
      label: props.words.notes,
      placeholder: () => props.words.notesPlaceholder,
      nameOf: (member) => props.nameOf(member),
      askLink: () => setAsking(true),
      onState: setState,
      onUnbound: () => {
        bound = null
        // The screen changes once the Yjs event is over.
        queueMicrotask(() => props.onUnbound())
      },
    })
  })
  onCleanup(() => bound?.destroy())

  const run = (command: Command): void => {
    if (bound === null) return
    command(bound.view.state, bound.view.dispatch, bound.view)
    bound.view.focus()
  }
  const setLink = (href: string | null): void => {
    setAsking(false)
    run(href === null ? removeLink : linkTo(markOf(notesSchema, 'link'), href))
  }

  return (
    <>
      <Show when={state()}>
        {(now) => (
          <NotesToolbar
            state={now()}
            words={props.words}
            run={run}
            askLink={() => setAsking(true)}
          />
        )}
      </Show>
      <Show when={asking()}>
        <LinkField
          words={props.words}
          address={linkAt(state())}
          onDone={setLink}
          onCancel={() => (setAsking(false), bound?.view.focus())}
        />
      </Show>
      <div ref={(element) => (place = element)} />
    </>
  )
}

/** Links what is selected; where nothing is, the address itself is written. */
function linkTo(link: ReturnType<typeof markOf>, href: string): Command {
  return (state, dispatch) => {
    if (!state.selection.empty)
      return toggleMark(link, { href }, { removeWhenPresent: false })(state, dispatch)
    dispatch?.(
      state.tr.replaceSelectionWith(notesSchema.text(href, [link.create({ href })]), false),
    )
    return true
  }
}

/** The address of the link the cursor stands in. */
function linkAt(state: EditorState | null): string {
  const mark = markOf(notesSchema, 'link')
  const { $from } = state?.selection ?? {}
  const found = $from && (mark.isInSet($from.marks()) ?? mark.isInSet($from.nodeAfter?.marks ?? []))
  return safeHref(found?.attrs['href']) ?? ''
}

const removeLink: Command = (state, dispatch) => {
  const { from, to } = state.selection
  dispatch?.(state.tr.removeMark(from, to, markOf(notesSchema, 'link')))
  return true
}
