/**
 * A document as it stood at one moment, kept as a file: eight letters that say so, then one Yjs update; and the hash of the
 * content it shows, by which whoever holds the bytes can prove that they are what a record speaks of (decisions, part 21).
 */
import * as buffer from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { contentOf } from './content.ts'

const beginning = new TextEncoder().encode('ASTSNAP1')

export function snapshotOf(doc: Y.Doc): Uint8Array<ArrayBuffer> {
  const update = Y.encodeStateAsUpdate(doc)
  const bytes = new Uint8Array(beginning.length + update.length)
  bytes.set(beginning)
  bytes.set(update, beginning.length)
  return bytes
}

/** SHA-256 of the content in canonical form, base64url: the same on every device that shows the same. */
export const wholeContentHash = (doc: Y.Doc): string =>
  buffer.toBase64UrlEncoded(digest(new TextEncoder().encode(contentOf(doc))))

/** What the bytes show, whatever a record says of them; an empty text where they are no snapshot. */
export function hashOfSnapshot(bytes: Uint8Array): string {
  const doc = opened(bytes)
  const hash = doc === null ? '' : wholeContentHash(doc)
  doc?.destroy()
  return hash
}

/** The document of that moment; null where the bytes are not what the record names. The caller destroys it. */
export function readSnapshot(bytes: Uint8Array, contentHash: string): Y.Doc | null {
  const doc = opened(bytes)
  if (doc === null || wholeContentHash(doc) === contentHash) return doc
  doc.destroy()
  return null
}

function opened(bytes: Uint8Array): Y.Doc | null {
  if (!beginning.every((letter, at) => bytes[at] === letter)) return null
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, bytes.subarray(beginning.length))
    return doc
  } catch {
    // Bytes that are no update prove nothing.
    doc.destroy()
    return null
  }
}
