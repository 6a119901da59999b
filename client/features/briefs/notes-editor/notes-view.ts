/**
 * The ProseMirror view bound to a document's notes. Bound only while `canEditNotes`: before any remote change reaches the
 * binding the text is asked again, and when it holds what this build does not know the view is unbound first.
 */
import type { Node } from 'prosemirror-model'
import { EditorState, Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view'
import { yCursorPlugin, ySyncPlugin, ySyncPluginKey, yUndoPlugin } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { notesRoot } from '#shared/documents/roots.ts'
import { canEditNotes } from './can-edit-notes.ts'
import { cursorElement, personAt, selectionAttributes, type NameOf } from './notes-cursors.ts'
import { notesKeys } from './notes-keys.ts'
import { notesSchema } from './notes-schema.ts'

export interface NotesViewOptions {
  readonly place: HTMLElement
  readonly doc: Y.Doc
  readonly awareness: Awareness | null
  readonly label: string
  readonly placeholder: () => string
  readonly nameOf: NameOf
  readonly askLink: () => void
  /** After every change of text or selection. */
  readonly onState: (state: EditorState) => void
  /** A change came that this build cannot show; the view is already gone. */
  readonly onUnbound: () => void
}

export interface NotesView {
  readonly view: EditorView
  readonly destroy: () => void
}

/** Call only where `canEditNotes` says yes. */
export function createNotesView(options: NotesViewOptions): NotesView {
  const { doc, awareness, nameOf } = options
  const cursors =
    awareness === null
      ? []
      : [
          yCursorPlugin(awareness, {
            cursorBuilder: (_user: unknown, clientId: number) =>
              cursorElement(personAt(awareness, clientId, nameOf)),
            selectionBuilder: (_user: unknown, clientId: number) =>
              selectionAttributes(personAt(awareness, clientId, nameOf)),
          }),
        ]
  const view = new EditorView(options.place, {
    state: EditorState.create({
      schema: notesSchema,
      plugins: [
        ySyncPlugin(notesRoot(doc)),
        ...cursors,
        yUndoPlugin(),
        placeholder(options.placeholder),
        ...notesKeys(notesSchema, options.askLink),
      ],
    }),
    attributes: {
      class: 'notes-text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': options.label,
    },
    dispatchTransaction: function (this: EditorView, transaction) {
      // y-prosemirror repaints cursors one task later, when the view may be gone already.
      if (this.isDestroyed) return
      this.updateState(this.state.apply(transaction))
      options.onState(this.state)
    },
  })

  leaveEmptyNotesEmpty(view, doc)

  const destroy = (): void => {
    doc.off('beforeObserverCalls', guard)
    view.destroy()
  }
  const guard = (): void => {
    if (canEditNotes(doc, notesSchema)) return
    destroy()
    options.onUnbound()
  }
  doc.on('beforeObserverCalls', guard)
  options.onState(view.state)
  return { view, destroy }
}

/**
 * Empty notes have no paragraph in the document and one on the screen. y-prosemirror would write that one down after the
 * first word was undone, as a new edit, and so throw away what could be redone; it is kept from doing so.
 */
function leaveEmptyNotesEmpty(view: EditorView, doc: Y.Doc): void {
  const { binding }: { binding: { _prosemirrorChanged: (shown: Node) => void } } =
    ySyncPluginKey.getState(view.state)
  const write = binding._prosemirrorChanged.bind(binding)
  binding._prosemirrorChanged = (shown) => {
    const isBlank =
      shown.childCount === 1 &&
      shown.firstChild?.type.name === 'paragraph' &&
      shown.content.size === 2
    if (!(isBlank && notesRoot(doc).length === 0)) write(shown)
  }
}

function placeholder(text: () => string): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const only = doc.childCount === 1 ? doc.firstChild : null
        if (only === null || !only.isTextblock || only.content.size > 0) return null
        const empty = Decoration.node(0, only.nodeSize, {
          class: 'notes-empty',
          'data-placeholder': text(),
        })
        return DecorationSet.create(doc, [empty])
      },
    },
  })
}
