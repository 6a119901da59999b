/**
 * How a record stands in the outbox: under the name of this device's line of records in place of a document's, with its
 * id as note. All records of a device are one line, apart from the documents they are about (docs/decisions.md, 7).
 */
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import { recordFrame } from '#shared/protocol/record-frames.ts'
import type { OutRow } from './store.ts'

const signatureBytes = 64

/** No kind of document is called so. */
export const recordLine = (device: DeviceId): DocName => `record-${device}` as DocName

export const isRecordLine = (name: DocName): boolean => name.startsWith('record-')

export interface WaitingRecord {
  readonly id: string
  readonly text: string
  readonly signature: Uint8Array
}

export const recordToOut = (
  line: DocName,
  { id, text, signature }: WaitingRecord,
  at: number,
): Omit<OutRow, 'n'> => {
  const encoder = new TextEncoder()
  const bytes = new Uint8Array([...signature, ...encoder.encode(text)])
  return { doc: line, note: encoder.encode(id), bytes, at }
}

export const recordIdIn = ({ note }: Pick<OutRow, 'note'>): string => new TextDecoder().decode(note)

export const outToRecordFrame = ({ n, bytes }: OutRow): Uint8Array =>
  recordFrame({
    n,
    signature: bytes.subarray(0, signatureBytes),
    text: new TextDecoder().decode(bytes.subarray(signatureBytes)),
  })
