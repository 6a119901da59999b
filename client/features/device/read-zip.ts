/**
 * Entries of a ZIP by its table of contents, as slices of the file: nothing is read before somebody asks for it, and no
 * entry is larger than the file itself unless it was packed, which is read under a limit. ZIPs over 4 GB are not read.
 */

export interface ZipEntry {
  readonly name: string
  /** Null: it cannot be read, or holds more than `most` bytes. */
  read(most: number): Promise<Blob | null>
}

const endBytes = 22
/** The longest remark a ZIP may have at its end. */
const remarkBytes = 65_535

export async function isZip(file: Blob): Promise<boolean> {
  const head = new DataView(await file.slice(0, 4).arrayBuffer())
  return head.byteLength === 4 && head.getUint32(0, true) === 0x04034b50
}

/** Null for what is no whole ZIP, or holds more than `most` entries. */
export async function readZip(file: Blob, most: number): Promise<readonly ZipEntry[] | null> {
  const tailAt = Math.max(0, file.size - endBytes - remarkBytes)
  const tail = new DataView(await file.slice(tailAt).arrayBuffer())
  const end = endIn(tail)
  if (end === null) return null
  const count = tail.getUint16(end + 10, true)
  if (count > most) return null
  const [size, at] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)]
  const table = new DataView(await file.slice(at, at + size).arrayBuffer())
  const entries: ZipEntry[] = []
  for (let place = 0; entries.length < count;) {
    if (place + 46 > table.byteLength || table.getUint32(place, true) !== 0x02014b50) return null
    const [nameLength, extra, remark] = [28, 30, 32].map((field) =>
      table.getUint16(place + field, true),
    ) as [number, number, number]
    const nameAt = table.byteOffset + place + 46
    if (nameAt + nameLength > table.byteOffset + table.byteLength) return null
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(table.buffer, nameAt, nameLength)),
      read: entryReader(file, {
        packing: table.getUint16(place + 10, true),
        size: table.getUint32(place + 20, true),
        at: table.getUint32(place + 42, true),
      }),
    })
    place += 46 + nameLength + extra + remark
  }
  return entries
}

function endIn(tail: DataView): number | null {
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1)
    if (tail.getUint32(at, true) === 0x06054b50) return at
  return null
}

const entryReader =
  (file: Blob, { packing, size, at }: { packing: number; size: number; at: number }) =>
  async (most: number): Promise<Blob | null> => {
    const head = new DataView(await file.slice(at, at + 30).arrayBuffer())
    if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) return null
    const from = at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
    if (from + size > file.size || size > most) return null
    const packed = file.slice(from, from + size)
    if (packing === 0) return packed
    return packing === 8 ? unpacked(packed, most) : null
  }

async function unpacked(packed: Blob, most: number): Promise<Blob | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return new Blob(pieces)
      size += value.byteLength
      if (size > most) {
        await reader.cancel()
        return null
      }
      pieces.push(new Uint8Array(value))
    }
  } catch {
    return null
  }
}
