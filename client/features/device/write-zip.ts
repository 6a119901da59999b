/** A ZIP put together piece by piece, each of which the browser may keep outside the page's memory. Nothing is packed smaller: pictures are already. */
import { Zip, ZipPassThrough } from 'fflate'

export interface ZipWriter {
  add(name: string, content: Blob): Promise<void>
  whole(): Blob
}

const piece = 4 * 1024 * 1024

export function createZip(): ZipWriter {
  const pieces: Blob[] = []
  let broken: unknown = null
  const zip = new Zip((fault, bytes) => {
    if (fault !== null) broken = fault
    else pieces.push(new Blob([new Uint8Array(bytes)]))
  })
  return {
    async add(name, content) {
      const entry = new ZipPassThrough(name)
      zip.add(entry)
      for (let at = 0; at < content.size; at += piece)
        entry.push(new Uint8Array(await content.slice(at, at + piece).arrayBuffer()))
      entry.push(new Uint8Array(), true)
    },
    whole() {
      zip.end()
      if (broken !== null) throw new Error('the file could not be put together', { cause: broken })
      return new Blob(pieces, { type: 'application/zip' })
    },
  }
}
