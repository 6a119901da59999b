/** Parts that are needed soon, fetched while all is well: on a bad day they may not be there to fetch. */
export function fetchParts(): void {
  Promise.all([
    import('./updates.ts'),
    import('./notes.ts'),
    import('./summarise-stored.ts'),
  ]).catch((fault: unknown) => console.error('parts of the app are missing', fault))
}
