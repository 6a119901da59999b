/** Records as a person reads them: who did what, when and where, and what verifying found, in both languages. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RecordsDialog } from '#client/features/records/records-dialog.tsx'
import { recordWords } from '#client/features/records/words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import type { KeptRecord } from '#client/replica/kept-records.ts'
import * as Y from 'yjs'
import { briefRecords } from '#client/app/brief-records.ts'
import { qualityItemById } from '#shared/domain/briefs/quality/items.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { snapshotOf, wholeContentHash } from '#shared/documents/snapshot.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { ok } from '#shared/lib/result.ts'
import { readFact, type Fact } from '#shared/records/fact.ts'
import { verifyRecords, type SignedRecord } from '#shared/records/verify.ts'
import { brief, createLedger, createMaker, idOf, people } from '#test/records/ledger-world.ts'

afterEach(cleanup)

const names: Readonly<Record<string, string>> = { [idOf('m')]: '陈思远', [idOf('n')]: '林晓' }

/** Mei founded the workspace and invited; Lin joined by it, and their record is changed afterwards where asked. */
async function open(change: (record: SignedRecord) => SignedRecord = (one) => one) {
  const [mei, lin, ledger] = [await createMaker('m'), await createMaker('n'), await createLedger()]
  const invite = { uses: 5, expiresAt: Date.UTC(2026, 11, 4, 9) }
  const made = [
    await mei.make({ body: { invite: null, name: '陈思远' } }),
    await mei.make({ kind: 'invite', outcome: 'made', subject: idOf('k'), body: invite }),
    await lin.make({ body: { invite: idOf('k'), name: '林晓' }, reason: '新同事' }),
  ]
  const records: SignedRecord[] = []
  for (const one of made) records.push(await ledger.receive(one, Date.UTC(2026, 10, 27, 9)))
  const given = records.map((one, at) => (at === 2 ? change(one) : one))
  const verdicts = await verifyRecords(globalThis.crypto.subtle, given, {
    relayKeys: [ledger.spki],
  })
  const kept: KeptRecord[] = given.map((record, at) => ({
    id: verdicts[at]?.id ?? '',
    fact: readFact(record.text),
    receipt: record.receipt,
    standing: 'counts',
    sent: true,
    refused: null,
  }))
  const more: KeptRecord[] = []
  render(() => (
    <RecordsDialog
      records={{
        of: async () => [...kept, ...more],
        verify: async () => verdicts,
        subscribe: () => () => undefined,
      }}
      scope={people}
      about="people"
      me={{ member: idOf('n'), device: lin.device }}
      nameOf={(member) => names[member] ?? ''}
      open
      onOpenChange={() => undefined}
    />
  ))
  return { kept, more }
}

describe.each(['zh', 'en'] as const)('records in %s', (language) => {
  const words = recordWords[language]
  beforeEach(() => setLanguage(language))
  const verify = () => fireEvent.click(screen.getByRole('button', { name: words.verify }))

  it('say who let whom in, on which device, and when', async () => {
    await open()
    expect(await screen.findByText(words.says.founded('陈思远'))).toBeTruthy()
    expect(screen.getByText(words.says.joinedBy(words.you('林晓'), '陈思远'))).toBeTruthy()
    expect(screen.getByText(words.reason('新同事'))).toBeTruthy()
    const madeHere = words.made(words.thisDevice, '')
    expect(screen.getAllByText((text) => text.includes(madeHere.trim()))).toHaveLength(1)
  })

  it('hold when nothing was changed, and say what was checked', async () => {
    await open()
    await screen.findByText(words.says.founded('陈思远'))
    verify()
    expect(await screen.findByText(words.allHold(3))).toBeTruthy()
    expect(screen.getAllByText(words.holds)).toHaveLength(3)
    const [details] = screen.getAllByRole('button', { name: words.details })
    if (details !== undefined) fireEvent.click(details)
    expect(screen.getByText(words.checks.signature.holds)).toBeTruthy()
    // Nothing was judged, so nothing is said of it.
    expect(screen.queryByText(words.checks.content.open)).toBeNull()
  })

  it('name what does not hold of the one that was changed', async () => {
    await open((one) => ({ ...one, text: one.text.replace('新同事', '老朋友') }))
    await screen.findByText(words.says.founded('陈思远'))
    verify()
    expect(await screen.findByText(words.someBroken(1, 3))).toBeTruthy()
    expect(screen.getByText(words.checks.signature.broken)).toBeTruthy()
    expect(screen.getAllByText(words.broken)).toHaveLength(1)
  })

  it('of a brief say how complete it went, what was to be mended, and whether the version kept is the one signed', async () => {
    await openBrief({ kept: 'other' })
    const { says } = words
    const field = qualityItemById('references').label[language]
    expect(await screen.findByText(words.scored(says.flow.submitted('陈思远'), 91))).toBeTruthy()
    expect(
      screen.getByText(words.atFault(says.flow.returned(words.you('林晓')), field)),
    ).toBeTruthy()
    expect(screen.getByRole('heading', { name: words.about.brief.title })).toBeTruthy()
    verify()
    expect(await screen.findByText(words.someBroken(1, 2))).toBeTruthy()
    expect(screen.getByText(words.keptVersion.broken)).toBeTruthy()
  })

  it('of a brief hold by the version that is here', async () => {
    await openBrief({ kept: 'same' })
    verify()
    expect(await screen.findByText(words.allHold(2))).toBeTruthy()
    for (const details of screen.getAllByRole('button', { name: words.details }))
      fireEvent.click(details)
    expect(screen.getByText(words.keptVersion.holds)).toBeTruthy()
  })
})

/** Mei submitted a brief, Lin returned it; the file of what was submitted is here as it was, or another is. */
async function openBrief({ kept }: { readonly kept: 'same' | 'other' }) {
  const [mei, lin, ledger] = [await createMaker('m'), await createMaker('n'), await createLedger()]
  const doc = new Y.Doc()
  setTitle(doc, '便携咖啡杯')
  const contentHash = wholeContentHash(doc)
  if (kept === 'other') setTitle(doc, '旅行杯')
  const bytes = snapshotOf(doc)
  const snapshot = 'a'.repeat(64)
  const about = { kind: 'brief', scope: brief, subject: idOf('b') } as const
  const made = [
    await mei.make({
      ...about,
      outcome: 'submitted',
      contentHash,
      body: { snapshot, score: 91, heads: [] },
    }),
    await lin.make({
      ...about,
      outcome: 'returned',
      reason: '第 2 个卖点请补检测报告',
      body: { heads: [], field: 'references' },
    }),
  ]
  const records: SignedRecord[] = []
  for (const one of made) records.push(await ledger.receive(one, Date.UTC(2026, 10, 27, 9)))
  const list: KeptRecord[] = records.map((record, at) => ({
    id: String(at),
    fact: readFact(record.text),
    receipt: record.receipt,
    standing: 'counts',
    sent: true,
    refused: null,
  }))
  const replica = {
    records: {
      of: async () => list,
      subscribe: () => () => undefined,
      verify: async (_scope: DocName, hash?: (fact: Fact) => string | null) =>
        (
          await verifyRecords(globalThis.crypto.subtle, records, {
            relayKeys: [ledger.spki],
            ...(hash && { contentHash: hash }),
          })
        ).map((verdict, at) => ({ ...verdict, id: String(at) })),
    },
    files: async () => ({
      state: () => ({ kind: 'here' as const }),
      fetch: async () => ok(new Blob([bytes])),
    }),
  }
  render(() => (
    <RecordsDialog
      records={briefRecords(replica)}
      scope={brief}
      about="brief"
      me={{ member: idOf('n'), device: lin.device }}
      nameOf={(member) => names[member] ?? ''}
      open
      onOpenChange={() => undefined}
    />
  ))
}
