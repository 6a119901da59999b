/** What a socket asks of the ledger: entries of some scopes, and which scopes have new ones. */
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { ScopeNews } from '#server/directory/ledger.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { recordRowsFrame } from '#shared/protocol/record-frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { Outlet } from './outlet.ts'
import type { RelayParts } from './relay-parts.ts'
import { mayReadScope } from './scope-right.ts'
import { framed } from './ws-frames.ts'

/** One frame a scope; without right as one without records. */
export async function answerRecords(
  { ledger, now }: Pick<RelayParts, 'ledger' | 'now'>,
  outlet: Outlet,
  device: DeviceRecord,
  scopes: readonly (readonly [DocName, number])[],
): Promise<void> {
  for (const [scope, after] of scopes) {
    if (!outlet.isOpen()) return
    const found = mayReadScope(device, scope, now())
      ? await ledger.read(device.workspace.id, scope, after, limits.recordRows + 1)
      : []
    const rows = found.slice(0, limits.recordRows)
    outlet.write(framed([recordRowsFrame({ scope, more: found.length > rows.length, rows })]))
    await outlet.drained()
    await new Promise((resolve) => void setImmediate(resolve))
  }
}

export interface ScopesChanged {
  readonly records: [DocName, number][]
  readonly position: number
  readonly more: boolean
}

/** Filled with what the device may see, however much lies between. */
export async function scopesChanged(
  { ledger, now }: Pick<RelayParts, 'ledger' | 'now'>,
  device: DeviceRecord,
  after: number,
): Promise<ScopesChanged> {
  const seen: ScopeNews[] = []
  let position = after
  for (;;) {
    const found = await ledger.feed(device.workspace.id, position, limits.feedEntries)
    for (const news of found) {
      if (seen.length === limits.feedEntries) return changed(seen, position, true)
      position = news.position
      if (mayReadScope(device, news.scope, now())) seen.push(news)
    }
    if (found.length < limits.feedEntries) return changed(seen, position, false)
  }
}

const changed = (seen: readonly ScopeNews[], position: number, more: boolean): ScopesChanged => ({
  records: seen.map(({ scope, seq }) => [scope, seq]),
  position,
  more,
})
