/** Eight bytes that stand for a document's content, the same on every device that shows the same (docs/decisions.md, 4). */
import { digest } from 'lib0/hash/sha256'
import type * as Y from 'yjs'
import { contentOf } from './content.ts'

/** SHA-256 of the canonical text, cut: enough to notice what differs by mistake, not a proof against somebody who means to. */
export const contentHash = (doc: Y.Doc): Uint8Array =>
  digest(new TextEncoder().encode(contentOf(doc))).slice(0, 8)
