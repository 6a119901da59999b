/** The keyboard in notes: marks, headings, lists, undo, and the signs that turn a line into a list while typing. */
import { baseKeymap, chainCommands, setBlockType, toggleMark } from 'prosemirror-commands'
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { NodeType, Schema } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { Plugin, type Command, type EditorState } from 'prosemirror-state'
import { redo, undo } from 'y-prosemirror'

/** `askLink` opens the field for a link's address. */
export function notesKeys(schema: Schema, askLink: () => void): Plugin[] {
  const { listItem, hardBreak, heading, paragraph, bulletList, orderedList } = namedTypes(schema)
  const lineBreak: Command = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
    return true
  }
  return [
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*]\s$/, bulletList),
        wrappingInputRule(/^\s*1[.、)]\s$/, orderedList),
        textblockTypeInputRule(/^(#{1,2})\s$/, heading, (match) => ({
          level: match[1]?.length ?? 1,
        })),
      ],
    }),
    keymap({
      'Mod-b': toggleMark(markOf(schema, 'strong')),
      'Mod-i': toggleMark(markOf(schema, 'em')),
      'Mod-k': () => (askLink(), true),
      'Mod-z': undoOnly(undo),
      'Mod-y': undoOnly(redo),
      'Shift-Mod-z': undoOnly(redo),
      'Mod-Alt-1': setBlockType(heading, { level: 1 }),
      'Mod-Alt-2': setBlockType(heading, { level: 2 }),
      'Mod-Alt-0': setBlockType(paragraph),
      'Shift-Mod-8': toggleList(bulletList, listItem),
      'Shift-Mod-7': toggleList(orderedList, listItem),
      Enter: splitListItem(listItem),
      'Shift-Enter': lineBreak,
      Tab: sinkListItem(listItem),
      'Shift-Tab': liftListItem(listItem),
    }),
    keymap(baseKeymap),
    browserUndo(),
  ]
}

/**
 * Taken as done even where nothing is left to undo: the browser's own undo knows nothing of colleagues and would write
 * its version of the text back.
 */
const undoOnly =
  (act: (state: EditorState) => boolean): Command =>
  (state) => {
    act(state)
    return true
  }

/** The same for undo from the browser's menu or a phone's keyboard. */
function browserUndo(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput: (view, event) => {
          if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
          event.preventDefault()
          return undoOnly(event.inputType === 'historyUndo' ? undo : redo)(view.state)
        },
      },
    },
  })
}

export function toggleList(list: NodeType, item: NodeType): Command {
  return chainCommands(
    (state, dispatch) => isInside(state, list) && liftListItem(item)(state, dispatch),
    wrapInList(list),
  )
}

export function toggleHeading(heading: NodeType, paragraph: NodeType): Command {
  return (state, dispatch) =>
    (isInside(state, heading) ? setBlockType(paragraph) : setBlockType(heading, { level: 1 }))(
      state,
      dispatch,
    )
}

export function isInside(state: EditorState, type: NodeType): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type === type) return true
  return false
}

export function namedTypes(
  schema: Schema,
): Record<
  'listItem' | 'hardBreak' | 'heading' | 'paragraph' | 'bulletList' | 'orderedList',
  NodeType
> {
  const named = (name: string): NodeType => {
    const type = schema.nodes[name]
    if (type === undefined) throw new Error(`the notes schema has no ${name}`)
    return type
  }
  return {
    listItem: named('listItem'),
    hardBreak: named('hardBreak'),
    heading: named('heading'),
    paragraph: named('paragraph'),
    bulletList: named('bulletList'),
    orderedList: named('orderedList'),
  }
}

export function markOf(schema: Schema, name: 'strong' | 'em' | 'link') {
  const mark = schema.marks[name]
  if (mark === undefined) throw new Error(`the notes schema has no mark ${name}`)
  return mark
}
