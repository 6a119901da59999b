/**
 * A comment's text in the pieces it is shown in: plain text, people spoken to, and links. Text is text: nothing in it is
 * ever markup, and only http and https addresses become links.
 */
import type { MemberId } from '#shared/lib/ids.ts'
import { nameAt } from './mentions.ts'
import type { Mention } from './talk.ts'

export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string; readonly members: readonly MemberId[] }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

export function segmentsOf(text: string, mentions: readonly Mention[]): Segment[] {
  const segments: Segment[] = []
  let plainFrom = 0
  let at = 0
  const put = (segment: Segment): void => {
    if (at > plainFrom) segments.push({ kind: 'text', text: text.slice(plainFrom, at) })
    segments.push(segment)
    at += segment.text.length
    plainFrom = at
  }
  while (at < text.length) {
    const name = text[at] === '@' ? nameAt(text, at + 1, mentions) : null
    const link = name === null ? linkAt(text, at) : null
    if (name !== null) {
      const members = mentions.filter((one) => one.name === name).map(({ member }) => member)
      put({ kind: 'mention', text: `@${name}`, members })
    } else if (link !== null) put(link)
    else at += 1
  }
  if (at > plainFrom) segments.push({ kind: 'text', text: text.slice(plainFrom) })
  return segments
}

function linkAt(text: string, at: number): Segment | null {
  if (text[at] !== 'h' && text[at] !== 'H') return null
  if (/[\p{Script=Latin}\p{N}]/u.test(text[at - 1] ?? '')) return null
  address.lastIndex = at
  const found = withoutEnd(address.exec(text)?.[0] ?? '')
  if (!URL.canParse(found)) return null
  const { protocol, href, username } = new URL(found)
  // A name before the host is there to look like another host.
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '') return null
  return { kind: 'link', text: found, href }
}

/** The sentence's own marks at its end are not the address's, nor is a bracket that was opened before it. */
function withoutEnd(found: string): string {
  const isOpened = found.split('(').length >= found.split(')').length
  const last = found.at(-1) ?? ''
  const isEnd = last === ')' ? !isOpened : /[.,;:!?\]}*]/.test(last)
  return isEnd && last !== '' ? withoutEnd(found.slice(0, -1)) : found
}

/** Chinese sentences go on behind an address without a space. */
const address = /https?:\/\/[^\s<>"'`“”‘’「」『』（）《》【】，。；：！？、\p{Script=Han}\p{C}]+/iuy
