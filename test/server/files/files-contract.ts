/** What every Files must do. Each implementation's test file runs it; `make` gives an empty one each time. */
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Attachment, Files } from '#server/files/files.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { fileIdSchema } from '#shared/protocol/names.ts'
import { brief, bytesOf, otherBrief, otherWorkspace, workspace } from '#test/server/log/log-rows.ts'

export const idOf = (bytes: Uint8Array): FileId =>
  fileIdSchema.parse(createHash('sha256').update(bytes).digest('hex'))

export async function* inParts(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

export const at = (doc: DocName, over: Partial<Attachment> = {}): Attachment => ({
  workspace,
  doc,
  device: 1,
  at: 1_000,
  ...over,
})

export async function bytesIn(files: Files, id: FileId, from = 0, to?: number): Promise<string> {
  const file = await files.open(id)
  if (file === null) return 'not here'
  return new Response(file.read(from, to ?? file.size - 1)).text()
}

export function filesContract(name: string, make: () => Promise<Files>): void {
  describe(`${name} keeps the contract of files:`, () => {
    let files: Files
    beforeEach(async () => {
      files = await make()
    })
    const hello = bytesOf('hello')
    const id = idOf(hello)

    test('what was stored and attached is read back, whole and in parts', async () => {
      expect(await files.store(id, inParts(bytesOf('he'), bytesOf('llo')))).toMatchObject({
        ok: true,
      })
      expect(await files.attach(id, at(brief))).toBe(true)
      expect(await bytesIn(files, id)).toBe('hello')
      expect(await bytesIn(files, id, 1, 3)).toBe('ell')
      const file = await files.open(id)
      expect(file?.size).toBe(5)
      await file?.close()
    })

    test('a file nobody stored is not here, cannot be attached and belongs to nothing', async () => {
      expect(await files.open(id)).toBeNull()
      expect(await files.attach(id, at(brief))).toBe(false)
      expect(await files.attachedTo(workspace, id)).toEqual([])
    })

    test('bytes that nothing is attached to are not served', async () => {
      await files.store(id, inParts(hello))
      expect(await files.open(id)).toBeNull()
    })

    test('other bytes than the id says are refused, and nothing of them stays', async () => {
      expect(await files.store(id, inParts(bytesOf('hallo')))).toEqual({
        ok: false,
        refusal: 'file-differs',
      })
      expect(await files.attach(id, at(brief))).toBe(false)
    })

    test('bytes that end early are refused, and nothing of them stays', async () => {
      async function* cut(): AsyncGenerator<Uint8Array> {
        yield bytesOf('hel')
        throw new Error('aborted')
      }
      expect(await files.store(id, cut())).toEqual({ ok: false, refusal: 'cut-off' })
      expect(await files.attach(id, at(brief))).toBe(false)
    })

    test('a file at the limit is taken, one byte above is refused', async () => {
      const most = new Uint8Array(limits.fileBytes)
      expect(await files.store(idOf(most), inParts(most))).toMatchObject({ ok: true })
      const more = new Uint8Array(limits.fileBytes + 1)
      expect(await files.store(idOf(more), inParts(most, bytesOf('x')))).toEqual({
        ok: false,
        refusal: 'too-large',
      })
    })

    test('two who send the same at once are both served, and one who fails does not take it from the other', async () => {
      async function* cut(): AsyncGenerator<Uint8Array> {
        yield hello
        throw new Error('aborted')
      }
      const outcomes = await Promise.all([
        files.store(id, inParts(hello)),
        files.store(id, cut()),
        files.store(id, inParts(hello)),
      ])
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true])
      await Promise.all([files.attach(id, at(brief)), files.attach(id, at(brief))])
      expect(await bytesIn(files, id)).toBe('hello')
      expect(await files.attachedTo(workspace, id)).toEqual([brief])
    })

    test('one file may be attached to many documents, and each workspace sees its own', async () => {
      await files.store(id, inParts(hello))
      for (const doc of [brief, otherBrief]) await files.attach(id, at(doc))
      expect([...(await files.attachedTo(workspace, id))].sort()).toEqual(
        [brief, otherBrief].sort(),
      )
      expect(await files.attachedTo(otherWorkspace, id)).toEqual([])
    })

    test('it says that it can store', async () => {
      expect(await files.canStore()).toBe(true)
      expect(await files.missing()).toEqual([])
    })
  })
}
