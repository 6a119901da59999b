/** The parts of a brief as people speak of them, and which part a command or a root of the document is about. */
import { sentenceNames, type DetailName, type SentenceName } from '#shared/domain/briefs/details.ts'
import { listNames, type ListName } from '#shared/domain/briefs/lists.ts'

export const briefParts = [
  'title',
  'products',
  'targets',
  'points',
  ...listNames,
  ...sentenceNames,
  'design',
  'shoot',
  'sourceLanguage',
  'leadTarget',
  'video',
  'ads',
  'keywords',
  'meant',
  'wantedBy',
  'rush',
  'notes',
] as const
export type BriefPart = (typeof briefParts)[number]

export const partOfDetail: Readonly<Record<DetailName, BriefPart>> = {
  sourceLanguage: 'sourceLanguage',
  leadTarget: 'leadTarget',
  shoot: 'shoot',
  shootPlace: 'shoot',
  sampleArrives: 'shoot',
  designRules: 'design',
  brandKit: 'design',
  brandFile: 'design',
  noLimitsKnown: 'limits',
  videoSeconds: 'video',
  videoAspect: 'video',
  adPlacement: 'ads',
  adMetric: 'ads',
  notSaidLive: 'offers',
}

/** Null for a command this version does not know. `fields` as the note tells them. */
export function partOfCommand(command: string, fields: readonly string[]): BriefPart | null {
  if (command === 'setDetail') {
    const [name = ''] = fields
    return Object.hasOwn(partOfDetail, name) ? partOfDetail[name as DetailName] : null
  }
  return partByCommand.get(command) ?? null
}

/** Of a root whose every key is about one part; null for the others. */
export const partOfRoot = (root: string): BriefPart | null => {
  if (root === 'text:notes') return 'notes'
  if (root === 'short') return 'title'
  return roots.find((one) => one === root) ?? null
}

const roots = ['products', 'targets', 'points', ...listNames, 'keywords', 'meant'] as const

const listCommands: Readonly<Record<ListName, string>> = {
  deliverables: 'Deliverable',
  facts: 'Fact',
  references: 'Reference',
  photos: 'Photo',
  limits: 'Limit',
  modules: 'Module',
  terms: 'Term',
  offers: 'Offer',
}

/** The name of a command of a list, such as `addFact`; it stands in notes and never changes. */
export const listCommand = (
  act: 'add' | 'set' | 'move' | 'remove' | 'paste',
  list: ListName,
): string => `${act}${listCommands[list]}`

/** Such as `setAudience`. */
export const sentenceCommand = (act: 'set' | 'choose', name: SentenceName): string =>
  `${act}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`

const partByCommand: ReadonlyMap<string, BriefPart> = new Map<string, BriefPart>([
  ['setTitle', 'title'],
  ['chooseTitle', 'title'],
  ['setWantedBy', 'wantedBy'],
  ['setRush', 'rush'],
  ['toggleTarget', 'targets'],
  ['addPoint', 'points'],
  ['setPointText', 'points'],
  ['setPointProof', 'points'],
  ['choosePointText', 'points'],
  ['movePoint', 'points'],
  ['removePoint', 'points'],
  ['pastePoints', 'points'],
  ['addProduct', 'products'],
  ['setProductField', 'products'],
  ['moveProduct', 'products'],
  ['removeProduct', 'products'],
  ['pasteProducts', 'products'],
  ['setKeywords', 'keywords'],
  ['meanExactly', 'meant'],
  ...sentenceNames.flatMap((name) =>
    (['set', 'choose'] as const).map((act) => [sentenceCommand(act, name), name] as const),
  ),
  ...listNames.flatMap((list) =>
    (['add', 'set', 'move', 'remove', 'paste'] as const).map(
      (act) => [listCommand(act, list), list] as const,
    ),
  ),
])
