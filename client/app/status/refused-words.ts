/** Words about changes the relay did not take: what they were, why, and what can be done with them. */
import { formWords } from '#client/features/briefs/form/words.ts'
import { defineWords } from '#client/i18n/words.ts'

export const refusedWords = defineWords({
  zh: {
    title: '没有被接受的改动',
    help: '它们留在这台设备上，不在文档里，同事看不到',
    unsentTitle: '没有发出的改动',
    unsentHelp: '你的权限已被收回，这些改动发不出去了，只在这台设备上。可以导出来留着',
    untitled: '未命名需求单',
    noLongerShared: '不再共享给你的需求单',
    shutReason: '共享已经结束，这些改动发不出去了。可以导出，或者放弃',
    when: (n: number, at: string) => (n === 1 ? `${at}改的` : `${at}改了 ${n} 次`),
    parts: {
      ...formWords.zh.parts,
      comments: '留言',
      restored: '恢复到以前的样子',
      undone: '撤销',
      other: '内容',
    },
    between: '、',
    reasons: {
      'no-access': '你没有修改这张的权限。请负责人给你权限后再发一次',
      malformed: '服务器读不懂这项改动。请导出后交给负责维护的人',
      'client-of-another-device': '另一台设备用了同样的编号。再发一次会换新的编号',
      'too-large': '这项改动太大。请导出，再分成几次改',
      'document-full': '这张需求单已经到了大小上限。请另建一张，把内容分过去',
      subdocument: '里面嵌了另一个文档，服务器不收。请导出后交给负责维护的人',
      'too-many-authors': '一次带来了太多编辑者的内容。请导出，再分成几次粘贴',
      'note-too-large': '随改动附带的说明太长。更新应用后再发一次',
      gap: '缺了前面的改动。再发一次会补上',
      busy: '服务器太忙。过一会儿再发一次',
    },
    more: (n: number) => `还有 ${n} 项`,
    retry: '再发一次',
    retrying: '已放回文档，等待发送',
    exportOne: '导出',
    letGo: '放弃',
    letGoAsk: (n: number) => `放弃这 ${n} 项改动？放弃后这台设备上也没有了`,
    letGoSure: '确定放弃',
    keep: '留着',
    failed: '没有做成，改动还在这里。请再试一次',
    reading: '正在读取',
    unreadable: '这台设备上的数据读不到了',
    none: '没有未被接受的改动了',
    done: '好',
    close: '关闭',
  },
  en: {
    title: 'Changes that were not accepted',
    help: 'They are kept on this device, but are not in the document, and colleagues do not see them',
    unsentTitle: 'Changes that were not sent',
    unsentHelp:
      'Your access was withdrawn, so these changes cannot be sent. They are on this device alone; export them to keep them',
    untitled: 'Untitled brief',
    noLongerShared: 'A brief no longer shared with you',
    shutReason:
      'The sharing was ended, so these changes cannot be sent. Export them, or let go of them',
    when: (n: number, at: string) => (n === 1 ? `changed ${at}` : `changed ${n} times, ${at}`),
    parts: {
      ...formWords.en.parts,
      comments: 'Comments',
      restored: 'Earlier state restored',
      undone: 'Undone',
      other: 'Content',
    },
    between: ', ',
    reasons: {
      'no-access': 'You may not change this one. Ask an owner for the right to, then send it again',
      malformed:
        'The server could not read this change. Export it and give it to whoever runs the server',
      'client-of-another-device':
        'Another device uses the same number. Sending it again takes a new one',
      'too-large': 'This change is too large. Export it, then make it in smaller parts',
      'document-full':
        'This brief has reached its largest size. Make another one and move some of it there',
      subdocument:
        'It holds another document, which the server does not take. Export it and give it to whoever runs the server',
      'too-many-authors':
        'It brings the work of too many people at once. Export it, then paste it in smaller parts',
      'note-too-large':
        'What is noted beside the change is too long. Update the app, then send it again',
      gap: 'Earlier changes are missing. Sending it again brings them',
      busy: 'The server was too busy. Send it again in a while',
    },
    more: (n: number) => `${n} more`,
    retry: 'Send again',
    retrying: 'Back in the document, waiting to be sent',
    exportOne: 'Export',
    letGo: 'Discard',
    letGoAsk: (n: number) =>
      n === 1
        ? 'Let go of this change? It will be gone from this device, too'
        : `Let go of these ${n} changes? They will be gone from this device, too`,
    letGoSure: 'Let go for good',
    keep: 'Keep',
    failed: 'That did not work; the changes are still here. Please try again',
    reading: 'Reading',
    unreadable: 'What is on this device cannot be read',
    none: 'No more changes that were not accepted',
    done: 'Done',
    close: 'Close',
  },
})
