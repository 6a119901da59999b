/**
 * This device's copy of a workspace, put together: store, link, open documents, outbox, feed, index, status. What the
 * screens see of it is `Replica` (replica.ts). Left out: the parts' own rules, each in its file.
 */
import type * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import { createDocuments, readyDocuments } from './documents.ts'
import { createComparingLater } from './comparing-later.ts'
import type { DeviceEnvironment } from './environment.ts'
import { createFeed } from './feed.ts'
import { addressOf } from './address.ts'
import { createFilesLater } from './files-later.ts'
import { followLink } from './follow-link.ts'
import { fetchParts, readFirst, readHeads } from './first-reading.ts'
import { createHistory } from './history.ts'
import type { Identity } from './identity.ts'
import { laterDesk } from './later-desk.ts'
import { createLead } from './lead.ts'
import { createKeepingLater, type KeepingLater } from './keeping-later.ts'
import { createIndex, type Summariser } from './index-rows.ts'
import { createLink } from './link.ts'
import { createListeners } from './listeners.ts'
import { openStore } from './open-store.ts'
import { createDocumentNames } from './new-document-name.ts'
import { createMakingLater } from './making-later.ts'
import { createOtherTabs } from './other-tabs.ts'
import { createOutbox } from './outbox.ts'
import { createPeople } from './people.ts'
import { createPulling } from './pulling.ts'
import { createQuestions } from './questions.ts'
import { createQuiet } from './quiet.ts'
import { createRefusedWork } from './refused-work.ts'
import type { TypedReplica } from './replica.ts'
import { createRecords } from './records.ts'
import { onlyReadable } from './readable-store.ts'
import { createRest } from './rest.ts'
import { createRights } from './rights.ts'
import { createWhatIsOpen, hearTab, leftMs } from './tab-messages.ts'
import { createSeldomCalls, dismissedOn, sopDraftOn } from './seldom-calls.ts'
import { createStatus } from './status.ts'
import type { Head, RefusedRow } from './store.ts'
import { createTalksLater } from './talks-later.ts'
import { createWithdrawingLater } from './withdrawing-later.ts'

/** Opening a document reads its rows one by one: at so many it takes about as long as merging them does. */
const rowsToFold = 100
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
  const whole = await openStore(environment, identity.workspace.id)
  const status = createStatus()
  const link = createLink(environment, identity)
  const questions = createQuestions(link)
  const refusals = createListeners<{ name: DocName; moved: number; reason: RefusedRow['reason'] }>()
  const line = environment.openTabLine(`asterism:${identity.workspace.id}`, (message) =>
    hearTab(message, {
      lead: (said) => lead.heard(said),
      open: (said) => whatIsOpen.heard(said),
      listed: (names) => void otherTabs.listed(names),
      kept: () => void comparing.note(),
      many: () => void otherTabs.storedMany(),
      left: () => void environment.after(leftMs, () => void otherTabs.takeLeft()),
      stored: (name, wasRefused) => void otherTabs.stored(name, wasRefused),
      records: () => records.heard(),
      standing: () => void rights.read(),
      files: () => files.heard(),
      desk: (said) => desk.heard(said),
    }),
  )
  const rights = createRights({
    ...{ environment, identity, link, store: whole },
    tell: () => line.post({ standing: true }),
  })
  const store = onlyReadable(whole, rights.mayHold)
  const people = createPeople(store, link, identity)
  const desk = laterDesk(environment, store, identity.workspace.id, (message) => {
    if (!closed) line.post(message)
  })
  /** Rows this tab wrote; the leading tab pushes all. */
  const own = new Set<number>()
  let closed = false
  const lead = createLead({
    environment,
    name: `asterism:${identity.workspace.id}:sync`,
    post: (message) => line.post({ lead: message }),
    work(isNew) {
      outbox.lead()
      feed.check()
      if (isNew) void pulling.takeOver()
      else pulling.resume()
      records.resume()
      files.wake()
    },
  })
  const quiet = createQuiet(environment, lead.held, [
    async (name) => store.fold(name, rowsToFold, (await import('./fold.ts')).fold),
    (name) => comparing.compare(name),
  ])

  const openDoc = (name: DocName): Y.Doc | null => {
    const shown = documents.get(name)
    return shown?.isLoaded() === true && rights.mayHold(name) ? shown.doc() : null
  }
  const talks = createTalksLater({
    ...{ store, people, desk, member: identity.member },
    ownClient: (name) => openDoc(name)?.clientID ?? null,
  })
  const listed = (names: readonly DocName[]): void => line.post({ listed: names })
  const index = createIndex(environment, identity.workspace.id, store, summariser, openDoc, listed)
  const documents = createDocuments({
    ...{ environment, store, link, rights, status },
    member: identity.member,
    summarise: index.row,
    edited(row, waiting, indexRow) {
      own.add(row.n)
      status.noteWaiting(new Map([[row.doc, waiting]]))
      if (indexRow !== null && rights.mayHold(row.doc)) index.put([indexRow])
      line.post({ stored: row.doc })
      quiet.touch(row.doc)
      outbox.wake()
    },
    left: (name) => line.post({ stored: name, left: true }),
    received(name, at) {
      talks.touch(name)
      files.touch(name)
      index.touch(name, at)
      quiet.touch(name)
      line.post({ stored: name })
    },
    missing(name) {
      if (!outbox.inFlight(name)) pulling.fill(name)
    },
    live: () => fetched(),
  })
  const many = createMakingLater({
    ...{ environment, store, status, index },
    ready: async () => summariser.ready?.(),
    document: (name) => documents.get(name),
    flush: documents.storeAll,
    made(ns) {
      for (const n of ns) own.add(n)
      line.post({ many: 'stored' })
      outbox.wake()
    },
  })
  const records = createRecords({
    ...{ environment, identity, store, link, status },
    wake: () => outbox.wake(),
    askLead: lead.ask,
    isClosed: () => closed,
    tell: () => line.post({ records: true }),
  })
  const refusedWork = createRefusedWork({
    ...{ store, status, now: environment.now },
    document: (name) => documents.get(name),
    changed: (name) => index.touch(name, null),
    tell: (name, wasRefused) => line.post({ stored: name, refused: wasRefused }),
    askLead: lead.ask,
    refused(row) {
      refusals.tell(row)
      if (row.reason === 'no-access') withdrawing.look()
    },
  })
  const outbox = createOutbox({
    ...{ environment, store, link, questions },
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
    recordRefused: records.refused,
    recordsSettled: records.settled,
    refused: (name, n, reason) => refusedWork.refuse(name, n, reason),
  })

  const isOpen = (name: DocName): boolean => documents.get(name) !== null
  const fetched = (): void => status.noteToFetch(pulling.left())
  // What may not be read any more is not to be fetched either.
  rights.subscribe(fetched)
  const pulling = createPulling({
    ...{ store, link, questions, after: environment.after },
    isLive: documents.isLive,
    isOpen,
    wants: (name) => rights.mayHold(name) && keeping.has(name),
    progressed: () => fetched(),
    async pulled(name, at) {
      status.note(name, { heard: true })
      talks.touch(name)
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
  const whatIsOpen = createWhatIsOpen(
    () => documents.names(),
    (open) => line.post({ open }),
  )
  const feed = createFeed({
    ...{ store, link, questions },
    readCard: summariser.readCard,
    announced(docs, shown) {
      index.put(shown)
      keeping.changed()
      pulling.announced(docs)
    },
    recorded: records.fetch,
    withdrawn: () => withdrawing.look(),
  })

  const withdrawing = createWithdrawingLater({
    ...{ store, identity, rights, documents },
    isClosed: () => closed,
    withdrawn(names) {
      index.drop(names)
      listed(names)
      files.withdraw(names)
    },
    askFeed: feed.check,
  })

  const files = createFilesLater({
    ...{ environment, identity, link, lead, rights, desk, status },
    room: async () => (await keeping.room()).fileRoom(),
    tell: () => void (closed || line.post({ files: true })),
  })
  const otherTabs = createOtherTabs({
    ...{ environment, store, status, documents, index, pulling },
    changed(name) {
      talks.touch(name)
      quiet.touch(name)
    },
    askLead: lead.ask,
    tell: (name) => line.post({ stored: name }),
    isClosed: () => closed,
  })

  followLink({
    ...{ store, link, rights, questions, status, outbox, documents, records },
    now: environment.now,
    readers: [questions, outbox, documents, comparing],
    askLead: lead.ask,
    quiet: () => pulling.resume(),
    isClosed: () => closed,
    bringRecords: records.begin,
    ready() {
      outbox.restart()
      documents.askAll()
      lead.ask()
      pulling.resume()
      files.wake()
    },
    queued: (name) => line.post({ stored: name }),
    brought: outbox.wake,
  })
  store.onLost(() => {
    status.noteStorage('lost')
    lead.resign()
  })

  await otherTabs.takeLeft()
  if (store.kind === 'memory') status.noteStorage('memory-only')
  const goOn = async (): Promise<readonly Head[]> => {
    const heads = await readHeads(store, status, index)
    if (closed) return heads
    lead.start()
    link.start()
    fetchParts()
    return heads
  }
  const first = readFirst({ store, status, index, people, rights })
  const read = Promise.all([first, comparing.note()]).then(() => undefined)
  const heads = read.then(goOn).finally(desk.begin)
  heads.catch((fault: unknown) => {
    console.error('what this device holds could not be read', fault)
    status.noteStorage('lost')
  })
  const keeping: KeepingLater = createKeepingLater(async () => ({
    ...{ environment, store, desk, index, status, isOpen },
    heads: await heads,
    epoch: () => (lead.held() && link.state() === 'ready' ? (link.welcome()?.epoch ?? null) : null),
    isBusy: (name) => isOpen(name) || pulling.isAsking(name) || outbox.inFlight(name),
    askOthers: whatIsOpen.ask,
    gone(cards) {
      index.put(cards)
      pulling.letGo(cards.map(({ doc }) => doc))
      listed(cards.map(({ doc }) => doc))
    },
    chosen() {
      fetched()
      pulling.resume()
    },
  }))
  desk.subscribe(() => keeping.changed())
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

  const about = { store, member: identity.member }
  const replica: TypedReplica<Summary> = {
    identity,
    openDocument(name) {
      desk.noteOpened(name, environment.now())
      quiet.touch(name)
      return documents.open(name)
    },
    room: keeping.room,
    dismissed: dismissedOn(desk),
    sopDraft: sopDraftOn(desk),
    ...{ mappings: desk.mappings, views: desk.views },
    pins: { has: desk.isPinned, set: desk.pin, list: desk.pins, subscribe: desk.subscribe },
    newDocumentName: createDocumentNames(environment),
    ...many,
    ...createSeldomCalls({
      ...{ environment, identity, store, link, questions },
      ...{ index, people, documents, files: files.files },
    }),
    index: { list: index.list, subscribe: index.subscribe },
    status: { of: status.of, overall: status.overall, subscribe: status.subscribe },
    people: { list: people.list, subscribe: people.subscribe },
    history: createHistory({
      ...about,
      people: people.list,
      flush: (name) => documents.get(name)?.whenStored() ?? Promise.resolve(),
    }),
    talks: talks.keeping,
    records,
    files: files.files,
    access: link.access,
    address: () => addressOf({ environment, store, link }),
    sessionToken: link.token,
    retry: link.retry,
    ...refusedWork.calls,
    rights,
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
      keeping.stop()
      files.stop()
      rights.stop()
      line.close()
      await desk.close()
      lead.release()
      store.close()
    },
  }
  return { replica, read }
}
