/**
 * The one way to write a value as text, so that everybody who signs or hashes it has the same bytes (docs/decisions.md,
 * 12): no white space, keys sorted by UTF-16 unit, strings as JSON.stringify escapes them, safe integers only. What has
 * no such form is null; a text that is not the form of its own value is not read. Left out: what a value means.
 */
import { limits } from '#shared/protocol/limits.ts'

export type Plain = null | boolean | number | string | readonly Plain[] | PlainObject
export interface PlainObject {
  readonly [key: string]: Plain
}

/** Null for a fraction, half a character, a key named `__proto__`, anything JSON does not know, or what is nested too deep. */
export function writeCanonical(value: unknown, levels: number = limits.recordDepth): string | null {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : null
  if (typeof value === 'string') return isWhole(value) ? JSON.stringify(value) : null
  if (typeof value !== 'object' || levels === 0) return null
  const parts = Array.isArray(value)
    ? value.map((one: unknown) => writeCanonical(one, levels - 1))
    : membersOf(value, levels - 1)
  if (parts === null || parts.includes(null)) return null
  return Array.isArray(value) ? `[${parts.join(',')}]` : `{${parts.join(',')}}`
}

/** Undefined where the text is not canonical. */
export function readCanonical(text: string): Plain | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // Written again it is the same text, so it holds nothing but plain values.
    return writeCanonical(value) === text ? (value as Plain) : undefined
  } catch {
    return undefined
  }
}

function membersOf(value: object, levels: number): (string | null)[] | null {
  const entries: [string, unknown][] = Object.entries(value)
  if (Object.getPrototypeOf(value) !== Object.prototype) return null
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => {
      const written = writeCanonical(one, levels)
      if (written === null || key === '__proto__' || !isWhole(key)) return null
      return `${JSON.stringify(key)}:${written}`
    })
}

const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text)
