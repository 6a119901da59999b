/**
 * The surroundings of every part under simulation: clock, timers and chance, replaced for as long as a schedule runs.
 * Imported before anything else, because lib0 takes hold of `Date.now` and of the random numbers when it is loaded.
 * Left out: what happens when (schedule.ts), sockets and disks.
 */
import { webcrypto } from 'node:crypto'
import { createRandom, type Random } from '#shared/lib/random.ts'
import { deflating } from './deflating.ts'

export interface World {
  /** Milliseconds since 1970, with fractions. */
  now(): number
  /** Chance of the surroundings: latencies, clientIDs, ids. Schedules have their own. */
  readonly random: Random
  after(ms: number, act: () => void): () => void
  /** Does what comes next until `done`; false when the time is over first. */
  run(done: () => boolean, untilMs: number): Promise<boolean>
  /** Gives the true surroundings back. */
  end(): void
}

interface Task {
  readonly at: number
  readonly order: number
  act: (() => void) | null
}

const real = {
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  setImmediate: globalThis.setImmediate,
  clearTimeout: globalThis.clearTimeout,
  clearInterval: globalThis.clearInterval,
  clearImmediate: globalThis.clearImmediate,
  Blob: globalThis.Blob,
  Response: globalThis.Response,
  CompressionStream: globalThis.CompressionStream,
  DecompressionStream: globalThis.DecompressionStream,
  dateNow: Date.now,
  performanceNow: performance.now.bind(performance),
  mathRandom: Math.random,
  getRandomValues: webcrypto.getRandomValues.bind(webcrypto),
}

interface Current {
  now(): number
  fill(bytes: Uint8Array): void
  readonly random: Random
}
let current: Current | null = null

Date.now = () => (current === null ? real.dateNow.call(Date) : Math.floor(current.now()))
Math.random = () => (current === null ? real.mathRandom() : current.random.next())
performance.now = () => (current === null ? real.performanceNow() : current.now())
Object.defineProperty(webcrypto, 'getRandomValues', {
  configurable: true,
  value(array: Uint8Array<ArrayBuffer>) {
    if (current === null) return real.getRandomValues(array)
    current.fill(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    return array
  },
})

const beganAt = 1_760_000_000_000
/** What one turn of an event loop takes. */
const turnMs = 0.01

export function createWorld(seed: number): World {
  const random = createRandom(seed ^ 0x5bd1e995)
  const queue = createQueue()
  let now = beganAt
  let order = 0
  let lastTurn = 0

  const at = (when: number, act: () => void): Task => {
    const task = { at: when, order: (order += 1), act }
    queue.push(task)
    return task
  }
  const fill = (bytes: Uint8Array): void => {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = random.int(256)
  }
  const handle = (tasks: { task: Task }): Handle => ({
    tasks,
    unref() {
      return this
    },
    ref() {
      return this
    },
    hasRef: () => false,
    refresh() {
      return this
    },
  })
  const cancel = (given: unknown): void => {
    if (isHandle(given)) given.tasks.task.act = null
  }
  const every = (ms: number, act: () => void): Handle => {
    const again = (): void => {
      tasks.task = at(now + Math.max(1, ms), again)
      act()
    }
    const tasks = { task: at(now + Math.max(1, ms), again) }
    return handle(tasks)
  }
  const replaced = {
    setTimeout: (act: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      handle({ task: at(now + Math.max(1, ms), () => act(...args)) }),
    setInterval: (act: () => void, ms = 0) => every(ms, act),
    setImmediate: (act: (...args: unknown[]) => void, ...args: unknown[]) => {
      lastTurn = Math.max(now, lastTurn) + turnMs * (1 + random.next())
      return handle({ task: at(lastTurn, () => act(...args)) })
    },
    clearTimeout: cancel,
    clearInterval: cancel,
    clearImmediate: cancel,
  }
  Object.assign(globalThis, replaced, deflating)
  const ownExits = process.listeners('exit')
  const mostListeners = process.getMaxListeners()
  process.setMaxListeners(0)
  current = { now: () => now, fill, random }

  const step = (): void => {
    const task = queue.pop()
    if (task === undefined) throw new Error('nothing is ever going to happen')
    now = Math.max(now, task.at)
    task.act?.()
  }
  return {
    now: () => now,
    random,
    after(ms, act) {
      const task = at(now + ms, act)
      return () => void (task.act = null)
    },
    run(done, untilMs) {
      const until = now + untilMs
      /** Null: it goes on. */
      const outcome = (): boolean | null => {
        if (done()) return true
        const next = queue.peek()
        if (next !== undefined && next.at <= until) return null
        now = until
        return done()
      }
      return stepping(() => {
        const answer = outcome()
        if (answer === null) step()
        return answer
      })
    },
    end() {
      current = null
      // y-websocket's providers wait for the end of the process; those of killed tabs would never be let go.
      for (const listener of process.listeners('exit'))
        if (!ownExits.includes(listener)) process.off('exit', listener)
      process.setMaxListeners(mostListeners)
      const { setTimeout, setInterval, setImmediate } = real
      const { clearTimeout, clearInterval, clearImmediate } = real
      const { Blob, Response, CompressionStream, DecompressionStream } = real
      Object.assign(globalThis, { setTimeout, setInterval, setImmediate })
      Object.assign(globalThis, { clearTimeout, clearInterval, clearImmediate })
      Object.assign(globalThis, { Blob, Response, CompressionStream, DecompressionStream })
    },
  }
}

interface Handle {
  readonly tasks: { task: Task }
  unref(): Handle
  ref(): Handle
  hasRef(): boolean
  refresh(): Handle
}
const isHandle = (given: unknown): given is Handle =>
  typeof given === 'object' && given !== null && 'tasks' in given

/** Steps asked of the event loop at once: a turn of its own for each would be a tenth of a schedule's time. */
const stepsATurn = 16

/** Steps until one answers. Between two of them everything that waits on promises has run, as between two immediates. */
function stepping<T>(step: () => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    let asked: NodeJS.Immediate[] = []
    const end = (tell: () => void): void => {
      for (const one of asked.splice(0)) real.clearImmediate(one)
      tell()
    }
    const turn = (isLast: boolean): void => {
      try {
        const answer = step()
        if (answer !== null) return end(() => resolve(answer))
        if (isLast) ask()
      } catch (fault) {
        end(() => reject(fault))
      }
    }
    const ask = (): void => {
      asked = Array.from({ length: stepsATurn }, (_, index) =>
        real.setImmediate(turn, index === stepsATurn - 1),
      )
    }
    ask()
  })
}

/** A heap by time, then by order. */
function createQueue() {
  const heap: Task[] = []
  const isBefore = (one: Task, other: Task): boolean =>
    one.at < other.at || (one.at === other.at && one.order < other.order)
  const swap = (i: number, j: number): void => {
    const one = heap[i]!
    heap[i] = heap[j]!
    heap[j] = one
  }
  return {
    peek(): Task | undefined {
      return heap[0]
    },
    push(task: Task): void {
      heap.push(task)
      for (let i = heap.length - 1; i > 0;) {
        const parent = (i - 1) >> 1
        if (!isBefore(heap[i]!, heap[parent]!)) break
        swap(i, parent)
        i = parent
      }
    },
    pop(): Task | undefined {
      const first = heap[0]
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return first
      heap[0] = last
      for (let i = 0; ;) {
        const left = 2 * i + 1
        if (left >= heap.length) break
        const right = left + 1
        const least = right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left
        if (!isBefore(heap[least]!, heap[i]!)) break
        swap(i, least)
        i = least
      }
      return first
    },
  }
}
