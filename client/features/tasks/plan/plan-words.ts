/** Words of a task's plan. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const planWords = defineWords({
  zh: {
    plan: '时间安排',
    mark: {
      late: (when: string) => `已逾期，${when} 到期`,
      soon: (when: string) => `快到期，${when}`,
      'in-time': (when: string) => `${when} 到期`,
    },
    stop: '。',
    from: (day: string) => `从要的日期 ${day}倒推`,
    fromMaster: '从改编最晚开始的时间倒推',
    due: (stage: string) => `${stage}到期`,
    yours: (time: string) => `你的时间 ${time}`,
    theirs: (who: string, time: string) => `${who}那边 ${time}`,
    usual: (time: string) => `还没人做，按团队的工作时间 ${time}`,
    isOff: (who: string, until: string) => `${who}现在不在上班，${until} 上班`,
    isOffNoTime: (who: string) => `${who}最近没有上班的日子`,
    lateness: { late: '已逾期', soon: '快到期，不到一个工作日', 'in-time': '' },
    between: '，',
    buffer: '复核余量',
    used: {
      hours: (used: string, all: string) => `共 ${all} 个工时，已用 ${used} 个`,
      days: (used: string, all: string) => `共 ${all} 个工作日，已用 ${used} 个`,
    },
    bufferHelp: (from: string, to: string) => `留给返工和意外：${from} 到 ${to}`,
    ends: '预计做完',
    endsHelp: '从现在起接着做、中间不停',
    endsWaiting: '母版按预计通过、接着做、中间不停',
    tooLate: (wanted: string, earliest: string) =>
      `赶不上 ${wanted}。留着复核余量，最早 ${earliest}`,
    masterLate: (when: string) => `照现在预计 ${when} 通过，改编会开始得太晚`,
    handOver: (list: string) => `${list}，就来得及`,
    keepBuffer: (list: string) => `${list}，复核余量就不用动`,
    handOne: (stage: string, who: string) => `把${stage}交给${who}`,
  },
  en: {
    plan: 'Schedule',
    mark: {
      late: (when: string) => `Overdue since ${when}`,
      soon: (when: string) => `Due soon, ${when}`,
      'in-time': (when: string) => `Due ${when}`,
    },
    stop: '. ',
    from: (day: string) => `back from ${day}, when it is wanted`,
    fromMaster: 'back from when its adaptations must begin',
    due: (stage: string) => `${stage} is due`,
    yours: (time: string) => `${time} your time`,
    theirs: (who: string, time: string) => `${time} for ${who}`,
    usual: (time: string) => `nobody does it yet; by the team’s hours, ${time}`,
    isOff: (who: string, until: string) => `${who} is not at work until ${until}`,
    isOffNoTime: (who: string) => `${who} has no working days ahead`,
    lateness: { late: 'Overdue', soon: 'Due soon, within a working day', 'in-time': '' },
    between: ', ',
    buffer: 'Review buffer',
    used: {
      hours: (used: string, all: string) => `${used} of ${all} working hours used`,
      days: (used: string, all: string) => `${used} of ${all} working days used`,
    },
    bufferHelp: (from: string, to: string) => `Kept for rework and surprises: ${from} to ${to}`,
    ends: 'Expected to be done',
    endsHelp: 'if it goes on from now without a pause',
    endsWaiting: 'if its master passes as expected and it goes on without a pause',
    tooLate: (wanted: string, earliest: string) =>
      `It cannot be done by ${wanted}. With the review buffer kept, ${earliest} is the earliest`,
    masterLate: (when: string) =>
      `It is expected to pass on ${when}, too late for its adaptations to begin in time`,
    handOver: (list: string) => `In time if you ${list}`,
    keepBuffer: (list: string) => `The review buffer stays whole if you ${list}`,
    handOne: (stage: string, who: string) => `give ${stage} to ${who}`,
  },
})
