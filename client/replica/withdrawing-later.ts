/** Looking at lost rights before its code is there: it comes when somebody is outside, as those inside may read everything. */
import type { Withdrawing, WithdrawingParts } from './withdrawing.ts'

/** Never fails: what could not be taken off is at the next look. */
export function createWithdrawingLater(parts: WithdrawingParts): { look(): void } {
  let coming: Promise<Withdrawing> | null = null
  const later = {
    look(): void {
      if (parts.isClosed() || (coming === null && parts.rights.isInside())) return
      coming ??= import('./withdrawing.ts').then(({ createWithdrawing }) =>
        createWithdrawing(parts),
      )
      coming
        .then((withdrawing) => withdrawing.look())
        .catch((fault: unknown) => {
          coming = null
          console.error('what may not be read any more stays until the app is opened again', fault)
        })
    },
  }
  parts.rights.subscribe(later.look)
  return later
}
