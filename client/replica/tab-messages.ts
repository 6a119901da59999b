/** What the tabs of one device tell each other over their line. Anything else is passed over: it may be a newer app's. */
import * as z from 'zod/mini'
import { docNameSchema } from '#shared/protocol/names.ts'

const names = z.array(docNameSchema)
const bytes = z.instanceof(Uint8Array)

export const tabMessage = z.partial(
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
    /** An update of the desk, or what somebody who starts has of it. */
    desk: bytes,
    deskSoFar: bytes,
  }),
)
export interface DeskMessage {
  readonly desk?: Uint8Array | undefined
  readonly deskSoFar?: Uint8Array | undefined
}
