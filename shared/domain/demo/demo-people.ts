/** The eight people of the demo, in four time zones: a data table. Whoever opens the demo looks through the eyes of the first. */
import type { Access, MemberFunction } from '#shared/lib/access.ts'
import type { LanguageLevel } from '#shared/domain/people/profile.ts'
import type { HolidayPlace } from '#shared/domain/calendar/holiday-places.ts'

export interface DemoPerson {
  readonly name: string
  readonly access: Access
  readonly outside: boolean
  readonly functions: readonly MemberFunction[]
  readonly timeZone: string
  readonly workFrom: string
  readonly workTo: string
  /** 1 is Monday. */
  readonly workingDays: readonly number[]
  readonly holidays: HolidayPlace | null
  readonly languages: readonly (readonly [id: string, level: LanguageLevel, native: boolean])[]
}

const weekdays = [1, 2, 3, 4, 5]

export const demoPeople: readonly DemoPerson[] = [
  {
    name: '陈思远',
    access: 'owner',
    outside: false,
    functions: ['operations'],
    ...{
      timeZone: 'Asia/Shanghai',
      holidays: 'cn',
      workFrom: '09:30',
      workTo: '18:30',
      workingDays: weekdays,
    },
    languages: [
      ['zh', 5, true],
      ['en', 4, false],
    ],
  },
  {
    name: '林小满',
    access: 'lead',
    outside: false,
    functions: ['operations', 'quality'],
    ...{
      timeZone: 'Asia/Shanghai',
      holidays: 'cn',
      workFrom: '09:00',
      workTo: '18:00',
      workingDays: weekdays,
    },
    languages: [
      ['zh', 5, true],
      ['ja', 3, false],
    ],
  },
  {
    name: '周砚',
    access: 'member',
    outside: false,
    functions: ['designer'],
    ...{
      timeZone: 'Asia/Shanghai',
      holidays: 'cn',
      workFrom: '10:00',
      workTo: '19:30',
      workingDays: weekdays,
    },
    languages: [['zh', 5, true]],
  },
  {
    name: '何律',
    access: 'member',
    outside: false,
    functions: ['legal'],
    ...{
      timeZone: 'Asia/Shanghai',
      holidays: 'cn',
      workFrom: '09:00',
      workTo: '17:30',
      workingDays: weekdays,
    },
    languages: [
      ['zh', 5, true],
      ['en', 5, false],
    ],
  },
  {
    name: 'Julia Brandt',
    access: 'member',
    outside: false,
    functions: ['reviewer'],
    ...{
      timeZone: 'Europe/Berlin',
      holidays: 'de',
      workFrom: '08:30',
      workTo: '16:30',
      workingDays: [1, 2, 3, 4],
    },
    languages: [
      ['de', 5, true],
      ['en', 5, false],
      ['pl', 3, false],
    ],
  },
  {
    name: '阮氏兰',
    access: 'member',
    outside: true,
    functions: ['translator'],
    ...{
      timeZone: 'Asia/Ho_Chi_Minh',
      holidays: null,
      workFrom: '08:00',
      workTo: '17:00',
      workingDays: weekdays,
    },
    languages: [
      ['vi', 5, true],
      ['zh', 4, false],
      ['en', 4, false],
    ],
  },
  {
    name: 'Marisol Vega',
    access: 'member',
    outside: true,
    functions: ['video-editor'],
    ...{
      timeZone: 'America/Los_Angeles',
      holidays: 'us',
      workFrom: '09:00',
      workTo: '17:00',
      workingDays: weekdays,
    },
    languages: [
      ['es', 5, true],
      ['en', 5, false],
    ],
  },
  {
    name: 'Ploy Srisai',
    access: 'viewer',
    outside: false,
    functions: ['reviewer'],
    ...{
      timeZone: 'Asia/Bangkok',
      holidays: null,
      workFrom: '09:00',
      workTo: '18:00',
      workingDays: [1, 2, 3, 4, 5, 6],
    },
    languages: [
      ['th', 5, true],
      ['en', 3, false],
    ],
  },
]

/** By their place among `demoPeople`. */
export interface DemoComment {
  /** A product line's code. */
  readonly about: string
  readonly by: number
  /** Hours ago. */
  readonly hoursAgo: number
  readonly text: string
  /** Places of the people spoken to, each as `@name` in the text. */
  readonly to: readonly number[]
  /** Answers the comment before it. */
  readonly answers?: true
}

export const demoTalk: readonly DemoComment[] = [
  {
    about: 'CUP',
    by: 2,
    hoursAgo: 70,
    to: [0],
    text: '@陈思远 苔绿的白底图偏黄，按色卡调过去可以吗？',
  },
  {
    about: 'CUP',
    by: 0,
    hoursAgo: 69,
    to: [],
    answers: true,
    text: '可以，以色卡为准，调完把前后两张都留着。',
  },
  {
    about: 'CUP',
    by: 4,
    hoursAgo: 20,
    to: [2],
    text: '@周砚 The German page needs “spülmaschinengeeignet (oberes Fach)”, both words, or the reviewers send it back.',
  },
  {
    about: 'RNB',
    by: 7,
    hoursAgo: 30,
    to: [0],
    text: '@陈思远 Thai mothers look for the inner length first. Please put it before the colour.',
  },
  {
    about: 'MIR',
    by: 3,
    hoursAgo: 44,
    to: [0],
    text: '@陈思远 五倍镜没有规格书我这边过不了，工厂说周一给。',
  },
  { about: 'MIR', by: 0, hoursAgo: 41, to: [], answers: true, text: '收到，周一补上再提交一次。' },
  {
    about: 'HRN',
    by: 6,
    hoursAgo: 26,
    to: [4],
    text: '@Julia Brandt Dusk is at 16:40 here this week, I have one try per day. Is a street lamp in the frame fine?',
  },
  {
    about: 'HRN',
    by: 4,
    hoursAgo: 18,
    to: [],
    answers: true,
    text: 'Yes, as long as the reflective piping is lit by a car and not by the lamp.',
  },
  {
    about: 'LMP',
    by: 3,
    hoursAgo: 52,
    to: [1],
    text: '@林小满 波兰站也不能写护眼，题目和关键词都要改。',
  },
  {
    about: 'LMP',
    by: 1,
    hoursAgo: 50,
    to: [],
    answers: true,
    text: '题目改成“折臂台灯”，关键词这一版先空着。',
  },
  {
    about: 'YGA',
    by: 5,
    hoursAgo: 12,
    to: [4],
    text: '@Julia Brandt I can do the Malay titles on the train tomorrow, please leave them to me.',
  },
  {
    about: 'LUG',
    by: 4,
    hoursAgo: 8,
    to: [0],
    text: '@陈思远 KLM’s page says 55 × 35 × 25. Ours is 38 wide: say “most low-cost carriers”, not “European airlines”.',
  },
  {
    about: 'BIB',
    by: 3,
    hoursAgo: 33,
    to: [0],
    text: '@陈思远 “绝对无毒”四个字只要出现在任何一张图上，美国站就会下架。',
  },
  {
    about: 'BLK',
    by: 4,
    hoursAgo: 90,
    to: [1],
    text: '@林小满 Module 4: how loud is it on a wooden floor? Module 5: which sets does it join?',
  },
  {
    about: 'STM',
    by: 2,
    hoursAgo: 5,
    to: [0],
    text: '@陈思远 阿语页面从右往左，前后对比图要不要左右换过来？',
  },
]
