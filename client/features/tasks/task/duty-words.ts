/** Words of separation of duties on a task: why this person may not review it, and who can. Chinese is the source. */
import { defineWords } from '#client/i18n/words.ts'

export const dutyWords = defineWords({
  zh: {
    made: '这件素材是你做的，按它的 SOP 要由别人来审',
    reviewed: '这一轮里你已经审过一道，按它的 SOP 每一道都要换人',
    can: (names: string) => `可以审的：${names}`,
    nobody:
      '现在没有别的人可以审。请负责人邀请一位同事，或发布一版不要求职责分离的 SOP，让新拆的任务按它走',
    between: '、',
    stop: '。',
    samePerson: '做和审是同一个人，没有第二双眼睛看过',
    notThem: (name: string) => `${name}（做过，不能审）`,
    notAgain: (name: string) => `${name}（审过一道）`,
  },
  en: {
    made: 'You made this, and its SOP asks for somebody else to review it',
    reviewed: 'You did another review of this round, and its SOP asks for a new person each time',
    can: (names: string) => `Who can: ${names}`,
    nobody:
      'Nobody else can review it now. Ask a lead to invite a colleague, or to publish an SOP without separation of duties for new tasks',
    between: ', ',
    stop: '. ',
    samePerson: 'Made and passed by the same person: no second pair of eyes',
    notThem: (name: string) => `${name} (made it)`,
    notAgain: (name: string) => `${name} (did another review)`,
  },
})
