/** Files only their user may read: what the relay stores is everybody's work. On Windows the folder's rights decide. */
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'

const PRIVATE = 0o600

/** An empty file, made now; fails where one stands. */
export const makePrivateFile = (path: string): void => closeSync(openSync(path, 'wx', PRIVATE))

/** A database and what SQLite keeps beside it, made when it is not there: SQLite gives its WAL the rights of the file. */
export function keepPrivate(path: string): void {
  if (!existsSync(path)) makePrivateFile(path)
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) takeBack(file)
}

function takeBack(file: string): void {
  try {
    chmodSync(file, PRIVATE)
  } catch {
    // Another user's file: that user decides who reads it.
  }
}
