/** A task's topic, made of what it is for: breaking a brief down twice, or on two devices, makes each task once. */
import { digest } from 'lib0/hash/sha256'
import { bytesToBase32, type Topic } from '#shared/lib/ids.ts'

export interface TaskKey {
  /** The brief's topic, random and so nobody else's. */
  readonly brief: string
  /** The product's row id, which a corrected SKU leaves as it is. */
  readonly product: string
  readonly deliverable: string
  /** From 1. */
  readonly ordinal: number
  /** Both empty for a master. */
  readonly locale: string
  readonly platform: string
}

export function taskTopic(key: TaskKey): Topic {
  const { brief, product, deliverable, ordinal, locale, platform } = key
  const text = ['asterism task 1', brief, product, deliverable, ordinal, locale, platform].join(
    '\n',
  )
  return bytesToBase32(digest(new TextEncoder().encode(text)).subarray(0, 16)) as Topic
}
