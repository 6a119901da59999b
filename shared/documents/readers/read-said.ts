/** One wording as it stands in a document: any value gives what of it can be read, or null where that is nothing. */
import { isCommentId } from '#shared/domain/talk/comment-id.ts'
import type { Mention, Wording } from '#shared/domain/talk/talk.ts'
import type { CommentId, MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'

export interface Said extends Wording {
  /** What it answers; null in an edit and in a thread's first comment. */
  readonly parent: CommentId | null
  readonly place: number
}

export function readSaid(value: unknown): Said | null {
  if (typeof value !== 'object' || value === null) return null
  const fields = new Map<string, unknown>(Object.entries(value))
  const [text, at, parent, place] = ['text', 'at', 'parent', 'place'].map((key) => fields.get(key))
  if (typeof text !== 'string') return null
  return {
    text: text.slice(0, limits.commentCharacters),
    mentions: readMentions(fields.get('mentions')),
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
    parent: isCommentId(parent) ? parent : null,
    place: typeof place === 'number' && Number.isSafeInteger(place) && place > 0 ? place : 0,
  }
}

function readMentions(value: unknown): Mention[] {
  if (!Array.isArray(value)) return []
  const mentions: Mention[] = []
  for (const one of value.slice(0, limits.mentionsPerComment)) {
    const [member, name]: unknown[] = Array.isArray(one) ? one : []
    if (isMember(member) && typeof name === 'string' && name.length <= limits.nameCharacters)
      mentions.push({ member, name })
  }
  return mentions
}

const isMember = (value: unknown): value is MemberId =>
  typeof value === 'string' && /^[0-9a-hjkmnp-tv-z]{26}$/.test(value)
