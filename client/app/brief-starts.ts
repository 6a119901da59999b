/** Templates and copies, bound to this device's copy of the workspace. */
import type * as Y from 'yjs'
import type { StartCalls } from '#client/features/briefs/start/start-calls.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import {
  beginFromTemplate,
  copyBrief,
  makeTemplate,
  retireTemplate,
} from '#shared/documents/commands/begin-brief.ts'
import { readFiles } from '#shared/documents/readers/read-keyed.ts'
import { rootMap } from '#shared/documents/roots.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'

export function createStartCalls(
  replica: Pick<
    TypedReplica<DocumentSummary>,
    'index' | 'openDocument' | 'makeDocuments' | 'newDocumentName' | 'files'
  >,
  open: (name: DocName) => void,
): StartCalls {
  /** Opened for as long as it is used; false where it is not here. */
  const within = async (name: DocName, act: (doc: Y.Doc) => unknown): Promise<boolean> => {
    const listed = replica.index.list().find((one) => one.name === name)
    if (listed?.isHere !== true) return false
    const opened = replica.openDocument(name)
    try {
      await opened.whenLoaded
      await act(opened.doc())
      return true
    } finally {
      await opened.close()
    }
  }
  /** Files of what it was made of are the new document's, too. */
  const attachFiles = async (doc: Y.Doc, to: DocName): Promise<void> => {
    const files = await replica.files()
    for (const id of Object.keys(readFiles(rootMap(doc, 'files'))))
      await files.attach(id as FileId, to)
  }
  const make = async (
    kind: 'brief' | 'template',
    from: Y.Doc,
    write: (doc: Y.Doc) => void,
  ): Promise<DocName | null> => {
    const name = replica.newDocumentName(kind)
    const made = await replica.makeDocuments([{ name, write }])
    if (!made.ok) return null
    await attachFiles(from, name)
    return name
  }
  return {
    own: () =>
      replica.index
        .list()
        .flatMap(({ name, summary }) =>
          summary.kind === 'template' && !summary.retired ? [{ name, title: summary.title }] : [],
        )
        .sort((one, other) => one.title.localeCompare(other.title)),
    beginFrom: (template, name, doc) =>
      within(template, async (from) => {
        beginFromTemplate(doc, from)
        await attachFiles(from, name)
      }),
    retire: (template) => within(template, retireTemplate),
    copy: (doc, title) => make('brief', doc, (made) => copyBrief(made, doc, title)),
    saveAsTemplate: (doc, title) =>
      make('template', doc, (made) => makeTemplate(made, doc, () => title)),
    open,
  }
}
