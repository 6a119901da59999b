/** What saved views ask of this person's desk; the app binds it. */
export interface NamedView {
  readonly id: string
  readonly name: string
  /** Path and search. */
  readonly address: string
}

export interface SavedCalls {
  list(): readonly NamedView[]
  /** False: there are as many as there may be, or it has no name. */
  save(view: Omit<NamedView, 'id'> & { readonly id?: string }): boolean
  remove(id: string): void
  /** Where one is now. */
  address(): string
  open(address: string): void
}
