/** Words of search, of the palette and of the page of shortcuts. */
import { defineWords } from '#client/i18n/words.ts'

export const searchWords = defineWords({
  zh: {
    search: '搜索',
    placeholder: '搜需求单、产品、卖点、同事，或输入要做的事',
    recent: '最近',
    titles: '需求单',
    people: '成员',
    inText: '内容里有',
    commands: '可以做的事',
    nothing: '这台设备上没有找到',
    full: (most: number) => `最多搜 ${most} 个字，后面的没有算进去`,
    cancel: '取消',
    untitled: '未命名需求单',
    shortcuts: '键盘快捷键',
    shortcutsHelp: '打字时不起作用',
    close: '关闭',
  },
  en: {
    search: 'Search',
    placeholder: 'Search briefs, products, selling points and people, or type what to do',
    recent: 'Recent',
    titles: 'Briefs',
    people: 'People',
    inText: 'Found in the text',
    commands: 'Things to do',
    nothing: 'Nothing on this device matches',
    full: (most: number) => `A search holds at most ${most} characters; the rest was left out`,
    cancel: 'Cancel',
    untitled: 'Untitled brief',
    shortcuts: 'Keyboard shortcuts',
    shortcutsHelp: 'They rest while you type',
    close: 'Close',
  },
})
