/** What goes wrong with tasks (T5), as people choose it. A data table; ids never change. */
import type { TroubleId } from '#shared/lib/troubles.ts'

export interface Trouble {
  readonly id: TroubleId
  readonly zh: string
  readonly en: string
  readonly hint: { readonly zh: string; readonly en: string }
}

export const troubles: readonly Trouble[] = [
  {
    id: 'delay',
    zh: '要延期',
    en: 'It will be late',
    hint: { zh: '样品、素材或人没到位', en: 'A sample, material or a person is missing' },
  },
  {
    id: 'wrong-translation',
    zh: '翻译有错',
    en: 'Wrong translation',
    hint: { zh: '已经往下走了才发现', en: 'Found after it had moved on' },
  },
  {
    id: 'missed-check',
    zh: '漏检',
    en: 'A check was missed',
    hint: { zh: '勾了，其实没做或没做到', en: 'Ticked, and not done or not so' },
  },
  {
    id: 'platform-warning',
    zh: '平台警告或下架',
    en: 'Platform warning or takedown',
    hint: { zh: '写上平台给的编号', en: 'Cite the number the platform gives' },
  },
  {
    id: 'creator-did-not-deliver',
    zh: '达人没交',
    en: 'The creator did not deliver',
    hint: { zh: '到期没有收到', en: 'Nothing came by the day agreed' },
  },
  {
    id: 'other',
    zh: '别的事',
    en: 'Something else',
    hint: { zh: '写一句发生了什么', en: 'Say in a line what happened' },
  },
]

export const troubleById = (id: TroubleId): Trouble => {
  const found = troubles.find((trouble) => trouble.id === id)
  if (found === undefined) throw new RangeError(`no trouble ${id}`)
  return found
}
