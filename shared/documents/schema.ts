/**
 * Each kind of document's root types as data: names, kinds, key patterns and field types, fixed in docs/decisions.md parts 2, 13, 19, 23, 28, 29 and 34. Their meaning
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
  | 'said-day'
  | 'holiday-place'
  | 'design-rules'
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
  fields: {
    kind: 'map',
    keys: '<field>',
    fields: {
      wantedBy: 'date',
      rush: 'rush',
      sourceLanguage: 'text',
      leadTarget: 'text',
      shoot: 'flag',
      shootPlace: 'text',
      sampleArrives: 'date',
      designRules: 'design-rules',
      brandKit: 'text',
      brandFile: 'text',
      noLimitsKnown: 'flag',
      videoSeconds: 'number',
      videoAspect: 'text',
      adPlacement: 'text',
      adMetric: 'text',
      notSaidLive: 'text',
    },
  },
  short: {
    kind: 'map',
    keys: '<base>/~<writer>',
    fields: {
      title: 'candidate',
      audience: 'candidate',
      tone: 'candidate',
      hook: 'candidate',
      brandStory: 'candidate',
      adHypothesis: 'candidate',
    },
  },
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
      barcode: 'text',
      note: 'text',
      order: 'order-key',
      gone: 'known-clocks',
    },
  },
  points: {
    kind: 'map',
    keys: '<row>/<field>, <row>/<base>/~<writer>',
    fields: {
      text: 'candidate',
      proof: 'text',
      proofFile: 'text',
      order: 'order-key',
      gone: 'known-clocks',
    },
  },
  deliverables: {
    kind: 'map',
    keys: '<catalogue id>/<field>',
    fields: { quantity: 'number', complexity: 'text', order: 'order-key', gone: 'known-clocks' },
  },
  facts: {
    kind: 'map',
    keys: '<row>/<field>',
    fields: {
      name: 'text',
      value: 'text',
      unit: 'text',
      file: 'text',
      order: 'order-key',
      gone: 'known-clocks',
    },
  },
  references: {
    kind: 'map',
    keys: '<row>/<field>',
    fields: {
      address: 'text',
      picture: 'text',
      learn: 'text',
      avoid: 'text',
      order: 'order-key',
      gone: 'known-clocks',
    },
  },
  photos: {
    kind: 'map',
    keys: '<row>/<field>',
    fields: { text: 'text', file: 'text', order: 'order-key', gone: 'known-clocks' },
  },
  limits: {
    kind: 'map',
    keys: '<row>/<field>',
    fields: { text: 'text', claim: 'flag', order: 'order-key', gone: 'known-clocks' },
  },
  modules: {
    kind: 'map',
    keys: '<row>/<field>',
    fields: { deliverable: 'text', purpose: 'text', order: 'order-key', gone: 'known-clocks' },
  },
  keywords: {
    kind: 'map',
    keys: '<market>.<locale>/<field>',
    fields: { terms: 'text', source: 'text' },
  },
  terms: {
    kind: 'map',
    keys: '<row>/<field>',
    fields: {
      term: 'text',
      never: 'flag',
      note: 'text',
      order: 'order-key',
      gone: 'known-clocks',
    },
  },
  offers: {
    kind: 'map',
    keys: '<row>/<field>',
    fields: { product: 'text', price: 'text', order: 'order-key', gone: 'known-clocks' },
  },
  meant: { kind: 'map', keys: '<check>/<field>', fields: { reason: 'text' } },
  files: {
    kind: 'map',
    keys: '<file>/<field>',
    fields: { name: 'text', type: 'text', size: 'number' },
  },
  targets: { kind: 'map', keys: '<platform>.<market>.<locale>/<field>', fields: { on: 'flag' } },
  'text:notes': { kind: 'xml' },
} as const satisfies Record<string, RootSchema>

/** A template has the brief's roots; `retired`: it is not offered any more. */
export const templateSchema = {
  ...briefSchema,
  fields: { ...briefSchema.fields, fields: { ...briefSchema.fields.fields, retired: 'flag' } },
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
  phrases: { kind: 'map', keys: '<phrase>.<language>/<field>', fields: { text: 'text' } },
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
      holidays: 'holiday-place',
    },
  },
  days: { kind: 'map', keys: '<day>/<field>', fields: { said: 'said-day' } },
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

/** A step is a stage of its SOP; `round`: how often the task had been sent back. */
export const taskSchema = {
  fields: {
    kind: 'map',
    keys: '<field>',
    fields: {
      brief: 'text',
      product: 'text',
      sku: 'text',
      name: 'text',
      deliverable: 'text',
      ordinal: 'number',
      platform: 'text',
      market: 'text',
      locale: 'text',
      sop: 'text',
      path: 'text',
      translates: 'flag',
      snapshot: 'text',
      contentHash: 'text',
      wantedBy: 'date',
      retired: 'flag',
      dueOn: 'date',
    },
  },
  owners: { kind: 'map', keys: '<step>/<field>', fields: { member: 'text' } },
  ticks: { kind: 'map', keys: '<step>.<check>.<round>/<field>', fields: { on: 'flag' } },
  tags: { kind: 'map', keys: '<kind>.<word>/<field>', fields: { on: 'flag' } },
  waits: { kind: 'map', keys: '<topic>/<field>', fields: { on: 'flag' } },
} as const satisfies Record<string, RootSchema>

/** Named by the hash of its text, and written once (docs/decisions.md, 29). */
export const sopSchema = {
  fields: { kind: 'map', keys: '<field>', fields: { text: 'text' } },
} as const satisfies Record<string, RootSchema>

/** A key is one of shared/domain/estimates/price-keys.ts. */
export const pricesSchema = {
  fields: { kind: 'map', keys: '<field>', fields: { currency: 'text' } },
  prices: { kind: 'map', keys: '<price>/<field>', fields: { value: 'number' } },
} as const satisfies Record<string, RootSchema>

/** Beside a brief: what was chosen for its estimate, and vendors' quotes; `chosen` is the row of one. */
export const costsSchema = {
  fields: {
    kind: 'map',
    keys: '<field>',
    fields: {
      vendorShare: 'number',
      variants: 'number',
      shoot: 'text',
      legal: 'flag',
      local: 'flag',
      chosen: 'text',
    },
  },
  quotes: {
    kind: 'map',
    keys: '<row>/<field>',
    fields: {
      vendor: 'text',
      amount: 'number',
      currency: 'text',
      hours: 'number',
      validUntil: 'date',
      note: 'text',
      order: 'order-key',
      gone: 'known-clocks',
    },
  },
} as const satisfies Record<string, RootSchema>

export type BriefRoot = keyof typeof briefSchema
export type BriefMap = Exclude<BriefRoot, 'text:notes'>
export type RootMap =
  | BriefMap
  | keyof typeof workspaceSchema
  | keyof typeof personSchema
  | keyof typeof taskSchema
  | keyof typeof sopSchema
  | keyof typeof pricesSchema
  | keyof typeof costsSchema

/** The highest rich-text schema this build can edit; a document's own stands at `meta/textSchema`. */
export const TEXT_SCHEMA = 1
