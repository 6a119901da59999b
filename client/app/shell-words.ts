/** Words of the shell: what the frame says. Where work is (words.ts) and the screens in front of the app have their own. */
import { defineWords } from '#client/i18n/words.ts'

export const shellWords = defineWords({
  zh: {
    product: '联星',
    language: 'English',
    back: '返回',
    mainNavigation: '主导航',
    people: '成员',
    device: '这台设备',
    messages: '消息',
    close: '关闭',
    notFound: '没有这一页',
    notFoundHelp: '链接可能不完整',
    toBriefs: '去需求单',
    fault: '这一页出错了',
    faultHelp: '已保存的改动不受影响。重新打开这一页就好',
    reload: '重新打开',
    missingPart: '这一页的一部分没有取到',
    missingPartHelp: '应用可能刚更新过，或者网络断了。已保存的改动不受影响，重新打开就好',
  },
  en: {
    product: 'Asterism',
    language: '中文',
    back: 'Back',
    mainNavigation: 'Main navigation',
    people: 'People',
    device: 'This device',
    messages: 'Messages',
    close: 'Close',
    notFound: 'There is no such page',
    notFoundHelp: 'The link may be incomplete',
    toBriefs: 'Go to briefs',
    fault: 'Something went wrong on this page',
    faultHelp: 'Changes that were saved are not affected. Open the page again to go on',
    reload: 'Open again',
    missingPart: 'A part of this page could not be fetched',
    missingPartHelp:
      'The app may just have been updated, or the network is gone. Changes that were saved are not affected; open the page again to go on',
  },
})
