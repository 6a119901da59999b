/**
 * The one table of limits. A test walks it: at the limit passes, one above gives the named refusal, and the next
 * message still works. Sizes are bytes, durations milliseconds, unless the name says otherwise.
 */
export const limits = {
  /** One binary frame on a socket after sign-in; larger ones close the socket with `too-large`. */
  frameBytes: 4 * 1024 * 1024,
  /** A control message other than a push: 200 documents in a pull are 9 kB. */
  controlBytes: 64 * 1024,
  /** The frames before sign-in (hello, proof). */
  helloBytes: 4096,
  helloMs: 5_000,
  /** One Yjs update in a push. DESIGN: a document is refused at 2 MB. */
  updateBytes: 2 * 1024 * 1024,
  /** Updates up to this size are checked where they arrive, larger ones in a worker. */
  inlineCheckBytes: 8 * 1024,
  /** How deep a value inside an update may be nested. */
  valueDepth: 64,
  /** How deep shared types may be nested in each other. */
  typeDepth: 128,
  noteBytes: 200,
  /** What stands for a document on a device that does not have it. */
  cardBytes: 300,
  documentBytes: 2 * 1024 * 1024,
  /** Structs of one clientID in one document, in Yjs clock units. */
  clientClock: 2 ** 22,
  /** clientIDs an update may bring that the document has not seen. */
  newClientsPerUpdate: 64,
  /** A record's text. */
  recordBytes: 8 * 1024,
  reasonCharacters: 2_000,
  /** How deep a record's values may be nested, the record itself counted. */
  recordDepth: 8,
  /** Records a step of a brief's flow names as the newest known: more than one only after people acted apart. */
  flowHeads: 20,
  /** Send-backs an entry of a task's log names as known. */
  sendBacksPerTask: 100,
  /** Working time one entry of a task's log may book: a hundred hours. */
  bookedMinutes: 6_000,
  /** Scopes one question for records may name. */
  recordScopes: 100,
  /** Records of a scope in one answer. */
  recordRows: 100,
  openDocuments: 2_000,
  pullDocuments: 200,
  feedEntries: 500,
  presenceBytes: 4_096,
  presencePerSecond: 20,
  messagesPerSecond: 4_000,
  socketsPerMember: 20,
  /** Bytes waiting in a socket's send buffer before the relay closes it with `slow` (the device pulls again later). */
  socketBacklogBytes: 16 * 1024 * 1024,
  httpBodyBytes: 64 * 1024,
  sessionMs: 15 * 60_000,
  docTokenMs: 60 * 60_000,
  nonceMs: 60_000,
  inviteMaxUses: 200,
  inviteMaxHours: 24 * 30,
  /** A second device is linked within this time. */
  deviceInviteMs: 10 * 60_000,
  /** A printed recovery sheet works so long: five years. */
  recoveryInviteMs: 5 * 365 * 24 * 60 * 60_000,
  /** Recovery sheets of one owner that work at a time. */
  recoverySheets: 5,
  /** What a device says of itself when it signs in, such as `Chrome · Windows`. */
  deviceNameCharacters: 60,
  /** Devices of one member in an answer, those in use before the revoked. */
  devicesTold: 100,
  /** What is typed or pasted as a code, with what stands between its letters. */
  codeCharacters: 100,
  /** Topics one invite opens: with these a record stays below 8 kB. */
  inviteTopics: 50,
  /** Topics granted to one member at a time: they travel with every sign-in. */
  grantsPerMember: 1_000,
  /** Wrong invite secrets from one address in an hour. */
  inviteTriesPerHour: 30,
  /**
   * From one address in a minute. An office is one address: two hundred people who join and install at once ask for
   * 30,000 files and 1,000 calls.
   */
  requestsPerMinute: 60_000,
  /** Of these, calls of /api. */
  callsPerMinute: 3_000,
  /** Sockets of one address that have not signed in yet. */
  unknownSockets: 1_000,
  /** Signatures one address has the relay verify in a minute; an office of 200 with three tabs each comes back with 600. */
  signInsPerMinute: 3_000,
  /** Two hundred people who all type in one document send 240,000. Beyond, pushes hear `busy`. */
  pushesPerMemberPerMinute: 300_000,
  pushesPerDocumentPerMinute: 300_000,
  /** Addresses, members or documents whose rates are remembered. */
  callersCounted: 10_000,
  /** One file. Larger ones come resumable, with review. */
  fileBytes: 20 * 1024 * 1024,
  /** A body that brings nothing for so long is cut off. */
  fileIdleMs: 30_000,
  filePutsPerMemberPerMinute: 300,
  /** Files one member sends at the same time. */
  filePutsAtOnce: 8,
  fileReadsPerMemberPerMinute: 1_200,
  nameCharacters: 80,
  titleCharacters: 200,
  pointCharacters: 500,
  cellCharacters: 2_000,
  /** Days a person says something of: their leave, and weekends they work. */
  daysPerPerson: 2_000,
  daysAtOnce: 366,
  productsPerBrief: 500,
  pointsPerBrief: 50,
  targetsPerBrief: 200,
  /** Of each list of a brief: facts, references, photos, limits, modules, terms, the live line-up. */
  listRowsPerBrief: 200,
  /** Audience, tone, hook, an ad's assumption: one or two sentences. */
  sentenceCharacters: 1_000,
  /** A brand's story, a market's keywords, what may not be said. */
  passageCharacters: 4_000,
  deliverableQuantity: 99,
  /** A break-down of more than this is of several briefs. */
  tasksPerBreakDown: 5_000,
  /** Tasks one act changes together. */
  tasksAtOnce: 1_000,
  tagCharacters: 24,
  tagsPerTask: 20,
  /** Tasks one task waits for. */
  waitsPerTask: 20,
  /** Looks at the tasks one person gives a name to on one device. */
  savedViews: 50,
  /** Of one wording in a team's phrase book. */
  phraseCharacters: 1_000,
  /** A message that was sent stands in the log as the reason of a record, which has room for 2,000; also in Chinese within 8 kB. */
  messageCharacters: 1_500,
  /** Of one version of a team's SOP, the two ends not counted. */
  sopStages: 20,
  /** Of a stage's checks on entering, and of those on leaving: a move forward names those that were ticked. */
  sopChecks: 20,
  sopNameCharacters: 40,
  sopCheckCharacters: 200,
  /** Working hours of a stage: ten weeks. */
  sopStageHours: 400,
  sopReworkRounds: 20,
  /** A version's text. */
  sopTextCharacters: 60_000,
  /** Of vendors, for one brief. */
  quotesPerBrief: 50,
  /** Of a quote, in whole units of its currency. */
  quoteAmount: 100_000_000,
  videoSeconds: 3_600,
  filesPerBrief: 500,
  linkCharacters: 2_000,
  commentCharacters: 4_000,
  mentionsPerComment: 20,
  commentsPerTalk: 2_000,
  importBytes: 10 * 1024 * 1024,
  importRows: 50_000,
  /** Amazon's widest flat files have about 300; what has more than this is not a product list. */
  importColumns: 2_000,
  /** What a workbook of at most `importBytes` may come to once unpacked: more is a bomb. */
  importUnpackedBytes: 100 * 1024 * 1024,
  workspaceFileBytes: 100 * 1024 * 1024,
  workspaceFileDocuments: 20_000,
  /** A workspace file with the attached files in it. */
  workspaceZipBytes: 2_000 * 1024 * 1024,
} as const

export type LimitName = keyof typeof limits
