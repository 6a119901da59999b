/** The line above a brief that says what has become of it, as it changes before somebody's eyes. */
import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { FlowCalls } from '#client/features/briefs/flow/flow-calls.ts'
import { FlowBar } from '#client/features/briefs/flow/flow-bar.tsx'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { addPoint, removePoint } from '#shared/documents/commands/brief-points.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { readSnapshot, snapshotOf, wholeContentHash } from '#shared/documents/snapshot.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import type { DeviceId, MemberId } from '#shared/lib/ids.ts'
import type { BriefFlow, FlowStep } from '#shared/records/brief-flow.ts'

beforeEach(() => setLanguage('zh'))
afterEach(cleanup)

const step = (outcome: FlowStep['outcome'], by: string): FlowStep => ({
  ...{ id: outcome, outcome, by: by as MemberId, device: 'd' as DeviceId, at: 0, reason: '缺尺寸' },
  ...{ snapshot: null, contentHash: null, field: null, isWaiting: false, receivedAt: null },
  score: outcome === 'submitted' ? 87 : null,
})
const flowOf = (decisive: FlowStep): BriefFlow => ({
  ...{ state: decisive.outcome, decisive, beside: [], heads: [], steps: [decisive] },
})

test('a brief that comes back says who returned it, no longer who submitted it', () => {
  const [flow, setFlow] = createSignal(flowOf(step('submitted', '林小满')))
  const calls: FlowCalls = {
    ...{ me: '陈思远', flow, mayDecide: () => false },
    submit: async () => null,
    accept: async () => null,
    sendBack: async () => null,
    snapshot: async () => null,
    snapshotOf: async () => null,
  }
  render(() => (
    <FlowBar
      calls={calls}
      doc={new Y.Doc()}
      canWrite
      nameOf={(member) => member}
      onGoTo={() => undefined}
    />
  ))
  expect(screen.getByText(/^林小满提交/)).toBeTruthy()
  setFlow(flowOf(step('returned', '何律')))
  expect(screen.getByText(/^何律退回/)).toBeTruthy()
  expect(screen.queryByText(/^林小满提交/)).toBeNull()
})

test('a brief put back as it was accepted is not called changed, whatever way it came there', async () => {
  const doc = new Y.Doc()
  setTitle(doc, 'Dog harness')
  const version = snapshotOf(doc)
  const contentHash = wholeContentHash(doc)
  const decisive = { ...step('accepted', '林小满'), contentHash, snapshot: 'file' }
  let read: () => void = () => undefined
  const wasRead = new Promise<void>((resolve) => (read = resolve))
  const calls: FlowCalls = {
    ...{ me: '陈思远', flow: () => flowOf(decisive), mayDecide: () => false },
    submit: async () => null,
    accept: async () => null,
    sendBack: async () => null,
    snapshotOf: async () => null,
    snapshot: async () => {
      read()
      return readSnapshot(version, contentHash)
    },
  }
  addPoint(doc, randomRowId(), 'Reflective at 150 m')
  for (const { id } of readBrief(doc).points) removePoint(doc, id)
  expect(wholeContentHash(doc)).not.toBe(contentHash)
  const { findByText, queryByText } = render(() => (
    <FlowBar
      calls={calls}
      doc={doc}
      canWrite
      nameOf={(member) => member}
      onGoTo={() => undefined}
    />
  ))
  await wasRead
  expect(queryByText(flowWords.zh.changedSince.accepted)).toBeNull()
  addPoint(doc, randomRowId(), 'Fits necks from 38 to 52 cm')
  await findByText(flowWords.zh.changedSince.accepted)
})

test('two who accepted apart are both named, and no return is told of that nobody made', () => {
  const [mine, theirs] = [step('accepted', '陈思远'), step('accepted', '林小满')]
  const calls: FlowCalls = {
    ...{ me: '陈思远', mayDecide: () => false },
    flow: () => ({ ...flowOf(mine), beside: [theirs] }),
    submit: async () => null,
    accept: async () => null,
    sendBack: async () => null,
    snapshot: async () => null,
    snapshotOf: async () => null,
  }
  const shown = render(() => (
    <FlowBar
      calls={calls}
      doc={new Y.Doc()}
      canWrite
      nameOf={(member) => member}
      onGoTo={() => undefined}
    />
  ))
  expect(shown.getByText(flowWords.zh.acceptedToo('林小满'))).toBeTruthy()
})
