/** The notes as plain text, a paragraph a line. */
import type * as Y from 'yjs'
import { readNotes, type NotesPart } from './read-notes.ts'

export const notesText = (doc: Y.Doc): string => notesLines(doc).join('\n')

export const notesLines = (doc: Y.Doc): string[] => readNotes(doc).flatMap(linesOf)

/** Text of one paragraph stays one line. */
function linesOf(part: NotesPart): string[] {
  if (part.kind === 'other') return []
  if (part.kind === 'text') return [part.runs.map(({ text }) => text ?? '').join('')]
  const inside = part.children.flatMap(linesOf)
  return part.children.every(({ kind }) => kind === 'text') ? [inside.join('')] : inside
}
