/**
 * A Log whose commit fails or hangs on demand, around a true one. `fail` refuses every append with nothing stored;
 * `hang` keeps appends waiting until `release` lets them through in order; both also for reading.
 */
import type { Log } from '#server/log/log.ts'

export interface FailingLog extends Log {
  readonly switches: {
    /** The next appends reject and store nothing. */
    failAppends(failing: boolean): void
    failReads(failing: boolean): void
    /** Appends wait, nothing is stored, until release(). */
    hangAppends(): void
    release(): void
    /** Appends waiting now. */
    hanging(): number
  }
}

export function failingLog(log: Log): FailingLog {
  let appendsFail = false
  let readsFail = false
  let gate: { readonly open: () => void; readonly opened: Promise<void> } | null = null
  let waiting = 0
  const whenOpen = async (): Promise<void> => {
    if (gate === null) return
    waiting += 1
    await gate.opened
    waiting -= 1
  }
  const readable = (): void => {
    if (readsFail) throw new Error('the disk does not answer')
  }
  return {
    ...log,
    async append(batches) {
      await whenOpen()
      if (appendsFail) throw new Error('the disk is full')
      await log.append(batches)
    },
    async state(workspace, doc) {
      readable()
      return log.state(workspace, doc)
    },
    async read(doc, after, limit) {
      readable()
      return log.read(doc, after, limit)
    },
    async feed(workspace, after, limit, among) {
      readable()
      return log.feed(workspace, after, limit, among)
    },
    switches: {
      failAppends: (failing) => void (appendsFail = failing),
      failReads: (failing) => void (readsFail = failing),
      hangAppends() {
        if (gate !== null) return
        let open = (): void => undefined
        const opened = new Promise<void>((resolve) => {
          open = resolve
        })
        gate = { open, opened }
      },
      release() {
        gate?.open()
        gate = null
      },
      hanging: () => waiting,
    },
  }
}
