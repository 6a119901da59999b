/** A replica of which only the status and what was refused is real: set from outside, told to whoever listens. */
import { vi } from 'vitest'
import type { Replica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import type { OutRow, RefusedRow } from '#client/replica/store.ts'
import { docName } from '#test/client/replica/fake-device.ts'

export const quiet: OverallStatus = {
  kind: 'safe',
  waiting: 0,
  since: null,
  refused: 0,
  files: 0,
  link: 'ready',
  storage: 'ok',
  toFetch: 0,
  reread: [],
  clockOffMs: 0,
}

export function refusedRow(n: number, of: string, more: Partial<RefusedRow> = {}): RefusedRow {
  const said = JSON.stringify({ c: 'setTitle', f: ['title'], t: 1 })
  return {
    n,
    doc: docName(of),
    note: new TextEncoder().encode(said),
    bytes: new Uint8Array([0, 0]),
    at: Date.UTC(2026, 10, 23, 8, 30),
    reason: 'no-access',
    refusedAt: Date.UTC(2026, 10, 23, 9),
    ...more,
  }
}

export function fakeReplica(first: Partial<OverallStatus>, rows: readonly RefusedRow[] = []) {
  let refused = rows
  let now: OverallStatus = { ...quiet, ...first }
  const listeners = new Set<() => void>()
  const become = (next: Partial<OverallStatus>): void => {
    now = { ...now, ...next }
    for (const listener of listeners) listener()
  }
  const without = async (name: string): Promise<void> => {
    refused = refused.filter(({ doc }) => doc !== name)
    become({ refused: refused.length, kind: refused.length > 0 ? 'refused' : 'safe' })
  }
  const parts = {
    status: {
      of: () => now,
      overall: () => now,
      subscribe(listener: () => void) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    rights: { of: () => 'edit' as const },
    refused: vi.fn(async () => refused),
    unsent: vi.fn(async (): Promise<readonly OutRow[]> => []),
    retryRefused: vi.fn(without),
    discardRefused: vi.fn(without),
    exportRefused: vi.fn(async () => new TextEncoder().encode('{}')),
    exportDevice: vi.fn(async () => new Blob(['{}'])),
    retry: vi.fn(),
    seeReread: vi.fn(async () => become({ reread: [] })),
  }
  // The rest is never touched by what shows a status.
  const replica = parts as unknown as Replica
  return { replica, parts, become }
}
