/** The words the notes editor shows; its caller hands them over in the reader's language. */
export interface NotesWords {
  readonly notes: string
  readonly notesPlaceholder: string
  /** The text needs a newer app: it can be read and not edited. */
  readonly notesOlder: string
  readonly bold: string
  readonly heading: string
  readonly bulletList: string
  readonly orderedList: string
  readonly link: string
  readonly linkPrompt: string
  readonly linkDone: string
  readonly linkCancel: string
  /** The address is none that may be opened. */
  readonly linkWrong: string
  readonly linkTooLong: (most: number) => string
}
