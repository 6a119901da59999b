import { beforeAll, expect, test } from 'vitest'
import type { Fact } from '#shared/records/fact.ts'
import {
  brokenChecks,
  verifyRecords,
  type SignedRecord,
  type Verdict,
} from '#shared/records/verify.ts'
import { hashToText } from '#shared/records/texts.ts'
import {
  brief,
  createLedger,
  createMaker,
  createSigner,
  idOf,
  people,
  type HandLedger,
  type RecordMaker,
} from './ledger-world.ts'

const { subtle } = globalThis.crypto
let mei: RecordMaker
let lin: RecordMaker
let ledger: HandLedger
let records: SignedRecord[]
beforeAll(async () => {
  mei = await createMaker('m')
  lin = await createMaker('n')
  ledger = await createLedger()
  records = []
  const receive = async (record: SignedRecord): Promise<void> =>
    void records.push(await ledger.receive(record, 1_760_000_000_000 + records.length))
  await receive(await mei.make())
  await receive(
    await mei.make({
      kind: 'invite',
      subject: idOf('k'),
      outcome: 'made',
      reason: '新同事',
      contentHash: hashToText(new Uint8Array(32).fill(7)),
      body: { for: 'member', uses: 5, topics: [idOf('t')] },
    }),
  )
  await receive(await lin.make())
  await receive(
    await lin.make({ kind: 'grant', scope: brief, outcome: 'given', body: { member: idOf('m') } }),
  )
  await receive(await mei.make({ kind: 'device', outcome: 'linked', subject: idOf('e') }))
})

const verify = (given: readonly SignedRecord[]): Promise<Verdict[]> =>
  verifyRecords(subtle, given, { relayKeys: [ledger.spki] })
const brokenIn = async (given: readonly SignedRecord[]) =>
  (await verify(given)).map((verdict) => brokenChecks(verdict))

test('untouched records hold in everything that can be told', async () => {
  const verdicts = await verify(records)
  for (const { fact, found } of verdicts) {
    expect(fact).not.toBeNull()
    expect(found).toEqual({
      form: 'holds',
      signature: 'holds',
      device: 'holds',
      'own-chain': 'holds',
      'ledger-chain': 'holds',
      countersignature: 'holds',
      'relay-key': 'holds',
      content: 'open',
      standing: 'holds',
    })
  }
})

/** Another value of the same kind for each field. */
const others: Readonly<Record<keyof Fact, unknown>> = {
  v: 2,
  workspace: idOf('x'),
  scope: `brief-${idOf('x')}`,
  kind: 'member',
  subject: idOf('x'),
  contentHash: hashToText(new Uint8Array(32).fill(9)),
  outcome: 'removed',
  reason: '另一个原因',
  body: { changed: true },
  member: idOf('x'),
  device: idOf('x'),
  at: 1,
  n: 7,
  prev: idOf('x'),
}

function withField(record: SignedRecord, field: keyof Fact): SignedRecord {
  const fact = { ...(JSON.parse(record.text) as Fact), [field]: others[field] }
  const keys = Object.keys(fact).sort()
  return { ...record, text: JSON.stringify(fact, keys.concat(Object.keys(fact.body))) }
}

const flipped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))

function changes(record: SignedRecord): (readonly [name: string, changed: SignedRecord])[] {
  const { receipt } = record
  if (receipt === null) throw new Error('not countersigned')
  return [
    ...(Object.keys(others) as (keyof Fact)[]).map(
      (field) => [field, withField(record, field)] as const,
    ),
    ['a byte of the text', { ...record, text: record.text.replace('"v":1', '"v": 1') }],
    ['signature', { ...record, signature: flipped(record.signature) }],
    ['key', { ...record, key: lin.spki === record.key ? mei.spki : lin.spki }],
    ['a byte of the key', { ...record, key: flipped(record.key) }],
    ['seq', { ...record, receipt: { ...receipt, seq: receipt.seq + 1 } }],
    ['receipt time', { ...record, receipt: { ...receipt, at: receipt.at + 1 } }],
    ['link', { ...record, receipt: { ...receipt, link: hashToText(new Uint8Array(32)) } }],
    [
      'countersignature',
      { ...record, receipt: { ...receipt, countersignature: flipped(receipt.countersignature) } },
    ],
  ]
}

test('every field of every stored record, changed one after another, is named', async () => {
  let tried = 0
  for (const [at, record] of records.entries()) {
    for (const [name, changed] of changes(record)) {
      const given = records.map((one, index) => (index === at ? changed : one))
      expect((await brokenIn(given))[at], `${name} of record ${at}`).not.toEqual([])
      tried += 1
    }
  }
  expect(tried).toBe(records.length * 22)
})

test('what was changed is named by what it is', async () => {
  const named = async (change: (record: SignedRecord) => SignedRecord) =>
    (await brokenIn(records.map((one, at) => (at === 2 ? change(one) : one))))[2]
  expect(await named((one) => ({ ...one, text: `${one.text} ` }))).toContain('form')
  expect(await named((one) => ({ ...one, signature: flipped(one.signature) }))).toEqual([
    'signature',
    'ledger-chain',
    'countersignature',
  ])
  expect(await named((one) => ({ ...one, key: mei.spki }))).toEqual(['signature', 'device'])
  const late = await named((one) => ({
    ...one,
    receipt: one.receipt === null ? null : { ...one.receipt, at: 1 },
  }))
  expect(late).toEqual(['ledger-chain', 'countersignature'])
})

test('a record left out of the ledger, or put in twice, shows at its neighbours', async () => {
  const [first, second, third, fourth, fifth] = records
  if (!first || !second || !third || !fourth || !fifth) throw new Error('five records')
  const lacking = await verify([first, third, fourth, fifth])
  expect(lacking.map((verdict) => verdict.found['ledger-chain'])).toEqual([
    'holds',
    'broken',
    'holds',
    'holds',
  ])
  const moved = { ...third, receipt: second.receipt }
  expect((await brokenIn([first, second, moved, fourth, fifth]))[1]).toContain('ledger-chain')
})

test('two records with one number of a device are a fork, a wrong one before is a broken chain', async () => {
  const [made, other] = [await createMaker('q'), await mei.make()]
  const one = await made.make()
  const forked = await made.make({ n: 1, prev: null, reason: 'again' })
  expect(await brokenIn([one, forked])).toEqual([['own-chain'], ['own-chain']])
  const astray = await made.make({ n: 2, prev: idOf('x') })
  expect(await brokenIn([one, astray])).toEqual([[], ['own-chain']])
  // What its predecessor was cannot be told without it.
  expect((await verify([other]))[0]?.found['own-chain']).toBe('open')
})

test('the relay’s key is the one first seen; another one is told, though its signatures hold', async () => {
  const newer = await createLedger()
  const made = await createMaker('r')
  const record = await newer.receive(await made.make(), 5)
  const [verdict] = await verifyRecords(subtle, [record], { relayKeys: [ledger.spki, newer.spki] })
  expect(verdict?.found).toMatchObject({ countersignature: 'holds', 'relay-key': 'broken' })
  const [unknown] = await verifyRecords(subtle, [record], { relayKeys: [ledger.spki] })
  expect(unknown?.found).toMatchObject({ countersignature: 'broken', 'relay-key': 'open' })
  const [noKey] = await verifyRecords(subtle, [record], { relayKeys: [] })
  expect(noKey?.found).toMatchObject({ countersignature: 'open', 'relay-key': 'open' })
})

test('what was judged is compared with what is there now', async () => {
  const judged = records[1]
  if (judged === undefined) throw new Error('five records')
  const against = async (now: string | null) =>
    (
      await verifyRecords(subtle, [judged], {
        relayKeys: [ledger.spki],
        beside: records,
        contentHash: () => now,
      })
    )[0]?.found.content
  expect(await against(hashToText(new Uint8Array(32).fill(7)))).toBe('holds')
  expect(await against(hashToText(new Uint8Array(32).fill(8)))).toBe('broken')
  expect(await against(null)).toBe('open')
})

test('whoever was let go before the relay received their record is named', async () => {
  const [own, gone, owner] = [await createLedger(), await createMaker('g'), await createMaker('h')]
  const before = await own.receive(await gone.make(), 10)
  const removal = { kind: 'member', outcome: 'removed', subject: gone.member, body: {} } as const
  const removed = await own.receive(await owner.make(removal), 20)
  const after = await own.receive(await gone.make(), 20)
  const elsewhere = await own.receive(await gone.make({ scope: brief, kind: 'grant' }), 21)
  const found = await verifyRecords(subtle, [before, after, elsewhere], {
    relayKeys: [own.spki],
    beside: [removed],
  })
  expect(found.map((verdict) => verdict.found.standing)).toEqual(['holds', 'broken', 'broken'])
  const revocation = {
    kind: 'device',
    outcome: 'revoked',
    subject: owner.device,
    body: {},
  } as const
  const revoked = await own.receive(await owner.make(revocation), 30)
  const late = await own.receive(await owner.make({ scope: people }), 31)
  expect(
    (await verifyRecords(subtle, [late], { relayKeys: [], beside: [revoked] }))[0]?.found.standing,
  ).toBe('broken')
})

test('bytes that are no key and no signature are a verdict, not a fault', async () => {
  const stranger = await createSigner()
  const [first] = records
  if (first === undefined) throw new Error('five records')
  const nothing = new Uint8Array(0)
  expect((await brokenIn([{ ...first, key: nothing, signature: nothing }]))[0]).toContain(
    'signature',
  )
  expect((await brokenIn([{ ...first, key: stranger.spki }]))[0]).toEqual(['signature', 'device'])
  expect((await brokenIn([{ ...first, text: 'nothing' }]))[0]).toContain('form')
})
