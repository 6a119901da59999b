/** The root types of documents, opened by name. Nothing is created to start a document, and no shared type is ever a value. */
import type * as Y from 'yjs'
import type { RootMap } from './schema.ts'

export const rootMap = (doc: Y.Doc, name: RootMap): Y.Map<unknown> => doc.getMap<unknown>(name)

export const notesRoot = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('text:notes')

export const commentsRoot = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<unknown>('comments')

/** Of an imported talk: for whom its comments stand. */
export const broughtRoot = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<unknown>('brought')
