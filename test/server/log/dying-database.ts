/** A database connection that dies at its k-th statement, as a killed process does: nothing after it is carried out. */
import type { SqliteDatabase } from '#server/log/sqlite-file.ts'

export interface DyingDatabase {
  readonly db: SqliteDatabase
  /** From now on the `at`-th writing call is the last: it fails before or after it was carried out. */
  dieAt(at: number, when: 'before' | 'after'): void
  died(): boolean
}

export function dyingDatabase(real: SqliteDatabase): DyingDatabase {
  let left = Infinity
  let when: 'before' | 'after' = 'before'
  let dead = false
  const guarded = <T>(call: () => T): T => {
    if (dead) throw new Error('the process is dead')
    left -= 1
    if (left > 0) return call()
    dead = true
    if (when === 'after') call()
    throw new Error('killed')
  }
  const db = new Proxy(real, {
    get(target, name) {
      if (name === 'exec') return (sql: string) => guarded(() => target.exec(sql))
      if (name === 'prepare') return (sql: string) => guardedStatement(target.prepare(sql), guarded)
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return {
    db,
    dieAt(at, side) {
      left = at
      when = side
    },
    died: () => dead,
  }
}

function guardedStatement<S extends object>(statement: S, guarded: <T>(call: () => T) => T): S {
  return new Proxy(statement, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      const call: (...args: readonly unknown[]) => unknown = value.bind(target)
      return name === 'run' ? (...args: readonly unknown[]) => guarded(() => call(...args)) : call
    },
  })
}
