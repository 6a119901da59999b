/** A document's row in lists, made from the document by its kind. */
import type * as Y from 'yjs'
import {
  parseSummary,
  readCard,
  writeCard,
  type DocumentSummary,
} from '#shared/documents/summaries.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { summariseBrief, summariseTemplate } from './read-brief.ts'
import { summariseCosts } from './read-costs.ts'
import { summarisePrices } from './read-prices.ts'
import { summarisePerson } from './read-person.ts'
import { summariseWorkspace } from './read-workspace.ts'
import { summariseSop } from './read-sop.ts'
import { summariseTask } from './read-task.ts'
import { summariseTalk } from './summarise-talk.ts'

export const summaries = { summarise, parseSummary, writeCard, readCard }

export function summarise(name: DocName, doc: Y.Doc): DocumentSummary {
  switch (kindOf(name)) {
    case 'brief':
      return summariseBrief(doc)
    case 'workspace':
      return summariseWorkspace(doc)
    case 'person':
      return summarisePerson(doc)
    case 'talk':
      return summariseTalk(doc)
    case 'template':
      return summariseTemplate(doc)
    case 'task':
      return summariseTask(doc)
    case 'sop':
      return summariseSop(doc)
    case 'prices':
      return summarisePrices(doc)
    case 'costs':
      return summariseCosts(doc)
    case null:
      throw new Error(`${name} is no row of a list`)
  }
}
