/** One invented product line as a seller would file it, in the language of the person who files. */

export interface Theme {
  readonly language: 'zh' | 'en'
  readonly code: string
  readonly title: string
  /** A category's id. */
  readonly category: string
  readonly product: string
  readonly variants: readonly (readonly [code: string, name: string])[]
  readonly weightGrams: number
  /** In order; each with what proves it, '' where nothing does yet. */
  readonly points: readonly (readonly [text: string, proof: string])[]
  /** The first leads. */
  readonly targets: readonly (readonly [platform: string, market: string, locale: string])[]
  readonly deliverables: readonly (readonly [id: string, quantity: number])[]
  readonly references: readonly (readonly [address: string, learn: string, avoid: string])[]
  readonly audience: string
  readonly tone: string
  /** Limits that hold, and what must not be claimed. */
  readonly limits: readonly string[]
  readonly claims: readonly string[]
  readonly facts: readonly (readonly [name: string, value: string, unit: string])[]
  readonly photos: readonly string[]
  /** Where a shoot is wanted, '' where none is. */
  readonly shoot: string
  /** What is seen and heard in the first three seconds, where a video is wanted. */
  readonly hook?: string
  readonly notes: readonly string[]
  /** What has become of it, the last step's reason with it. */
  readonly flow: readonly (readonly [
    outcome: 'submitted' | 'accepted' | 'returned',
    reason: string,
  ])[]
}
