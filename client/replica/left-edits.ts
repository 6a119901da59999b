/**
 * What a page puts down as it ends. A transaction of the disk does not live through the end of its page, so the bytes go
 * to the browser's synchronous storage (localStorage), one entry an edit. Whoever is there next puts them into documents
 * and outbox; an edit that did finish takes its own away again. Taken twice it is the same Yjs update.
 */
import * as z from 'zod/mini'
import { newId, type DocName, type WorkspaceId } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { base64urlToBytes, bytesToBase64url } from './base64url.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { LocalEdit } from './store.ts'

export type LeftEdit = Omit<LocalEdit, 'index' | 'left'> & { readonly doc: DocName }

export interface LeftEdits {
  /** Answers the key it was put down under; null where there was no room. */
  put(edit: LeftEdit): string | null
  /** In the order of their times, with their keys. */
  all(): readonly (readonly [key: string, edit: LeftEdit])[]
  drop(keys: readonly string[]): void
}

const leftSchema = z.object({
  doc: docNameSchema,
  bytes: z.string(),
  note: z.string(),
  at: z.number(),
})

export function createLeftEdits(
  { leavings, crypto }: DeviceEnvironment,
  workspace: WorkspaceId,
): LeftEdits {
  const prefix = `asterism:left:${workspace}:`
  return {
    put({ doc, bytes, note, at }) {
      const key = prefix + newId((random) => void crypto.getRandomValues(random))
      const texts = { doc, bytes: bytesToBase64url(bytes), note: bytesToBase64url(note), at }
      try {
        leavings.setItem(key, JSON.stringify(texts))
        return key
      } catch (fault) {
        console.error('an edit could not be put down', fault)
        return null
      }
    },
    all: () =>
      Array.from({ length: leavings.length }, (_, index) => leavings.key(index))
        .filter((key) => key !== null && key.startsWith(prefix))
        .flatMap((key) => (key === null ? [] : readLeft(key, leavings.getItem(key))))
        .sort(([, a], [, b]) => a.at - b.at),
    drop(keys) {
      for (const key of keys) leavings.removeItem(key)
    },
  }
}

function readLeft(key: string, text: string | null): (readonly [string, LeftEdit])[] {
  try {
    const { doc, bytes, note, at } = z.parse(leftSchema, JSON.parse(text ?? ''))
    return [[key, { doc, bytes: base64urlToBytes(bytes), note: base64urlToBytes(note), at }]]
  } catch {
    return []
  }
}
