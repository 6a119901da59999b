/** Words of the inbox. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const inboxWords = defineWords({
  zh: {
    inbox: '收件箱',
    readAll: '全部标为已读',
    allRead: '都标为已读了',
    empty: '没有要你知道的事',
    emptyHelp: '有人 @ 你、回复你、退回或接收你的需求单、把任务交给你，都会出现在这里',
    unread: '未读',
    kinds: {
      mention: (name: string) => `${name} 提到了你`,
      reply: (name: string) => `${name} 回复了你参与的话题`,
      'on-your-brief': (name: string) => `${name} 留了言`,
      submitted: (name: string) => `${name} 提交了需求单，等你看`,
      returned: (name: string) => `${name} 退回了你的需求单`,
      accepted: (name: string) => `${name} 接收了你的需求单`,
      'your-turn': (name: string) => `${name} 做完了上一环节，轮到你`,
      'sent-back': (name: string) => `${name} 把任务退回给你`,
      'handed-to-you': (name: string) => `${name} 把任务交给你`,
      'waits-for-you': (name: string) => `${name} 在等你`,
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
    empty: 'Nothing for you to know of',
    emptyHelp:
      'When somebody mentions or answers you, judges a brief of yours, or a task comes to you, it appears here',
    unread: 'Unread',
    kinds: {
      mention: (name: string) => `${name} mentioned you`,
      reply: (name: string) => `${name} answered in your thread`,
      'on-your-brief': (name: string) => `${name} commented`,
      submitted: (name: string) => `${name} submitted a brief for you to judge`,
      returned: (name: string) => `${name} returned your brief`,
      accepted: (name: string) => `${name} accepted your brief`,
      'your-turn': (name: string) => `${name} finished the stage before yours`,
      'sent-back': (name: string) => `${name} sent a task back to you`,
      'handed-to-you': (name: string) => `${name} handed you a task`,
      'waits-for-you': (name: string) => `${name} waits for you`,
    },
    somebody: 'A colleague',
    untitled: 'Untitled brief',
    onlyCard: 'Open it to read what was said',
    about: (what: string, title: string) => `${what} · ${title}`,
  },
})
