/**
 * The demo workspace: of this device alone, filled with generated work as if eight people had done it in the last weeks
 * (docs/decisions.md, 22). Everything in it is real: documents, history, talk, tasks, signed records. Loaded when it is asked for.
 */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { openIdentities } from '#client/replica/identity.ts'
import { foundAlone, type CallRefusal } from '#client/replica/join.ts'
import { openStore } from '#client/replica/open-store.ts'
import { peopleNote } from '#client/replica/people.ts'
import { openFiles } from '#client/replica/files/open-files.ts'
import { summariseStored } from '#client/replica/summarise-stored.ts'
import { summarise } from '#shared/documents/readers/summarise.ts'
import { demoBriefs } from '#shared/domain/demo/demo-briefs.ts'
import { personDocument } from '#shared/lib/document-kinds.ts'
import { newId, type DocName } from '#shared/lib/ids.ts'
import { createRandom } from '#shared/lib/random.ts'
import { ok, type Result } from '#shared/lib/result.ts'
import { castOf } from './demo-cast.ts'
import type { DemoParts } from './demo-parts.ts'
import { writeProfile } from './demo-profile.ts'
import { createDemoDocument, type DemoDocument } from './demo-document.ts'
import { fillBrief } from './fill-brief.ts'
import { fillCosts } from './fill-costs.ts'
import { fillTasks, type AcceptedBrief } from './fill-tasks.ts'

/** The one that is here already, or a new one. */
export async function openDemo(
  environment: DeviceEnvironment,
  named: { readonly workspace: string; readonly me: string },
): Promise<Result<Identity, CallRefusal>> {
  const identities = await openIdentities(environment)
  const here = (await identities.list()).find(({ demo }) => demo === true)
  identities.close()
  if (here !== undefined) return ok(here)
  const asked = { name: named.me, workspace: named.workspace, demo: true }
  return foundAlone(environment, asked, (identity) => fill(environment, identity))
}

/** Before the identity is kept, so that one left half-way is nobody's. */
async function fill(environment: DeviceEnvironment, identity: Identity): Promise<void> {
  const store = await openStore(environment, identity.workspace.id)
  const files = await openFiles(environment, identity.workspace.id)
  try {
    const cast = await castOf(environment, identity)
    const today = new Date(environment.now()).toISOString().slice(0, 10)
    const parts = { environment, identity, store, files, cast, today }
    await store.putNote(
      peopleNote,
      cast.map(({ person, member, device }) => ({
        ...{ member, name: member === identity.member ? identity.name : person.name },
        ...{ access: person.access, outside: person.outside, functions: person.functions },
        ...{ removed: false, devices: [device] },
      })),
    )
    const documents = await Promise.all([profiles(parts), briefs(parts)])
    const touched = documents.flat().map(({ name, changedAt }) => [name, changedAt] as const)
    await store.summarise(touched, (name, updates) => summariseStored(name, updates, summarise))
  } finally {
    store.close()
    files.close()
  }
}

async function profiles(parts: DemoParts): Promise<readonly DemoDocument[]> {
  const made = parts.cast.map((one) => {
    const document = createDemoDocument(personDocument(one.member), parts.cast)
    document.sit(one, parts.environment.now() - 40 * 86_400_000, (doc) => {
      writeProfile(doc, one.person)
    })
    return document
  })
  for (const document of made) await document.keep(parts.store)
  return made
}

async function briefs(parts: DemoParts): Promise<readonly DemoDocument[]> {
  const random = createRandom(20)
  const all: DemoDocument[] = []
  const accepted: AcceptedBrief[] = []
  for (const [place, brief] of demoBriefs('busy', 20).entries()) {
    const name = `brief-${newId((bytes) => parts.environment.crypto.getRandomValues(bytes))}`
    const filled = await fillBrief(parts, { brief, name: name as DocName, place, random })
    all.push(...filled.documents)
    if (filled.accepted !== null) accepted.push(filled.accepted)
  }
  return [...all, ...(await fillTasks(parts, accepted)), ...(await fillCosts(parts, accepted))]
}
