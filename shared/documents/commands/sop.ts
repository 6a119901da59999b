/** Writes a version of the SOP into the document named by it; once, because what is another text is another version. */
import type * as Y from 'yjs'
import { rootMap } from '#shared/documents/roots.ts'
import { change } from './local-change.ts'

export function keepSop(doc: Y.Doc, text: string): void {
  const fields = rootMap(doc, 'fields')
  if (fields.has('text')) return
  change(doc, 'keepSop', [], () => void fields.set('text', text))
}
