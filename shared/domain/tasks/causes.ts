/** Why a task is sent back: one list used everywhere (R1). A data table; ids never change. */
import type { CauseId } from '#shared/lib/causes.ts'

export interface Cause {
  readonly id: CauseId
  readonly zh: string
  readonly en: string
  readonly hint: { readonly zh: string; readonly en: string }
}

/** Of these a field of the brief can be at fault. */
export const ofTheBrief: readonly CauseId[] = [
  'brief-missing',
  'brief-changed',
  'brief-not-followed',
  'new-request',
]

export const causeById = (id: CauseId): Cause => {
  const found = causes.find((cause) => cause.id === id)
  if (found === undefined) throw new RangeError(`no cause ${id}`)
  return found
}

export const causes: readonly Cause[] = [
  {
    id: 'brief-missing',
    zh: '需求缺信息',
    en: 'Brief missing',
    hint: {
      zh: '需求单没写，制作人无从得知',
      en: 'The brief did not say it; the maker could not know',
    },
  },
  {
    id: 'brief-changed',
    zh: '需求变更',
    en: 'Brief changed',
    hint: { zh: '开工后需求单改过', en: 'The brief was edited after work began' },
  },
  {
    id: 'brief-not-followed',
    zh: '未按需求',
    en: 'Brief not followed',
    hint: { zh: '需求单写了但没做到', en: 'The brief said it and it was not done' },
  },
  {
    id: 'new-request',
    zh: '新增要求',
    en: 'New request',
    hint: { zh: '不改原需求，另加内容', en: 'Not a correction: something more is wanted' },
  },
  {
    id: 'visual',
    zh: '画面问题',
    en: 'Visual',
    hint: {
      zh: '构图、光线、抠图、层级、节奏',
      en: 'Composition, light, cut-out, hierarchy, pacing',
    },
  },
  {
    id: 'copy-or-translation',
    zh: '文案或翻译',
    en: 'Copy or translation',
    hint: {
      zh: '错译、生硬、错别字、术语不符',
      en: 'Mistranslation, stiff wording, typo, wrong term',
    },
  },
  {
    id: 'platform-rule',
    zh: '平台规则',
    en: 'Platform rule',
    hint: { zh: '违反某平台规则，请引用规则编号', en: 'Breaks a platform rule; cite the rule id' },
  },
  {
    id: 'size-or-format',
    zh: '尺寸或格式',
    en: 'Size or format',
    hint: {
      zh: '像素、比例、大小、命名、容器不对',
      en: 'Pixels, ratio, weight, name or container wrong',
    },
  },
  {
    id: 'rights-or-culture',
    zh: '版权或文化',
    en: 'Rights or culture',
    hint: { zh: '授权不明，或当地忌讳', en: 'Licence unclear, or a local taboo' },
  },
  {
    id: 'reviewers-disagree',
    zh: '审核意见不一',
    en: 'Reviewers disagree',
    hint: { zh: '两位审核要求相反', en: 'Two reviewers ask for opposite things' },
  },
]
