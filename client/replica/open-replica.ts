/**
 * This device's copy of a workspace, put together: store, link, open documents, outbox, feed, index, status. What the
 * screens see of it is `Replica` (replica.ts). Left out: the parts' own rules, each in its file.
 */
import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { newId, type DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { createDocuments, readyDocuments } from './documents.ts'
import { createComparingLater } from './comparing-later.ts'
import type { DeviceEnvironment } from './environment.ts'
import { adoptEpoch, compareAll } from './epoch.ts'
import { createFeed } from './feed.ts'
import { readFirst, readHeads } from './first-reading.ts'
import { createHistory } from './history.ts'
import type { Identity } from './identity.ts'
import { laterDesk } from './later-desk.ts'
import { createLead } from './lead.ts'
import { createIndex, type Summariser } from './index-rows.ts'
import { createLink } from './link.ts'
import { createListeners } from './listeners.ts'
import { openStore } from './open-store.ts'
import type { NewDocumentsParts } from './new-documents.ts'
import { createOutbox } from './outbox.ts'
import { createPeople } from './people.ts'
import { createPulling } from './pulling.ts'
import { createQuestions } from './questions.ts'
import { createQuiet } from './quiet.ts'
import { exportRefused, noteRefused } from './refusals.ts'
import type { TypedReplica } from './replica.ts'
import { createRest } from './rest.ts'
import type { Waiting } from './store.ts'
import { createWants } from './wants.ts'
import { createStatus } from './status.ts'
import type { RefusedRow } from './store.ts'

const tabMessage = z.union([
  z.object({
    stored: docNameSchema,
    left: z.optional(z.boolean()),
    refused: z.optional(z.boolean()),
  }),
  z.object({ lead: z.enum(['asks', 'leads']) }),
  z.object({ kept: z.literal(true) }),
  z.object({ many: z.literal('stored') }),
])
/** What a page left as it was hidden is its own to write for so long. */
const leftMs = 1_000
/** Opening a document reads its rows one by one: at so many it takes about as long as merging them does. */
const rowsToFold = 100
/** Rows of another tab that still wait after so long are pushed here, too: the tab may be gone. */
const othersRowsMs = 3_000

export async function openReplica<Summary>(
  ...from: Parameters<typeof beginReplica<Summary>>
): Promise<TypedReplica<Summary>> {
  const { replica, read } = await beginReplica(...from)
  await read
  return replica
}

/** The same, given out before what is listed and what waits is `read` from the disk, so that a frame can be shown meanwhile. */
export async function beginReplica<Summary>(
  environment: DeviceEnvironment,
  identity: Identity,
  summariser: Summariser<Summary>,
): Promise<{ readonly replica: TypedReplica<Summary>; readonly read: Promise<void> }> {
  // An app that shows its first screen sooner readies documents itself.
  if (summariser.ready === undefined) await readyDocuments()
  const store = await openStore(environment, identity.workspace.id)
  const status = createStatus()
  const link = createLink(environment, identity)
  const questions = createQuestions(link)
  const desk = laterDesk(
    import('./desk.ts').then(({ createDesk }) =>
      createDesk(`asterism:desk:${identity.workspace.id}`, environment.keepDesk),
    ),
  )
  const refusals = createListeners<{ name: DocName; moved: number; reason: RefusedRow['reason'] }>()
  const people = createPeople(store, link)
  const line = environment.openTabLine(`asterism:${identity.workspace.id}`, (message) => {
    const parsed = z.safeParse(tabMessage, message)
    if (!parsed.success) return
    if ('lead' in parsed.data) lead.heard(parsed.data.lead)
    else if ('kept' in parsed.data) void comparing.note()
    else if ('many' in parsed.data) void otherTabStoredMany()
    else if (parsed.data.left === true) environment.after(leftMs, () => void takeLeft())
    else void otherTabStored(parsed.data.stored, parsed.data.refused === true)
  })
  /** Rows this tab wrote; the leading tab pushes all. */
  const own = new Set<number>()
  let closed = false
  const lead = createLead({
    environment,
    name: `asterism:${identity.workspace.id}:sync`,
    post: (message) => line.post({ lead: message }),
    work() {
      outbox.lead()
      feed.check()
      pulling.resume()
    },
  })
  // Later than the first screen: it is work for a quiet moment.
  const quiet = createQuiet(environment, lead.held, [
    async (name) => store.fold(name, rowsToFold, (await import('./fold.ts')).fold),
    (name) => comparing.compare(name),
  ])

  const openDoc = (name: DocName): Y.Doc | null => documents.get(name)?.doc() ?? null
  const index = createIndex(environment, identity.workspace.id, store, summariser, openDoc)

  const documents = createDocuments({
    environment,
    store,
    link,
    status,
    member: identity.member,
    summarise: index.row,
    edited(row, waiting, indexRow) {
      own.add(row.n)
      status.noteWaiting(new Map([[row.doc, waiting]]))
      if (indexRow !== null) index.put([indexRow])
      line.post({ stored: row.doc })
      quiet.touch(row.doc)
      outbox.wake()
    },
    left: (name) => line.post({ stored: name, left: true }),
    received(name, at) {
      index.touch(name, at)
      quiet.touch(name)
      line.post({ stored: name })
    },
    missing(name) {
      if (!outbox.inFlight(name)) pulling.fill(name)
    },
  })

  const newDocuments: NewDocumentsParts = {
    store,
    now: environment.now,
    ready: async () => summariser.ready?.(),
    has: index.has,
    summarise: index.row,
    stored(edits, rows) {
      for (const { row } of edits) own.add(row.n)
      status.noteWaiting(new Map(edits.map(({ row, waiting }) => [row.doc, waiting])))
      index.put(rows)
      for (const { row } of edits) void documents.get(row.doc)?.catchUp('store')
      line.post({ many: 'stored' })
      outbox.wake()
    },
  }

  const outbox = createOutbox({
    environment,
    store,
    link,
    questions,
    cardOf: index.cardOf,
    mayPush: (n) => lead.held() || own.has(n),
    settled(waiting) {
      for (const name of waiting.keys()) {
        status.note(name, { heard: true })
        quiet.touch(name)
        line.post({ stored: name })
        documents.get(name)?.channel.ask()
        if (store.hasHole(name) && !outbox.inFlight(name)) pulling.fill(name)
      }
      status.noteWaiting(waiting)
    },
    async refused(name, n, reason) {
      const live = documents.get(name)
      let moved = 0
      const takeOut = async (): Promise<void> => {
        const done = await store.refuse(name, n, reason, environment.now())
        moved += done.moved
        status.note(name, { waiting: done.waiting, refused: done.refused })
      }
      if (live === null) await takeOut()
      else await live.rebuild(takeOut)
      index.touch(name, null)
      line.post({ stored: name, refused: true })
      refusals.tell({ name, moved, reason })
    },
  })

  const isOpen = (name: DocName): boolean => documents.get(name) !== null
  const wants = createWants(index, desk, status, isOpen)
  const pulling = createPulling({
    store,
    link,
    questions,
    isLive: documents.isLive,
    isOpen,
    wants: wants.has,
    progressed: () => status.noteToFetch(pulling.left()),
    async pulled(name, at) {
      status.note(name, { heard: true })
      await documents.get(name)?.catchUp('store')
      index.touch(name, at)
      quiet.touch(name)
      line.post({ stored: name })
    },
  })

  const comparing = createComparingLater({
    ...{ environment, store, link, questions, status, shown: documents },
    leads: lead.held,
    touch: quiet.touch,
    reread(name) {
      index.touch(name, null)
      quiet.touch(name)
      line.post({ stored: name, refused: true })
      line.post({ kept: true })
      void comparing.note()
    },
  })

  const feed = createFeed({
    store,
    link,
    questions,
    readCard: summariser.readCard,
    announced(docs, shown) {
      index.put(shown)
      wants.choose(environment.now())
      pulling.announced(docs)
    },
  })

  const takeLeft = async (): Promise<void> => {
    if (closed) return
    const waiting = await store.takeLeft().catch((fault: unknown) => {
      // A full disk, perhaps: it stays where it is, for the next tab or the next start.
      console.error('what a page left could not be taken up', fault)
      return new Map<DocName, Waiting>()
    })
    status.noteWaiting(waiting)
    for (const name of waiting.keys()) {
      await documents.get(name)?.catchUp('tab')
      index.touch(name, null)
      line.post({ stored: name })
    }
    if (waiting.size > 0) lead.ask()
  }

  const otherTabStored = async (name: DocName, wasRefused: boolean): Promise<void> => {
    if (closed) return
    if (wasRefused) await documents.get(name)?.rebuild(async () => undefined)
    else await documents.get(name)?.catchUp('tab')
    await noteRefused(store, status, [name])
    status.noteWaiting(new Map([[name, await store.waiting(name)]]))
    quiet.touch(name)
    await index.reread(name)
    // The tab that wrote it may be gone before it could send it.
    environment.after(othersRowsMs, () => {
      if (!closed && status.of(name).waiting > 0) lead.ask()
    })
  }

  const otherTabStoredMany = async (): Promise<void> => {
    if (closed) return
    status.noteWaiting(await store.outbox())
    await index.start()
    for (const { name } of index.list()) await documents.get(name)?.catchUp('tab')
    environment.after(othersRowsMs, () => {
      if (!closed && status.overall().waiting > 0) lead.ask()
    })
  }

  const begin = async (): Promise<void> => {
    const generation = link.generation()
    const epoch = link.welcome()?.epoch
    if (epoch === undefined) return
    await adoptEpoch(store, status, epoch)
    // On a full disk what waits is pushed all the same: the relay tells used numbers from repeats.
    await store
      .numberAbove(link.welcome()?.pushed ?? 0)
      .catch((fault: unknown) => console.error('the outbox keeps its old count', fault))
    if (generation !== link.generation() || closed) return
    status.noteClock(link.clockOffMs())
    // Not before: until the epoch is known nothing says what a restored relay lacks.
    status.noteLink('ready')
    status.noteHeard()
    outbox.restart()
    documents.askAll()
    lead.ask()
    if (await compareAll({ store, link, questions, status }, environment.now())) outbox.wake()
  }

  link.onMessage((message) => {
    questions.receive(message)
    outbox.receive(message)
    documents.receive(message)
    comparing.receive(message)
    if (message.kind === 'news') lead.ask()
    // The relay could not read; whoever waits asks again with the next check.
    if (message.kind === 'problem') {
      console.error(`the relay did not act on a message: ${message.code}`)
      if (message.code === 'read-failed') {
        questions.lose()
        documents.askAgain()
      }
    }
  })
  link.onState((state) => {
    status.noteLink(state === 'ready' ? 'connecting' : state)
    if (state === 'ready') {
      begin().catch((fault: unknown) => console.error('this device could not begin to sync', fault))
    } else {
      outbox.stop()
      questions.lose()
    }
  })
  link.onQuiet(() => {
    documents.askAll()
    lead.ask()
  })
  store.onLost(() => status.noteStorage('lost'))

  await takeLeft()
  if (store.kind === 'memory') status.noteStorage('memory-only')
  const goOn = async (): Promise<void> => {
    await readHeads(store, status, pulling)
    if (closed) return
    lead.start()
    link.start()
    // While all is well: on a bad day they may not be there to fetch.
    Promise.all([
      import('./updates.ts'),
      import('./notes.ts'),
      import('./summarise-stored.ts'),
    ]).catch((fault: unknown) => console.error('parts of the app are missing', fault))
  }
  const first = readFirst({ store, status, index, people })
  const read = Promise.all([first, comparing.note()]).then(() => undefined)
  read.then(goOn).catch((fault: unknown) => {
    console.error('what this device holds could not be read', fault)
    status.noteStorage('lost')
  })
  desk.subscribe(() => {
    wants.choose(environment.now())
    pulling.resume()
  })
  const resting = createRest(environment, {
    rest() {
      link.rest()
      lead.release()
    },
    wake() {
      lead.start()
      link.retry()
    },
  })

  const replica: TypedReplica<Summary> = {
    identity,
    openDocument(name) {
      desk.noteOpened(name, environment.now())
      quiet.touch(name)
      return documents.open(name)
    },
    pins: { has: desk.isPinned, set: desk.pin, list: desk.pins, subscribe: desk.subscribe },
    newDocumentName: (kind) => {
      const id = newId((bytes) => void environment.crypto.getRandomValues(bytes))
      return z.parse(docNameSchema, `${kind}-${id}`)
    },
    makeDocuments: async (made) =>
      (await import('./new-documents.ts')).makeDocuments(newDocuments, made),
    index: { list: index.list, subscribe: index.subscribe },
    status: { of: status.of, overall: status.overall, subscribe: status.subscribe },
    people: { list: people.list, subscribe: people.subscribe },
    history: createHistory({
      store,
      member: identity.member,
      people: people.list,
      flush: (name) => documents.get(name)?.whenStored() ?? Promise.resolve(),
    }),
    access: link.access,
    sessionToken: link.token,
    retry: link.retry,
    refused: () => store.refused(),
    async retryRefused(name) {
      status.note(name, { waiting: await store.takeBack(name), refused: 0 })
      await documents.get(name)?.catchUp('store')
      index.touch(name, null)
      line.post({ stored: name })
      lead.ask()
    },
    async discardRefused(name) {
      await store.discardRefused(name)
      status.note(name, { refused: 0 })
      line.post({ stored: name })
    },
    exportRefused: (name) => exportRefused(store, name, documents.get(name)?.unstored() ?? null),
    async exportDevice() {
      const { exportDevice } = await import('./export-device.ts')
      return exportDevice(store, identity, documents.inMemory(), environment.now())
    },
    async seeReread() {
      await comparing.see()
      line.post({ kept: true })
    },
    whenStored: documents.storeAll,
    onRefused: refusals.add,
    async close() {
      await documents.closeAll()
      closed = true
      resting.stop()
      link.stop()
      outbox.stop()
      questions.lose()
      index.stop()
      quiet.stop()
      line.close()
      await desk.close()
      lead.release()
      store.close()
    },
  }
  return { replica, read }
}
