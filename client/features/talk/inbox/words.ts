/** Words of the inbox. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const inboxWords = defineWords({
  zh: {
    inbox: '收件箱',
    readAll: '全部标为已读',
    allRead: '都标为已读了',
    empty: '没有给你的留言',
    emptyHelp: '有人 @ 你、回复你参与的话题，或在你打开过的需求单上留言，都会出现在这里',
    unread: '未读',
    kinds: {
      mention: (name: string) => `${name} 提到了你`,
      reply: (name: string) => `${name} 回复了你参与的话题`,
      'on-your-brief': (name: string) => `${name} 留了言`,
    },
    somebody: '一位同事',
    untitled: '未命名需求单',
    onlyCard: '打开后可以看到内容',
    about: (what: string, title: string) => `${what} · ${title}`,
  },
  en: {
    inbox: 'Inbox',
    readAll: 'Mark all as read',
    allRead: 'Everything is marked as read',
    empty: 'No comments for you',
    emptyHelp:
      'When somebody mentions you, answers in a thread you take part in, or comments on a brief you opened, it appears here',
    unread: 'Unread',
    kinds: {
      mention: (name: string) => `${name} mentioned you`,
      reply: (name: string) => `${name} answered in your thread`,
      'on-your-brief': (name: string) => `${name} commented`,
    },
    somebody: 'A colleague',
    untitled: 'Untitled brief',
    onlyCard: 'Open it to read what was said',
    about: (what: string, title: string) => `${what} · ${title}`,
  },
})
