/**
 * What an update puts in, as a person can read it without the document: texts as typed, values as set. For files of work
 * that was not taken, whose document may not be read here any more. Left out: where in a text it would have stood.
 */
import * as Y from 'yjs'

export interface Written {
  /** The root it is in, where the update says so. */
  readonly place?: string
  readonly key?: string
  readonly text?: string
  readonly value?: unknown
}

export function writtenIn(bytes: Uint8Array): readonly Written[] {
  const written: Written[] = []
  for (const struct of Y.decodeUpdate(bytes).structs) {
    if (!(struct instanceof Y.Item)) continue
    const { content, parent, parentSub } = struct
    const place = {
      ...(typeof parent === 'string' ? { place: parent } : {}),
      ...(parentSub === null ? {} : { key: parentSub }),
    }
    if (content instanceof Y.ContentString) written.push({ ...place, text: content.str })
    else if (content instanceof Y.ContentAny)
      for (const value of content.arr)
        written.push({ ...place, ...(typeof value === 'string' ? { text: value } : { value }) })
  }
  return written
}
