/** Document names as every relay here gets them, the same for the same number. */
import { bytesToBase32 } from '#shared/lib/ids.ts'

export function benchDocName(number: number): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setUint32(12, number)
  return `brief-${bytesToBase32(bytes)}`
}
