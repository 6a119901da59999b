/** Files in memory, small enough to be seen right. */
import { createHash } from 'node:crypto'
import type { Attachment, Files } from '#server/files/files.ts'
import type { FileId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'

export function createMemoryFiles(): Files {
  const stored = new Map<FileId, Uint8Array>()
  const attachments: (Attachment & { readonly id: FileId })[] = []
  return {
    async store(id, bytes) {
      const parts: Uint8Array[] = []
      try {
        for await (const part of bytes) parts.push(part)
      } catch {
        return { ok: false, refusal: 'cut-off' }
      }
      const whole = new Uint8Array(Buffer.concat(parts))
      if (whole.byteLength > limits.fileBytes) return { ok: false, refusal: 'too-large' }
      if (createHash('sha256').update(whole).digest('hex') !== String(id))
        return { ok: false, refusal: 'file-differs' }
      stored.set(id, whole)
      return { ok: true, value: undefined }
    },
    async attach(id, to) {
      if (!stored.has(id)) return false
      attachments.push({ ...to, id })
      return true
    },
    async attachedTo(workspace, id) {
      const here = attachments.filter((one) => one.workspace === workspace && one.id === id)
      return [...new Set(here.map(({ doc }) => doc))]
    },
    async open(id) {
      const bytes = stored.get(id)
      if (bytes === undefined || attachments.every((one) => one.id !== id)) return null
      return {
        size: bytes.byteLength,
        read: (from, to) => new Blob([bytes.slice(from, to + 1)]).stream(),
        close: async () => undefined,
      }
    },
    canStore: async () => true,
    missing: async () => [],
  }
}
