/**
 * Fills a relay with a workspace of believable work: the demo's owner and seven colleagues in their time zones, who join by
 * real invites, contractors with one brief each among them, and the generated briefs, pushed by two devices as people's own
 * devices push. Used by `npm run seed`, journeys and pictures.
 */
// First of all: the replica's modules look for IndexedDB when they are loaded.
import 'fake-indexeddb/auto'
import { createSharingCalls } from '#client/app/sharing-calls.ts'
import { writeProfile } from '#client/live/demo/demo-profile.ts'
import { join, relayState } from '#client/replica/join.ts'
import type { Identity } from '#client/replica/identity.ts'
import { openReplica } from '#client/replica/open-replica.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { summaries } from '#shared/documents/readers/summarise.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import { demoBriefs, type DemoSize } from '#shared/domain/demo/demo-briefs.ts'
import { demoPeople, type DemoPerson } from '#shared/domain/demo/demo-people.ts'
import { personDocument } from '#shared/lib/document-kinds.ts'
import { newId, type DocName, type MemberId } from '#shared/lib/ids.ts'
import { createRandom } from '#shared/lib/random.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { InviteKey } from '#shared/protocol/http.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { peopleScope } from '#shared/records/kinds.ts'
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
/** Writes what is not in Chinese. */
const writesAbroad = 'Julia Brandt'

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
  const [owner, ...colleagues] = demoPeople
  if (owner === undefined) throw new Error('nobody to found it')
  const first = await openDevice(address, null, owner.name)
  const { abroad, contractors } = await gather(first, address, owner, colleagues)

  const random = createRandom(seed)
  const briefs = demoBriefs(size, seed).map((brief) => ({
    brief,
    name: docNameSchema.parse(`brief-${newId(bytesFrom(random))}`),
    title: brief.title,
    writer: /\p{Script=Han}/u.test(brief.title) ? first : abroad,
  }))
  for (const replica of new Set([first, abroad])) {
    const own = briefs.filter(({ writer }) => writer === replica)
    const made = await replica.makeDocuments(
      own.map(({ name, brief }) => ({
        name,
        write: (doc) => writeDemoBrief(doc, brief, today, random),
      })),
    )
    if (!made.ok) throw new Error(made.refusal.code)
  }
  for (const [place, member] of contractors.entries()) {
    const shared = briefs[place]
    if (shared !== undefined)
      await createSharingCalls(first, shared.name).give(member, 'edit', null)
  }
  const inviteLink = await inviteLinkOf(first, {
    ...{ access: 'lead', functions: ['operations'], uses: 200, expiresAt: inThirtyDays(first) },
  })
  for (const replica of new Set([first, abroad])) await leave(replica)
  const people = demoPeople.map(({ name }) => name)
  return ok({
    workspace,
    people,
    briefs: briefs.map(({ name, title }) => ({ name, title })),
    inviteLink,
  })
}

const inThirtyDays = ({ rights }: TypedReplica<DocumentSummary>): number =>
  rights.now() + 720 * 3_600_000

/** The owner introduces themselves; the others join, do the same and leave, but for the one who writes abroad. */
async function gather(
  first: TypedReplica<DocumentSummary>,
  address: string,
  owner: DemoPerson,
  colleagues: readonly DemoPerson[],
): Promise<{
  readonly abroad: TypedReplica<DocumentSummary>
  readonly contractors: readonly MemberId[]
}> {
  const { identity, records } = first
  await records.make({
    ...{ kind: 'member', scope: peopleScope(identity.workspace.id), subject: identity.member },
    ...{ outcome: 'set', contentHash: null, reason: '', body: { functions: [...owner.functions] } },
  })
  await introduce(first, owner)
  let abroad = first
  const contractors: MemberId[] = []
  for (const person of colleagues) {
    const { access, outside, functions, name } = person
    if (access === 'owner' || access === 'guest') throw new Error(`${name} joins by no such invite`)
    const wish = { access, outside, functions: [...functions], expiresAt: inThirtyDays(first) }
    const replica = await openDevice(address, keyIn(await inviteLinkOf(first, wish)), name)
    await introduce(replica, person)
    if (outside) contractors.push(replica.identity.member)
    if (name === writesAbroad) abroad = replica
    else await leave(replica)
  }
  return { abroad, contractors }
}

/** What a person says of themselves, on a device of theirs. */
async function introduce(
  replica: TypedReplica<DocumentSummary>,
  person: DemoPerson,
): Promise<void> {
  const name = personDocument(replica.identity.member)
  const made = await replica.makeDocuments([{ name, write: (doc) => writeProfile(doc, person) }])
  if (!made.ok) throw new Error(made.refusal.code)
}

async function leave(replica: TypedReplica<DocumentSummary>): Promise<void> {
  await until(replica, () => replica.status.overall().kind === 'safe')
  await replica.close()
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
  let joined = await join(environment, asked)
  // On a busy machine a connection gives up before anybody has looked at it: the relay is there.
  while (!joined.ok && joined.refusal.code === 'unreachable')
    joined = await join(environment, asked)
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
