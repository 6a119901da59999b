/** A file's id: SHA-256 of its bytes in lower hex. */
import type { FileId } from '#shared/lib/ids.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'

export async function hashOf(
  { crypto }: Pick<DeviceEnvironment, 'crypto'>,
  bytes: ArrayBuffer,
): Promise<FileId> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') as FileId
}
