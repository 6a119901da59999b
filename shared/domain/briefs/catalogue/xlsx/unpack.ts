/**
 * Parts of a ZIP, unpacked piece by piece, so that a bomb is let go of as soon as it is larger than allowed: what a ZIP says of its
 * own sizes is not believed.
 */
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate'

export type Unpacked =
  | { readonly kind: 'parts'; readonly parts: ReadonlyMap<string, string> }
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-large' }

const PIECE = 32 * 1024

/** The parts `isWanted` names, as text. */
export function unpack(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  most: number,
): Unpacked {
  const pieces = new Map<string, Uint8Array[]>()
  const whole = new Set<string>()
  let size = 0
  let isTooLarge = false
  let isBroken = false
  const take = (file: UnzipFile): void => {
    if (!isWanted(file.name) || pieces.has(file.name)) return
    const own: Uint8Array[] = []
    pieces.set(file.name, own)
    file.ondata = (fault, piece, isLast) => {
      if (fault !== null) isBroken = true
      else own.push(piece)
      size += piece?.length ?? 0
      isTooLarge ||= size > most
      if (isLast) whole.add(file.name)
    }
    file.start()
  }
  try {
    const unzip = new Unzip(take)
    unzip.register(UnzipInflate)
    for (let at = 0; at < bytes.length && !isTooLarge && !isBroken; at += PIECE)
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  } catch {
    isBroken = true
  }
  if (isTooLarge) return { kind: 'too-large' }
  if (isBroken || whole.size < pieces.size) return { kind: 'broken' }
  const parts = new Map<string, string>()
  for (const [name, own] of pieces) {
    const text = textOf(own)
    if (text === null) return { kind: 'broken' }
    parts.set(name, text)
  }
  return { kind: 'parts', parts }
}

function textOf(pieces: readonly Uint8Array[]): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return (
      pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
    )
  } catch {
    return null
  }
}
