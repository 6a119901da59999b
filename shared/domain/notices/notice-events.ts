/**
 * Everything a person can be told of, in one table: the inbox and the choice of what becomes news read it, and whatever carries
 * news out of the app will (docs/decisions.md, 32). Left out: what is news to whom (domain/talk/notices.ts, client/live/step-notices.ts).
 */
export const noticeEvents = [
  { id: 'mention', about: 'talk' },
  { id: 'reply', about: 'talk' },
  { id: 'on-your-brief', about: 'talk' },
  { id: 'submitted', about: 'brief', isAlways: true },
  { id: 'returned', about: 'brief' },
  { id: 'accepted', about: 'brief' },
  { id: 'your-turn', about: 'task' },
  { id: 'check-asked', about: 'task', isAlways: true },
  { id: 'sent-back', about: 'task' },
  { id: 'handed-to-you', about: 'task' },
  { id: 'waits-for-you', about: 'task' },
  { id: 'went-wrong', about: 'task' },
  { id: 'mended', about: 'task' },
  // Said across the top of every page, not in the inbox.
  { id: 'change-refused', about: 'device', isAlways: true },
  { id: 'access-ended', about: 'device', isAlways: true },
] as const satisfies readonly NoticeEvent[]

export interface NoticeEvent {
  readonly id: string
  readonly about: 'talk' | 'brief' | 'task' | 'device'
  /** Nobody can turn it off: somebody would wait in vain, or work would be lost unseen. */
  readonly isAlways?: true
}

export type NoticeEventId = (typeof noticeEvents)[number]['id']
/** Those that can be turned off. */
export type OptionalEventId = Exclude<(typeof noticeEvents)[number], { isAlways: true }>['id']

export const isOptional = (event: (typeof noticeEvents)[number]): boolean => !('isAlways' in event)

/** Whether it is news for somebody who turned `off` off. */
export const isTold = (id: NoticeEventId, off: ReadonlySet<string>): boolean =>
  !off.has(id) || noticeEvents.some((event) => event.id === id && !isOptional(event))
