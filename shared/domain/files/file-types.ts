/**
 * What may be attached, told by its first bytes alone: a name's end and the type a sender claims are only shown. One table;
 * a row says what it is called, what it is used as, and where its signature stands. Left out: whether the rest holds
 * what the beginning promises (a thumbnail shows that).
 */
export const fileKinds = [
  'picture',
  'video',
  'sound',
  'pdf',
  'design',
  'office',
  'font',
  'archive',
  'text',
  /** Of a document, kept by the app itself (documents/snapshot.ts); nobody attaches one. */
  'snapshot',
] as const
export type FileKind = (typeof fileKinds)[number]

export interface FileType {
  /** As browsers name it. */
  readonly mime: string
  readonly kind: FileKind
  /** What stands on its badge and behind its name in an export. */
  readonly end: string
}

interface Signature extends FileType {
  /** Every part must stand at its place: letters, or bytes as two hex digits each behind `#`. */
  readonly starts: readonly (readonly [at: number, what: string])[]
}

const row = (
  mime: string,
  kind: FileKind,
  end: string,
  ...starts: readonly (readonly [number, string])[]
): Signature => ({ mime, kind, end, starts })

/** The more particular before the more general: a webp is a RIFF, an xlsx is a zip. */
const signatures: readonly Signature[] = [
  row('application/vnd.asterism.snapshot', 'snapshot', 'snapshot', [0, 'ASTSNAP1']),
  row('image/png', 'picture', 'png', [0, '#89504e470d0a1a0a']),
  row('image/jpeg', 'picture', 'jpg', [0, '#ffd8ff']),
  row('image/gif', 'picture', 'gif', [0, 'GIF87a']),
  row('image/gif', 'picture', 'gif', [0, 'GIF89a']),
  row('image/webp', 'picture', 'webp', [0, 'RIFF'], [8, 'WEBP']),
  row('image/avif', 'picture', 'avif', [4, 'ftypavif']),
  row('image/avif', 'picture', 'avif', [4, 'ftypavis']),
  row('image/heic', 'design', 'heic', [4, 'ftyphei']),
  row('image/heic', 'design', 'heic', [4, 'ftypmif1']),
  row('image/bmp', 'picture', 'bmp', [0, 'BM'], [6, '#00000000']),
  row('image/tiff', 'design', 'tif', [0, '#49492a00']),
  row('image/tiff', 'design', 'tif', [0, '#4d4d002a']),
  row('image/vnd.adobe.photoshop', 'design', 'psd', [0, '8BPS']),
  row('application/postscript', 'design', 'ai', [0, '%!PS']),
  row('application/pdf', 'pdf', 'pdf', [0, '%PDF-']),
  row('video/quicktime', 'video', 'mov', [4, 'ftypqt']),
  row('video/quicktime', 'video', 'mov', [4, 'moov']),
  row('audio/mp4', 'sound', 'm4a', [4, 'ftypM4A']),
  row('video/mp4', 'video', 'mp4', [4, 'ftyp']),
  row('video/webm', 'video', 'webm', [0, '#1a45dfa3']),
  row('video/x-msvideo', 'video', 'avi', [0, 'RIFF'], [8, 'AVI ']),
  row('audio/wav', 'sound', 'wav', [0, 'RIFF'], [8, 'WAVE']),
  row('audio/mpeg', 'sound', 'mp3', [0, 'ID3']),
  row('audio/mpeg', 'sound', 'mp3', [0, '#fffb']),
  row('video/x-aep', 'design', 'aep', [0, 'RIFX'], [8, 'Egg!']),
  row('font/woff2', 'font', 'woff2', [0, 'wOF2']),
  row('font/woff', 'font', 'woff', [0, 'wOFF']),
  row('font/otf', 'font', 'otf', [0, 'OTTO']),
  row('font/ttf', 'font', 'ttf', [0, '#0001000000']),
  row('font/collection', 'font', 'ttc', [0, 'ttcf']),
  row('application/x-7z-compressed', 'archive', '7z', [0, '#377abcaf271c']),
  row('application/vnd.rar', 'archive', 'rar', [0, 'Rar!']),
  row('application/msword', 'office', 'doc', [0, '#d0cf11e0a1b11ae1']),
]

/** Office documents are zips that begin with one of these. */
const zipped: readonly (readonly [string, FileType])[] = [
  [
    'word/',
    {
      mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      kind: 'office',
      end: 'docx',
    },
  ],
  [
    'xl/',
    {
      mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      kind: 'office',
      end: 'xlsx',
    },
  ],
  [
    'ppt/',
    {
      mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      kind: 'office',
      end: 'pptx',
    },
  ],
]
const zip: FileType = { mime: 'application/zip', kind: 'archive', end: 'zip' }
const svg: FileType = { mime: 'image/svg+xml', kind: 'picture', end: 'svg' }
const text: FileType = { mime: 'text/plain', kind: 'text', end: 'txt' }

/** So many first bytes tell a type. */
export const bytesThatTell = 4_096

/** Null: nothing in the table, or a program. `head`: the first bytes of the file, all of a small one. */
export function fileTypeOf(head: Uint8Array): FileType | null {
  const found = signatures.find(({ starts }) =>
    starts.every(([at, what]) => standsAt(head, at, what)),
  )
  if (found !== undefined) {
    const { mime, kind, end } = found
    return { mime, kind, end }
  }
  if (standsAt(head, 0, '#504b0304') || standsAt(head, 0, '#504b0506')) {
    const names = latin(head)
    return zipped.find(([name]) => names.includes(name))?.[1] ?? zip
  }
  const said = readText(head)
  if (said === null || isProgram(said)) return null
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(
    said,
  )
    ? svg
    : text
}

/** A script that a system would run by itself. */
const isProgram = (said: string): boolean => said.startsWith('#!')

function standsAt(head: Uint8Array, at: number, what: string): boolean {
  if (!what.startsWith('#')) return latin(head.subarray(at, at + what.length)) === what
  const bytes = what.slice(1).match(/../g) ?? []
  return bytes.every((byte, index) => head[at + index] === Number.parseInt(byte, 16))
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Null for what is no text in UTF-8 or UTF-16 with its mark. A letter cut at the end is no fault. */
function readText(head: Uint8Array): string | null {
  if (head.byteLength === 0) return null
  const isWide = standsAt(head, 0, '#fffe') || standsAt(head, 0, '#feff')
  if (isWide) return ''
  try {
    const said = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    // Controls other than tab, line ends and page feed stand in no text.
    const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)
    return head.some(isControl) ? null : said
  } catch {
    return null
  }
}
