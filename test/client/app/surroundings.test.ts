import { describe, expect, it } from 'vitest'
import { judgeSurroundings, type Seen } from '#client/app/surroundings.ts'

const chrome: Seen = {
  userAgent: 'Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Chrome/150 Safari/537.36',
  secure: true,
  hasSubtleCrypto: true,
  hasLocks: true,
  hasIndexedDb: true,
}

describe('where the page was opened', () => {
  it('lets an ordinary browser on https in', () => {
    expect(judgeSurroundings(chrome)).toBe('ready')
  })

  it('knows the browsers inside WeChat, Feishu, DingTalk and QQ, and says so before looking at anything else', () => {
    for (const word of [
      'MicroMessenger/8.0.50',
      'WindowsWechat',
      'Lark/7.5.0',
      'Feishu/7.5.0',
      'DingTalk/7.6',
      'QQ/9.0',
    ]) {
      expect(
        judgeSurroundings({ ...chrome, userAgent: `Mozilla/5.0 ${word}`, secure: false }),
      ).toBe('in-chat-app')
    }
  })

  it('says an address over plain http is the reason, not the browser', () => {
    expect(
      judgeSurroundings({ ...chrome, secure: false, hasSubtleCrypto: false, hasLocks: false }),
    ).toBe('insecure')
  })

  it('says a browser without locks is too old', () => {
    expect(judgeSurroundings({ ...chrome, hasLocks: false })).toBe('too-old')
  })
})
