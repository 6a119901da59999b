/**
 * What a shipped template brings into a new brief: where it sells, what is made, what holds for such goods. It leaves to the
 * person what only they know: products, selling points, references, audience. Left out: a team's own templates, which are
 * documents.
 */
export interface Both {
  readonly zh: string
  readonly en: string
}

export interface ShippedTemplate {
  readonly id: string
  readonly name: Both
  /** For whom, in one line. */
  readonly about: Both
  /** A category's id. */
  readonly category: string
  /** The first leads. */
  readonly targets: readonly (readonly [platform: string, market: string, locale: string])[]
  readonly deliverables: readonly (readonly [id: string, quantity: number])[]
  /** By deliverable, in order. */
  readonly modules: readonly (readonly [deliverable: string, purpose: Both])[]
  /** Texts of usual limits, or of their own. */
  readonly limits: readonly Both[]
  readonly claims: readonly Both[]
  readonly video: { readonly seconds: number; readonly aspect: string } | null
  /** Paragraphs of the notes: what to think of. */
  readonly notes: readonly Both[]
}
