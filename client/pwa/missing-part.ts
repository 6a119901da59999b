/** Whether a page failed because one of the app's own files could not be fetched: an old page after an update, or no network. */
const messages =
  /dynamically imported module|Importing a module script failed|Unable to preload CSS|module script/i

export const isPartMissing = (fault: unknown): boolean =>
  fault instanceof Error && messages.test(fault.message)
