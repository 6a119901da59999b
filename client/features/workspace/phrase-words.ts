/** Words of the page where the phrase book is written. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const phraseWords = defineWords({
  zh: {
    title: '话术',
    help: '任务里写消息时用的话。改了对全队有效',
    open: '查看话术',
    back: '工作区设置',
    readOnly: '所有者和负责人可以改',
    language: '语言',
    addLanguage: '加一种语言',
    pickLanguage: '选一种语言',
    kinds: { change: '请对方修改', remind: '提醒', question: '问一句' },
    places:
      '花括号里的会换成真的内容：{receiver} 收信人、{task} 任务、{stage} 环节、{note} 你写的那句、{day} 到期时间、{link} 链接、{sender} 你的名字。没有内容的那一行不出现',
    unknown: (places: string) => `这些不认识，会原样发出去：${places}`,
    asShipped: '用自带的',
    tooLong: (most: string) => `最多 ${most} 个字`,
    between: '、',
  },
  en: {
    title: 'Phrase book',
    help: 'What messages about tasks say. A change is for the whole team',
    open: 'See the phrase book',
    back: 'Workspace settings',
    readOnly: 'Owners and leads can change it',
    language: 'Language',
    addLanguage: 'Add a language',
    pickLanguage: 'Choose a language',
    kinds: { change: 'Ask for a change', remind: 'Remind', question: 'Ask a question' },
    places:
      'What stands in braces is filled in: {receiver}, {task}, {stage}, {note} as you type it, {day} it is due, {link} and {sender}. A line that would be missing something is left out',
    unknown: (places: string) => `Not known, and sent as they are: ${places}`,
    asShipped: 'Use the shipped text',
    tooLong: (most: string) => `At most ${most} characters`,
    between: ', ',
  },
})
