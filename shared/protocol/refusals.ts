/**
 * Why the relay did not take an update: a closed list with the byte that travels in `NO`. `gap` and `busy` mean later;
 * every other one stops that document on the device and keeps the refused bytes there.
 */
export const refusalBytes = {
  gap: 1,
  busy: 2,
  'no-access': 3,
  malformed: 4,
  'client-of-another-device': 5,
  'too-large': 6,
  'document-full': 7,
  subdocument: 8,
  'too-many-authors': 9,
  'note-too-large': 10,
} as const

export type PushRefusal = keyof typeof refusalBytes

export const refusalOfByte = (byte: number): PushRefusal | null => {
  for (const [name, number] of Object.entries(refusalBytes)) {
    if (number === byte) return name as PushRefusal
  }
  return null
}

export const meansLater = (refusal: PushRefusal): boolean => refusal === 'gap' || refusal === 'busy'

/** Why a document was not opened, pulled or compared. `no-access` is also the answer for one that does not exist. */
export const documentRefusals = [
  'no-access',
  'client-taken',
  'too-many-open',
  'not-a-name',
] as const
export type DocumentRefusal = (typeof documentRefusals)[number]
