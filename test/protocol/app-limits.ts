/** Limits the app itself keeps: each is said in a sentence, walked by test/client/app-limits.dom.test.tsx. */
import type { LimitName } from '#shared/protocol/limits.ts'

export const appLimits = [
  'titleCharacters',
  'pointCharacters',
  'cellCharacters',
  'productsPerBrief',
  'pointsPerBrief',
  'targetsPerBrief',
  'listRowsPerBrief',
  'sentenceCharacters',
  'passageCharacters',
  'deliverableQuantity',
  'videoSeconds',
  'tasksPerBreakDown',
  'filesPerBrief',
  'linkCharacters',
  'commentCharacters',
  'mentionsPerComment',
  'commentsPerTalk',
  'importBytes',
  'importRows',
  'importColumns',
  'importUnpackedBytes',
  'workspaceFileBytes',
  'workspaceFileDocuments',
  'workspaceZipBytes',
] as const satisfies readonly LimitName[]
