/** Changing the team's SOP, bound to this device's copy: a draft on the desk, then a document and the record that publishes it. */
import { createSignal, onCleanup } from 'solid-js'
import * as z from 'zod/mini'
import type { SopAnswer, SopCalls, SopDraft } from '#client/features/tasks/sop/sop-calls.ts'
import type { Replica } from '#client/replica/replica.ts'
import { readSopText, sopHashOf, sopIdOf, writeSopText } from '#shared/domain/tasks/sop-text.ts'
import { keepSop } from '#shared/documents/commands/sop.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { peopleScope } from '#shared/records/kinds.ts'
import type { Publication } from '#shared/records/sop-versions.ts'
import { hashToText } from '#shared/records/texts.ts'

const gatherMs = 300

const keptSchema = z.object({ text: z.string(), over: z.nullable(z.string()) })

/** `hashOf`: of the text of a version that is here; null for the shipped one. */
export function createSopCalls(
  replica: Pick<Replica, 'identity' | 'records' | 'makeDocuments' | 'sopDraft'>,
  mayChange: () => boolean,
  hashOf: (version: string) => string | null,
): SopCalls {
  const { workspace, member } = replica.identity
  const [draft, setDraft] = createSignal(readDraft(replica.sopDraft.get()))
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = (): void => {
    clearTimeout(timer)
    timer = undefined
    const now = draft()
    replica.sopDraft.keep(now && { over: now.over, text: writeSopText(now.content, workspace.id) })
  }
  // While something is still to be written here, another tab's draft comes too late.
  const read = (): void => {
    if (timer === undefined) setDraft(readDraft(replica.sopDraft.get()))
  }
  onCleanup(replica.sopDraft.subscribe(read))
  const leave = (): void => {
    if (timer !== undefined) write()
  }
  addEventListener('pagehide', leave)
  onCleanup(() => {
    removeEventListener('pagehide', leave)
    leave()
  })
  const say = async (
    version: string,
    contentHash: string | null,
    reason: string,
    over: Publication | null,
  ): Promise<SopAnswer> => {
    const answer = await replica.records.make({
      ...{ kind: 'sop', scope: peopleScope(workspace.id), subject: version, contentHash },
      ...{ outcome: 'published', reason, body: { over: over?.id ?? null } },
    })
    if (answer.ok) return null
    return answer.refusal === 'no-record' ? 'too-long' : 'not-stored'
  }
  return {
    me: member,
    mayChange,
    draft,
    keepDraft(next) {
      setDraft(next)
      clearTimeout(timer)
      // Each writing is a whole text: not one for every letter.
      timer = setTimeout(write, gatherMs)
      if (next === null) write()
    },
    lengthOf: (content) => writeSopText(content, workspace.id).length,
    async publish(content, reason, over) {
      const text = writeSopText(content, workspace.id)
      const id = sopIdOf(text)
      // The document first: a publication without it would be said to be missing by everybody.
      const name = documentNamed('sop', id)
      const made = await replica.makeDocuments([{ name, write: (doc) => keepSop(doc, text) }])
      return made.ok ? say(id, hashToText(sopHashOf(text)), reason, over) : 'not-stored'
    },
    use: (version, reason, over) => say(version, hashOf(version), reason, over),
  }
}

/** As it was kept, perhaps by another app; null for none. */
function readDraft(kept: unknown): SopDraft | null {
  const read = z.safeParse(keptSchema, kept)
  if (!read.success) return null
  const found = readSopText(read.data.text)
  return found.kind === 'sop' ? { content: found.sop, over: read.data.over } : null
}
