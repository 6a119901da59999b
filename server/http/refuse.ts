/** HTTP refusals: a code, its status, and a sentence a person can act on, in both languages. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { CallRefusal } from '#shared/protocol/http.ts'

const sentences: Record<CallRefusal, { status: ContentfulStatusCode; zh: string; en: string }> = {
  malformed: {
    status: 400,
    zh: '请求无法读懂。请刷新页面再试。',
    en: 'The request could not be read. Reload the page and try again.',
  },
  'too-large': { status: 413, zh: '请求太大。', en: 'The request is too large.' },
  'signed-out': {
    status: 401,
    zh: '登录已失效。请重新打开页面。',
    en: 'You are signed out. Open the page again.',
  },
  'no-access': {
    status: 403,
    zh: '你没有做这件事的权限。',
    en: 'You do not have the right to do this.',
  },
  'not-found': { status: 404, zh: '这里什么也没有。', en: 'There is nothing here.' },
  'file-differs': {
    status: 400,
    zh: '收到的文件和它的编号对不上。请再发一次。',
    en: 'The file that came is not the one its number says. Send it again.',
  },
  'range-wrong': {
    status: 416,
    zh: '文件没有这一段。',
    en: 'The file has no such part.',
  },
  'invite-wrong': {
    status: 404,
    zh: '这个邀请链接不对。请检查链接是否完整。',
    en: 'This invite link is not right. Check that it is complete.',
  },
  'invite-expired': {
    status: 410,
    zh: '这个邀请已过期。请对方再发一个。',
    en: 'This invite has expired. Ask for a new one.',
  },
  'invite-used-up': {
    status: 410,
    zh: '这个邀请已用完。请对方再发一个。',
    en: 'This invite has been used up. Ask for a new one.',
  },
  'invite-revoked': {
    status: 410,
    zh: '这个邀请已被撤回。请对方再发一个。',
    en: 'This invite was withdrawn. Ask for a new one.',
  },
  'owner-exists': {
    status: 409,
    zh: '这里已有所有者。请向对方要邀请链接。',
    en: 'There is already an owner here. Ask them for an invite link.',
  },
  'signature-wrong': {
    status: 400,
    zh: '这台设备的签名不对。请刷新页面再试。',
    en: 'The signature of this device is not right. Reload the page and try again.',
  },
  'too-many-tries': {
    status: 429,
    zh: '试得太多了。请一小时后再试。',
    en: 'Too many tries. Try again in an hour.',
  },
  'too-many-requests': {
    status: 429,
    zh: '这个网络发来的请求太多。请一分钟后再试。',
    en: 'Too many requests from this network. Try again in a minute.',
  },
  busy: {
    status: 503,
    zh: '服务暂时忙。请稍后再试。',
    en: 'The server is busy for a moment. Try again shortly.',
  },
}

/** `seconds`: when the same may be asked again. Who opened an address in a browser reads the sentences alone. */
export function refused(context: Context, code: CallRefusal, seconds?: number): Response {
  const { status, zh, en } = sentences[code]
  if (seconds !== undefined) context.header('retry-after', String(seconds))
  if (context.req.header('accept')?.includes('text/html') === true)
    return context.text(`${zh}\n${en}\n`, status)
  return context.json({ code, zh, en }, status)
}
