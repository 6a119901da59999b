/** The line above a brief that says what has become of it, as it changes before somebody's eyes. */
import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { FlowCalls } from '#client/features/briefs/flow/flow-calls.ts'
import { FlowBar } from '#client/features/briefs/flow/flow-bar.tsx'
import { setLanguage } from '#client/i18n/language.ts'
import type { DeviceId, MemberId } from '#shared/lib/ids.ts'
import type { BriefFlow, FlowStep } from '#shared/records/brief-flow.ts'

beforeEach(() => setLanguage('zh'))
afterEach(cleanup)

const step = (outcome: FlowStep['outcome'], by: string): FlowStep => ({
  ...{ id: outcome, outcome, by: by as MemberId, device: 'd' as DeviceId, at: 0, reason: '缺尺寸' },
  ...{ snapshot: null, contentHash: null, field: null, isWaiting: false },
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
