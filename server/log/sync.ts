/** Bytes of one file on disk. */
import { closeSync, fsyncSync, openSync } from 'node:fs'

/** The bytes of this file are on disk when it returns. */
export function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
