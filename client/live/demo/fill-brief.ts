/** One brief of the demo with its talk and what was decided on it, spread over the last weeks. */
import type * as Y from 'yjs'
import { setWantedBy } from '#shared/documents/commands/brief-fields.ts'
import { demoSittings } from '#shared/documents/commands/demo-brief.ts'
import { addComment, reply } from '#shared/documents/commands/talk.ts'
import { notesText } from '#shared/documents/readers/notes-text.ts'
import { readBrief, readBriefHead } from '#shared/documents/readers/read-brief.ts'
import { judgeBrief } from '#shared/domain/briefs/quality/judge.ts'
import { snapshotOf, wholeContentHash } from '#shared/documents/snapshot.ts'
import type { DemoBrief } from '#shared/domain/demo/demo-briefs.ts'
import { demoTalk } from '#shared/domain/demo/demo-people.ts'
import { talkBeside, topicOf } from '#shared/lib/document-kinds.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { FileStore } from '#client/replica/files/file-store.ts'
import { hashOf } from '#client/replica/files/hash-file.ts'
import type { CommentId, DocName, FileId } from '#shared/lib/ids.ts'
import type { Random } from '#shared/lib/random.ts'
import type { CastMember } from './demo-cast.ts'
import { createDemoDocument, type DemoDocument } from './demo-document.ts'
import type { AcceptedBrief } from './fill-tasks.ts'
import type { DemoParts } from './demo-parts.ts'

export interface BriefToFill {
  readonly brief: DemoBrief
  readonly name: DocName
  readonly place: number
  readonly random: Random
}

export interface FilledBrief {
  readonly documents: readonly DemoDocument[]
  readonly accepted: AcceptedBrief | null
}

const hour = 3_600_000

export async function fillBrief(
  parts: DemoParts,
  { brief, name, place, random }: BriefToFill,
): Promise<FilledBrief> {
  const { cast, environment, store } = parts
  const filer = personAt(cast, brief.language === 'en' ? 4 : place % 2)
  const helper = personAt(cast, brief.language === 'en' ? 0 : 2)
  /** The first ones were filed first. */
  const filedAt = environment.now() - (110 + (29 - place) * 14) * hour
  const document = createDemoDocument(name, cast)
  const [about, wanted, rests] = demoSittings(brief, parts.today, random)
  if (about) document.sit(filer, filedAt, about)
  if (wanted) document.sit(filer, filedAt + hour / 2, wanted)
  if (rests) document.sit(helper, filedAt + 3 * hour, rests)
  const { rows, accepted } = await decide(parts, document, brief, filer, filedAt + 5 * hour)
  if (rows.length > 0) {
    const records = await store.records()
    await records.keep({ scope: name, held: 0, known: 0 }, rows, false)
  }
  if (brief.flow.at(-1)?.[0] === 'accepted' && place % 3 === 0)
    document.sit(personAt(cast, 1), environment.now() - (6 + place) * hour, laterBy(2))
  // Of the first one both moved the date, without a network: whoever looks may put theirs back.
  if (place === 0)
    document.apart(
      environment.now() - 5 * hour,
      { by: personAt(cast, 0), write: laterBy(5) },
      { by: personAt(cast, 1), write: laterBy(7) },
    )
  await document.keep(store)
  const talk = await talkOf(parts, name, brief)
  return { documents: talk === null ? [document] : [document, talk], accepted }
}

async function decide(
  { environment, cast, files }: DemoParts,
  { name, doc }: DemoDocument,
  brief: DemoBrief,
  filer: CastMember,
  from: number,
) {
  const rows = []
  let accepted: AcceptedBrief | null = null
  let heads: readonly string[] = []
  for (const [step, [outcome, reason]] of brief.flow.entries()) {
    const by = outcome === 'submitted' ? filer : personAt(cast, reason === '' ? 2 : 3)
    const at = Math.min(from + step * 9 * hour, environment.now() - hour)
    const snapshot =
      outcome === 'returned' ? null : await keepSnapshot(environment, files, doc, name)
    const body = {
      submitted: {
        snapshot,
        score: judgeBrief(readBrief(doc), notesText(doc), dayOf(at)).score,
        heads,
      },
      accepted: { snapshot, heads },
      returned: { heads },
    }[outcome]
    const contentHash = snapshot === null ? null : wholeContentHash(doc)
    const fact = { kind: 'brief', subject: topicOf(name), outcome, reason, contentHash, body }
    const row = await by.sign(name, fact, at, step + 1)
    heads = [row.id]
    rows.push(row)
    if (outcome === 'accepted' && snapshot !== null && contentHash !== null)
      accepted = { name, brief: readBrief(doc), from: { snapshot, contentHash }, by, at }
  }
  return { rows, accepted }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** As a server would have given it. */
async function keepSnapshot(
  environment: DeviceEnvironment,
  files: FileStore,
  doc: Y.Doc,
  name: DocName,
): Promise<FileId> {
  const [bytes, at] = [snapshotOf(doc), environment.now()]
  const id = await hashOf(environment, bytes.buffer)
  const mime = 'application/vnd.asterism.snapshot'
  const file = { id, size: bytes.byteLength, mime, at, used: at }
  const place = { id, doc: name, at, state: 'held', epoch: 'demo', reason: null } as const
  await files.put(place, { file, bytes: new Blob([bytes], { type: mime }) })
  return id
}

async function talkOf(
  { cast, environment, store }: DemoParts,
  brief: DocName,
  { products }: DemoBrief,
): Promise<DemoDocument | null> {
  const code = products[0]?.sku.split('-')[0]
  const said = demoTalk.filter(({ about }) => about === code)
  if (said.length === 0) return null
  const talk = createDemoDocument(talkBeside(brief), cast)
  let before: CommentId | null = null
  for (const { by, hoursAgo, text, to, answers } of said) {
    const at = environment.now() - hoursAgo * hour
    const mentions = to.map((place) => {
      const { member, person } = personAt(cast, place)
      return { member, name: person.name }
    })
    talk.sit(personAt(cast, by), at, (doc) => {
      const saying = { text, mentions, at }
      const made = answers && before !== null ? reply(doc, before, saying) : addComment(doc, saying)
      if (made.ok) before = made.value
    })
  }
  await talk.keep(store)
  return talk
}

/** Somebody moved the date after it was accepted. */
const laterBy =
  (days: number) =>
  (doc: Y.Doc): void => {
    const { wantedBy } = readBriefHead(doc)
    if (wantedBy === null) return
    const moved = new Date(Date.parse(`${wantedBy}T00:00:00Z`) + days * 86_400_000)
    setWantedBy(doc, moved.toISOString().slice(0, 10))
  }

function personAt(cast: readonly CastMember[], place: number): CastMember {
  const found = cast[place]
  if (found === undefined) throw new RangeError(`nobody stands at ${place}`)
  return found
}
