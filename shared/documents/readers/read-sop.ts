/** A version of the SOP from its document. What its text says of itself counts, not the document's name. */
import type * as Y from 'yjs'
import type { SopSummary } from '#shared/domain/tasks/sop-summary.ts'
import { readSopText, type SopRead } from '#shared/domain/tasks/sop-text.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { textIn } from './plain-values.ts'

export const summariseSop = (doc: Y.Doc): SopSummary => ({
  ...{ kind: 'sop', title: '' },
  text: textIn(rootMap(doc, 'fields').get('text')),
})

export const readSop = (doc: Y.Doc): SopRead => readSopText(summariseSop(doc).text)
