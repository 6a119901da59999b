/** What the tabs of one device tell each other over their line. Anything else is passed over: it may be a newer app's. */
import * as z from 'zod/mini'
import type { DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'

const names = z.array(docNameSchema)
const bytes = z.instanceof(Uint8Array)

const tabMessage = z.partial(
  z.object({
    /** A document was written; `left`: put down as a page ended; `refused`: something was taken out of it. */
    stored: docNameSchema,
    left: z.boolean(),
    refused: z.boolean(),
    lead: z.enum(['asks', 'leads']),
    /** What is open, asked and answered, before documents are let go. */
    open: z.union([z.literal('asked'), names]),
    /** Rows of the list were made anew, or their documents were let go. */
    listed: names,
    /** Many documents were made at once. */
    many: z.literal('stored'),
    /** A copy that differed was kept. */
    kept: z.literal(true),
    /** Records were made, or the relay spoke of them. */
    records: z.literal(true),
    /** What the member may do was told anew. */
    standing: z.literal(true),
    /** Files came, went or were sent. */
    files: z.literal(true),
    /** An update of the desk, or what somebody who starts has of it. */
    desk: bytes,
    deskSoFar: bytes,
  }),
)
export interface DeskMessage {
  readonly desk?: Uint8Array | undefined
  readonly deskSoFar?: Uint8Array | undefined
}

/** What a page left as it was hidden is its own to write for so long. */
export const leftMs = 1_000

/** What a tab does about each. */
export interface TabHearing {
  lead(said: 'asks' | 'leads'): void
  open(said: 'asked' | readonly DocName[]): void
  listed(names: readonly DocName[]): void
  kept(): void
  many(): void
  left(): void
  stored(name: DocName, wasRefused: boolean): void
  records(): void
  standing(): void
  files(): void
  desk(said: DeskMessage): void
}

export function hearTab(message: unknown, hearing: TabHearing): void {
  const parsed = z.safeParse(tabMessage, message)
  if (!parsed.success) return
  const said = parsed.data
  if (said.lead !== undefined) hearing.lead(said.lead)
  if (said.open !== undefined) hearing.open(said.open)
  if (said.listed !== undefined) hearing.listed(said.listed)
  if (said.kept === true) hearing.kept()
  if (said.many !== undefined) hearing.many()
  if (said.left === true) hearing.left()
  else if (said.stored !== undefined) hearing.stored(said.stored, said.refused === true)
  if (said.records === true) hearing.records()
  if (said.standing === true) hearing.standing()
  if (said.files === true) hearing.files()
  hearing.desk(said)
}

type Open = 'asked' | readonly DocName[]

/** What other tabs have open: answers them, and asks them; what they answer goes to whoever asked last. */
export function createWhatIsOpen(
  names: () => readonly DocName[],
  post: (open: Open) => void,
): { heard(open: Open): void; ask(heard: (open: readonly DocName[]) => void): void } {
  let tell = (_open: readonly DocName[]): void => undefined
  return {
    heard(open) {
      if (open === 'asked') post(names())
      else tell(open)
    },
    ask(heard) {
      tell = heard
      post('asked')
    },
  }
}
