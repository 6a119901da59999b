/**
 * Each kind of document's root types as data: names, kinds, key patterns and field types, fixed in docs/decisions.md parts 2 and 13. Their meaning
 * never changes; new roots and fields are only added. A test hashes this table, so that every change is seen and argued.
 * Left out: how values merge (readers/) and what people do (commands/).
 */
export type FieldType =
  | 'text'
  | 'number'
  | 'flag'
  | 'date'
  | 'rush'
  | 'order-key'
  | 'known-clocks'
  | 'candidate'
  | 'time-zone'
  | 'time-of-day'
  | 'days'
  | 'wording'
  | 'author'

export type RootSchema =
  | {
      readonly kind: 'map'
      readonly keys: string
      readonly fields: Readonly<Record<string, FieldType>>
    }
  | { readonly kind: 'xml' }

export const briefSchema = {
  meta: { kind: 'map', keys: '<field>', fields: { textSchema: 'number' } },
  fields: { kind: 'map', keys: '<field>', fields: { wantedBy: 'date', rush: 'rush' } },
  short: { kind: 'map', keys: '<base>/~<writer>', fields: { title: 'candidate' } },
  products: {
    kind: 'map',
    keys: '<row>/<field>',
    fields: {
      sku: 'text',
      name: 'text',
      category: 'text',
      handle: 'text',
      options: 'text',
      weightGrams: 'number',
      order: 'order-key',
      gone: 'known-clocks',
    },
  },
  points: {
    kind: 'map',
    keys: '<row>/<field>, <row>/<base>/~<writer>',
    fields: { text: 'candidate', order: 'order-key', gone: 'known-clocks' },
  },
  targets: { kind: 'map', keys: '<platform>.<market>.<locale>/<field>', fields: { on: 'flag' } },
  'text:notes': { kind: 'xml' },
} as const satisfies Record<string, RootSchema>

export const workspaceSchema = {
  fields: {
    kind: 'map',
    keys: '<field>',
    fields: {
      currency: 'text',
      workingDays: 'days',
      pilot: 'flag',
      pilotPlatform: 'text',
      pilotCategory: 'text',
    },
  },
  short: { kind: 'map', keys: '<base>/~<writer>', fields: { name: 'candidate' } },
  scope: { kind: 'map', keys: '<group>.<id>/<field>', fields: { on: 'flag' } },
} as const satisfies Record<string, RootSchema>

export const personSchema = {
  fields: {
    kind: 'map',
    keys: '<field>',
    fields: {
      timeZone: 'time-zone',
      workFrom: 'time-of-day',
      workTo: 'time-of-day',
      workingDays: 'days',
    },
  },
  languages: {
    kind: 'map',
    keys: '<language>/<field>',
    fields: { level: 'number', native: 'flag', testedBy: 'text', testedOn: 'date' },
  },
} as const satisfies Record<string, RootSchema>

export const talkSchema = {
  comments: {
    kind: 'map',
    keys: '<comment>/<field>, <comment>/edit.<revision>.<writer>',
    fields: { said: 'wording', edit: 'wording', resolved: 'known-clocks' },
  },
  brought: { kind: 'map', keys: '<client>/<field>', fields: { by: 'author' } },
} as const satisfies Record<string, RootSchema>

export type BriefRoot = keyof typeof briefSchema
export type BriefMap = Exclude<BriefRoot, 'text:notes'>
export type RootMap = BriefMap | keyof typeof workspaceSchema | keyof typeof personSchema

/** The highest rich-text schema this build can edit; a document's own stands at `meta/textSchema`. */
export const TEXT_SCHEMA = 1
