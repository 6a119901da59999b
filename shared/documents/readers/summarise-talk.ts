/** A talk's row for lists and the inbox: how many comments, and of the newest what each of its writers claims. */
import type * as Y from 'yjs'
import {
  lineCharacters,
  linesKept,
  partyKept,
  type Claim,
  type Party,
  type TalkLine,
  type TalkSummary,
} from '#shared/domain/talk/talk-summary.ts'
import { firstCharacters } from '#shared/domain/talk/first-characters.ts'
import type { CommentId } from '#shared/lib/ids.ts'
import { broughtSetter } from './brought-writers.ts'
import { readEntries, type TalkEntry } from './talk-entries.ts'

export function summariseTalk(doc: Y.Doc): TalkSummary {
  const entries = readEntries(doc)
  const newest = entries.slice(-linesKept).reverse()
  const threads = new Set(newest.map(({ thread }) => thread))
  return {
    kind: 'talk',
    count: entries.length,
    lines: newest.map((entry) => ({ ...lineOf(entry), ...broughtIn(doc, entry) })),
    parties: [...threads].map((thread) => partyOf(thread, entries)),
  }
}

function broughtIn(doc: Y.Doc, { client }: TalkEntry): Pick<TalkLine, 'brought'> {
  const setter = broughtSetter(doc, client)
  return setter === null ? {} : { brought: setter }
}

function lineOf({ id, thread, wordings }: TalkEntry): TalkLine {
  const claims = new Map<number, Claim>()
  const [first] = wordings
  // The first wording stands for its author until one that edited.
  for (const { client, wording } of wordings) {
    claims.delete(client)
    claims.set(client, {
      client,
      text: firstCharacters((wording?.text ?? '').replaceAll('\n', ' '), lineCharacters),
      mentions: (wording?.mentions ?? []).map(({ member }) => member),
    })
  }
  const all = [...claims.values()]
  const author = all.find(({ client }) => client === first?.client)
  const kept = all.slice(-4)
  return {
    id,
    thread: thread === id ? null : thread,
    at: first?.wording?.at ?? 0,
    claims: author === undefined || kept.includes(author) ? kept : [author, ...kept.slice(-3)],
  }
}

function partyOf(thread: CommentId, entries: readonly TalkEntry[]): Party {
  const own = entries.filter((entry) => entry.thread === thread)
  const asked = own.flatMap(({ wordings }) =>
    wordings.flatMap(({ wording }) => (wording?.mentions ?? []).map(({ member }) => member)),
  )
  return {
    thread,
    clients: [...new Set(own.map(({ client }) => client))].slice(-partyKept),
    asked: [...new Set(asked)].slice(-partyKept),
  }
}
