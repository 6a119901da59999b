/**
 * Fills a relay with a workspace of believable work: an owner, colleagues who join by real invites, and the generated
 * briefs, pushed by two devices as people's own devices push. Used by `npm run seed`, journeys and pictures.
 */
// First of all: the replica's modules look for IndexedDB when they are loaded.
import 'fake-indexeddb/auto'
import { join, relayState } from '#client/replica/join.ts'
import type { Identity } from '#client/replica/identity.ts'
import { openReplica } from '#client/replica/open-replica.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { summaries } from '#shared/documents/readers/summarise.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { demoBriefs, type DemoSize } from '#shared/domain/demo/demo-briefs.ts'
import { newId, type DocName } from '#shared/lib/ids.ts'
import { createRandom } from '#shared/lib/random.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { InviteKey } from '#shared/protocol/http.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { inviteLinkOf, keyIn } from './invite-key.ts'
import { createNodeDevice } from './node-device.ts'
import { bytesFrom, writeDemoBrief } from '#shared/documents/commands/demo-brief.ts'

export interface Seeded {
  readonly workspace: string
  readonly people: readonly string[]
  readonly briefs: readonly { readonly name: DocName; readonly title: string }[]
  /** To join as a lead, valid for thirty days. */
  readonly inviteLink: string
}

const workspace = '山屿家居'
const owner = '陈思远'
const colleagues = [
  { name: 'Julia Brandt', access: 'member' },
  { name: '阮氏兰', access: 'member' },
  { name: 'Ploy Srisai', access: 'viewer' },
] as const

/** `address` as `http://127.0.0.1:8484`, of a relay nobody owns yet; refuses with a sentence otherwise. */
export async function seedWorkspace(
  address: string,
  size: DemoSize,
  seed: number,
  today: string,
): Promise<Result<Seeded, string>> {
  const device = createNodeDevice(address)
  const state = await relayState(device)
  if (!state.ok) return refuse(state.refusal.en)
  if (state.value.owner !== 'open')
    return refuse('This folder already holds a workspace. Set DATA_DIR to an empty folder.')
  const first = await openDevice(address, null, owner)
  const invite = (access: 'member' | 'lead' | 'viewer', uses: number): Promise<string> =>
    inviteLinkOf(first, { access, uses, expiresAt: device.now() + 720 * 3_600_000 })
  const others: TypedReplica<DocumentSummary>[] = []
  for (const { name, access } of colleagues)
    others.push(await openDevice(address, keyIn(await invite(access, 1)), name))

  const random = createRandom(seed)
  const briefs = demoBriefs(size, seed).map((brief) => ({
    brief,
    name: docNameSchema.parse(`brief-${newId(bytesFrom(random))}`),
    title: brief.title,
    writer: /\p{Script=Han}/u.test(brief.title) ? first : (others[0] ?? first),
  }))
  for (const replica of [first, ...others]) {
    const own = briefs.filter(({ writer }) => writer === replica)
    const made = await replica.makeDocuments(
      own.map(({ name, brief }) => ({
        name,
        write: (doc) => writeDemoBrief(doc, brief, today, random),
      })),
    )
    if (!made.ok) throw new Error(made.refusal.code)
  }
  const inviteLink = await invite('lead', 200)
  for (const replica of [first, ...others]) {
    await until(replica, () => replica.status.overall().kind === 'safe')
    await replica.close()
  }
  const people = [owner, ...colleagues.map(({ name }) => name)]
  return ok({
    workspace,
    people,
    briefs: briefs.map(({ name, title }) => ({ name, title })),
    inviteLink,
  })
}

export interface Colleague extends TypedReplica<DocumentSummary> {
  /** Everything here is at the relay, and everything of the relay is here. */
  synced(name: DocName): Promise<void>
}

/** Another person on a device of their own, who joins by a link. */
export async function openColleague(
  address: string,
  link: string,
  name: string,
): Promise<Colleague> {
  const replica = await openDevice(address, keyIn(link), name)
  return {
    ...replica,
    synced: (doc) => until(replica, () => replica.status.of(doc).kind === 'safe'),
  }
}

async function openDevice(
  address: string,
  invite: InviteKey | null,
  name: string,
): Promise<TypedReplica<DocumentSummary>> {
  const environment = createNodeDevice(address)
  const asked = invite === null ? { invite, name, workspace } : { invite, name }
  const joined = await join(environment, asked)
  if (!joined.ok) throw new Error(joined.refusal.en)
  const identity: Identity = joined.value
  const replica = await openReplica(environment, identity, summaries)
  await until(replica, () => replica.sessionToken() !== null)
  return replica
}

/** Resolves when `done` is true after some change of the status. */
function until(replica: TypedReplica<DocumentSummary>, done: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (done()) return resolve()
    const stop = replica.status.subscribe(() => {
      if (!done()) return
      stop()
      resolve()
    })
  })
}
