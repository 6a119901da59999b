/** What the demo's people say when they send a task back or wait: a data table, in the language each would write in. */
import type { CauseId } from '#shared/lib/causes.ts'

/** More than once: it happens more often. */
export const demoCauses: readonly (readonly [
  cause: CauseId,
  reason: string,
  field: string | null,
])[] = [
  ['visual', '主体偏小，占不到画面的八成五', null],
  ['visual', 'The shadow falls on the logo. Please move the light or the cup.', null],
  ['visual', '白底发灰，再提一档', null],
  ['brief-not-followed', '第二个卖点没出现，需求单写在第二位', null],
  [
    'brief-not-followed',
    'The brief asks for the size in centimetres, the picture shows inches only.',
    null,
  ],
  ['brief-missing', '内长没给，画不了尺寸图', 'facts'],
  ['brief-missing', 'Which certificate covers this claim? The brief does not say.', 'limits'],
  ['copy-or-translation', '“防水”译成了 waterproof，我们只有防泼水', null],
  [
    'copy-or-translation',
    'Reads like a dictionary. A German buyer would write “läuft nicht aus”.',
    null,
  ],
  ['platform-rule', '主图上有文字，亚马逊会下架', null],
  ['size-or-format', '短边只有 900 像素，放不大', null],
  ['new-request', '老板想再加一张和竞品的对比图', null],
]

/** `on` is a place among the demo's people. */
export const demoWaits: readonly (readonly [reason: string, on: number])[] = [
  ['等样品到了补拍', 0],
  ['等工厂发规格书', 0],
  ['Waiting for the certificate from the lab', 3],
  ['等法务确认这句能不能说', 3],
  ['Waiting for the street scene, the light is right on Thursday', 6],
]
