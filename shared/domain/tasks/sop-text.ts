/**
 * A version of the team's own SOP as the text it is stored and named by (docs/decisions.md, 29), and reading it back. Total:
 * what cannot be read says why. Left out: whether a version holds (judge-sop.ts), which is current (records/sop-versions.ts).
 */
import { digest } from 'lib0/hash/sha256'
import * as z from 'zod/mini'
import { memberFunctions } from '#shared/lib/access.ts'
import { bytesToBase32, type WorkspaceId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import {
  activations,
  doingOf,
  dutyRules,
  pathNames,
  stageDoings,
  type Sop,
  type SopCheck,
  type SopStage,
} from './sop.ts'

/** What a version is without its name, which is its text's hash. */
export type SopContent = Omit<Sop, 'id'>

const version = 1

export type SopRead =
  | { readonly kind: 'sop'; readonly sop: Sop }
  /** Written by an app newer than this one. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable' }

/** The same content in one workspace is the same text, whoever writes it. */
export function writeSopText(content: SopContent, workspace: WorkspaceId): string {
  const { reworkRounds, translating, passedAfter, stages, paths, hours } = content
  return JSON.stringify({
    ...{ v: version, workspace, duties: content.duties ?? 'solo', reworkRounds },
    ...{ translating, passedAfter, stages: stages.map((stage) => stageIn(content, stage)) },
    paths: Object.fromEntries(pathNames.map((name) => [name, paths[name]])),
    hours: sorted(hours, (own) => sorted(own, (one) => one)),
  })
}

export const sopIdOf = (text: string): string =>
  bytesToBase32(hashOf(`asterism sop 1\n${text}`).subarray(0, 16))

/** SHA-256 of the text: what a publication vouches for. */
export const sopHashOf = (text: string): Uint8Array => hashOf(text)

export function readSopText(text: string): SopRead {
  if (text.length > limits.sopTextCharacters) return { kind: 'unreadable' }
  const value = parsedJson(text)
  const head = z.safeParse(headSchema, value)
  if (!head.success) return { kind: 'unreadable' }
  if (head.data.v > version) return { kind: 'newer' }
  const read = z.safeParse(contentSchema, value)
  if (!read.success) return { kind: 'unreadable' }
  // Absent and undefined are one to readers; what was checked is what a version is.
  return { kind: 'sop', sop: { ...(read.data as SopContent), id: sopIdOf(text) } }
}

const id = z.string().check(z.regex(/^[a-z][a-z-]{1,31}$/))
const words = z.string().check(z.maxLength(limits.sopTextCharacters))
const kind = z.enum(['image', 'video', 'copy', 'mixed'])
const job = z.enum(memberFunctions)
const hours = z.number().check(z.minimum(0))
const check = z.object({
  ...{ id, zh: words, en: words, kinds: z.optional(z.array(kind)) },
  isLater: z.optional(z.literal(true)),
})
const headSchema = z.object({ v: z.int().check(z.minimum(1)) })
const contentSchema = z.object({
  duties: z.enum(dutyRules),
  reworkRounds: z.int().check(z.minimum(0)),
  translating: z.string(),
  passedAfter: z.string(),
  stages: z.array(
    z.object({
      ...{ id, zh: words, en: words, hours, entry: z.array(check), exit: z.array(check) },
      does: z.enum(stageDoings),
      owner: z.nullable(z.union([job, z.record(kind, job)])),
      activation: z.enum(activations),
    }),
  ),
  paths: z.object({ master: z.array(id), adaptation: z.array(id), whole: z.array(id) }),
  hours: z.record(id, z.record(id, hours)),
})

function stageIn(sop: SopContent, stage: SopStage): unknown {
  const { id: stageId, zh, en, owner, activation, hours: usual, entry, exit } = stage
  return {
    ...{ id: stageId, zh, en, does: doingOf(sop, stage) },
    owner:
      owner === null || typeof owner === 'string'
        ? owner
        : { image: owner.image, video: owner.video, copy: owner.copy, mixed: owner.mixed },
    ...{ activation, hours: usual, entry: entry.map(checkIn), exit: exit.map(checkIn) },
  }
}

const checkIn = ({ id: checkId, zh, en, kinds, isLater }: SopCheck): unknown => ({
  ...{ id: checkId, zh, en },
  ...(kinds === undefined ? {} : { kinds }),
  ...(isLater === undefined ? {} : { isLater }),
})

const sorted = <T>(
  record: Readonly<Record<string, T>>,
  each: (value: T) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => [key, each(value)]),
  )

const hashOf = (text: string): Uint8Array => digest(new TextEncoder().encode(text))

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
