/**
 * The SOP that comes with the app, good enough to begin with. A data table that never changes: a better one is a version of
 * its own. Until sign-offs and findings exist a gate counts its checklist; what the app will look at itself is marked.
 */
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import type { MemberFunction } from '#shared/lib/access.ts'
import { serviceHours } from './service-hours.ts'
import type { Sop } from './sop.ts'

const maker: Readonly<Record<DeliverableKind, MemberFunction>> = {
  image: 'designer',
  video: 'video-editor',
  copy: 'operations',
  mixed: 'designer',
}

const toDeliver = ['compliance', 'platform-adaptation', 'final-review', 'handed-off'] as const

export const defaultSop: Sop = {
  id: 'default-1',
  reworkRounds: 2,
  translating: 'localisation',
  passedAfter: 'cross-review',
  hours: serviceHours,
  paths: {
    master: ['planning', 'draft', 'cross-review', 'passed'],
    adaptation: ['localisation', ...toDeliver],
    whole: ['planning', 'draft', 'cross-review', 'localisation', ...toDeliver],
  },
  stages: [
    {
      id: 'planning',
      zh: '策划',
      en: 'Planning',
      owner: 'operations',
      activation: 'created',
      hours: 4,
      entry: [{ id: 'brief-accepted', zh: '需求单已接收', en: 'The brief is accepted' }],
      exit: [
        {
          id: 'competitor-research',
          zh: '竞品调研做好了，有截图和说明',
          en: 'Competitor research is done, with screenshots and notes',
        },
        {
          id: 'slot-plan',
          zh: '位置规划做好了，前 3 个卖点都有落点',
          en: 'The slot plan is done; selling points 1–3 each have a slot',
        },
        {
          id: 'timed-script',
          zh: '脚本带时间轴，0–3 秒写明了钩子',
          en: 'The script is timed and names its hook within 0–3 s',
          kinds: ['video'],
        },
      ],
    },
    {
      id: 'draft',
      zh: '初稿',
      en: 'Draft',
      owner: maker,
      activation: 'previous',
      hours: 8,
      entry: [{ id: 'slot-plan', zh: '位置规划可用', en: 'The slot plan is there' }],
      exit: [
        { id: 'version-there', zh: '至少有一个版本', en: 'There is at least one version' },
        { id: 'ai-use-declared', zh: '说明了有没有用 AI', en: 'AI use is declared' },
        {
          id: 'fonts-and-pictures',
          zh: '自检：字体和图片都有授权',
          en: 'Self-check: fonts and pictures are licensed',
        },
        {
          id: 'size-and-format',
          zh: '自检：尺寸和格式符合平台要求',
          en: 'Self-check: size and format are what the platform asks',
        },
        {
          id: 'mobile-view',
          zh: '自检：手机上看得清',
          en: 'Self-check: readable on a phone',
        },
      ],
    },
    {
      id: 'cross-review',
      zh: '交叉审',
      en: 'Cross review',
      owner: 'operations',
      activation: 'previous',
      hours: 4,
      entry: [{ id: 'self-check', zh: '自检已完成', en: 'The self-check is done' }],
      exit: [
        {
          id: 'brief-followed',
          zh: '对照需求单看过，卖点都在',
          en: 'Read against the brief; the selling points are there',
        },
        { id: 'no-must-fix', zh: '没有未解决的必改意见', en: 'No must-fix is open' },
        {
          id: 'other-person',
          zh: '由制作人以外的人签核',
          en: 'Signed off by somebody other than the maker',
          isLater: true,
        },
        {
          id: 'checks-clean',
          zh: '自动检查没有必改项',
          en: 'Automatic checks find nothing that must be fixed',
          isLater: true,
        },
      ],
    },
    {
      id: 'passed',
      zh: '已通过',
      en: 'Passed',
      owner: null,
      activation: 'previous',
      hours: 0,
      entry: [],
      exit: [],
    },
    {
      id: 'localisation',
      zh: '本地化',
      en: 'Localisation',
      owner: 'translator',
      activation: 'master-passed',
      hours: 6,
      entry: [{ id: 'master-passed', zh: '母版已通过', en: 'Its master has passed' }],
      exit: [
        { id: 'translated', zh: '每个语段都译好了', en: 'Every segment is translated' },
        { id: 'native-polish', zh: '母语者润色过', en: 'Polished by a native speaker' },
        {
          id: 'language-clean',
          zh: '语言检查没有必改项',
          en: 'Language checks find nothing that must be fixed',
          isLater: true,
        },
      ],
    },
    {
      id: 'compliance',
      zh: '合规',
      en: 'Compliance',
      owner: 'quality',
      activation: 'previous',
      hours: 4,
      entry: [{ id: 'content-frozen', zh: '内容已冻结', en: 'The content is frozen' }],
      exit: [
        {
          id: 'culture-and-rights',
          zh: '文化、敏感信息、版权清单都看过',
          en: 'Culture, sensitive information and rights are looked through',
        },
        {
          id: 'licences',
          zh: '字体、图片、音乐授权有效',
          en: 'Licences of fonts, pictures and music are valid',
        },
        {
          id: 'must-findings',
          zh: '检查项没有未处理的必改项',
          en: 'No finding that must be fixed is open',
          isLater: true,
        },
      ],
    },
    {
      id: 'platform-adaptation',
      zh: '平台适配',
      en: 'Platform adaptation',
      owner: maker,
      activation: 'previous',
      hours: 3,
      entry: [{ id: 'compliance-passed', zh: '合规已通过', en: 'Compliance is passed' }],
      exit: [
        { id: 'renditions', zh: '各规格成品都生成了', en: 'Every rendition is made' },
        { id: 'mobile-seen', zh: '在手机上看过', en: 'Seen on a phone' },
      ],
    },
    {
      id: 'final-review',
      zh: '终审',
      en: 'Final review',
      owner: 'reviewer',
      activation: 'previous',
      hours: 4,
      entry: [
        {
          id: 'set-complete',
          zh: '这一款在这个平台和语言的素材都到了',
          en: 'All assets of this product for this platform and language are here',
        },
      ],
      exit: [
        { id: 'set-seen', zh: '整套素材一起看过', en: 'The whole set is looked at together' },
        { id: 'sources', zh: '可编辑源文件已上传', en: 'Editable source files are uploaded' },
        { id: 'set-signed', zh: '整套签核', en: 'The set is signed off', isLater: true },
        { id: 'two-tags', zh: '打了两个标签', en: 'Two tags are given', isLater: true },
      ],
    },
    {
      id: 'handed-off',
      zh: '已交付',
      en: 'Handed off',
      owner: null,
      activation: 'previous',
      hours: 0,
      entry: [],
      exit: [],
    },
  ],
}
