/** What the tabs of one device tell each other over their line. Anything else is passed over: it may be a newer app's. */
import * as z from 'zod/mini'
import { docNameSchema } from '#shared/protocol/names.ts'

export const tabMessage = z.union([
  z.object({
    stored: docNameSchema,
    left: z.optional(z.boolean()),
    refused: z.optional(z.boolean()),
  }),
  z.object({ lead: z.enum(['asks', 'leads']) }),
  /** What is open, asked and answered, before documents are let go. */
  z.object({ open: z.union([z.literal('asked'), z.array(docNameSchema)]) }),
  /** Rows of the list were made anew, or their documents were let go. */
  z.object({ listed: z.array(docNameSchema) }),
  /** The desk: an update of it, or what somebody who starts has of it. */
  z.object({ desk: z.instanceof(Uint8Array) }),
  z.object({ deskSoFar: z.instanceof(Uint8Array) }),
])
export type DeskMessage = { readonly desk: Uint8Array } | { readonly deskSoFar: Uint8Array }
