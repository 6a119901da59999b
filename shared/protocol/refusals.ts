/**
 * Why the relay did not take an update or a record: a closed list with the byte that travels in `NO`. `gap` and `busy` mean later;
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

/** Of records only: it is none, is not this device's next, or would leave no owner or too many invites or grants. */
export const recordRefusalBytes = {
  'record-wrong': 11,
  'chain-broken': 12,
  'last-owner': 13,
  'too-many': 14,
} as const

export const recordRefusals = [
  'no-access',
  'too-large',
  'gap',
  'busy',
  'record-wrong',
  'chain-broken',
  'last-owner',
  'too-many',
] as const
export type RecordRefusal = (typeof recordRefusals)[number]

export type Refusal = PushRefusal | RecordRefusal

export const isPushRefusal = (refusal: Refusal): refusal is PushRefusal => refusal in refusalBytes

export const byteOfRefusal = (refusal: Refusal): number => allBytes[refusal]

export const refusalOfByte = (byte: number): Refusal | null => {
  for (const [name, number] of Object.entries(allBytes)) {
    if (number === byte) return name as Refusal
  }
  return null
}

const allBytes = { ...refusalBytes, ...recordRefusalBytes }

export const meansLater = (refusal: Refusal): boolean => refusal === 'gap' || refusal === 'busy'

/** Why a document was not opened, pulled or compared. `no-access` is also the answer for one that does not exist. */
export const documentRefusals = [
  'no-access',
  'client-taken',
  'too-many-open',
  'not-a-name',
] as const
export type DocumentRefusal = (typeof documentRefusals)[number]
