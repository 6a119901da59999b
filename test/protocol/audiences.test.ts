import { expect, test } from 'vitest'
import {
  accessLevels,
  grantedRights,
  type Access,
  type GrantedRight,
  type MemberFunction,
} from '#shared/lib/access.ts'
import { documentKinds, documentNamed, type DocumentKind } from '#shared/lib/document-kinds.ts'
import { rightOn, type Right, type Standing } from '#shared/protocol/audiences.ts'
import {
  docNameSchema,
  memberIdSchema,
  topicSchema,
  workspaceIdSchema,
} from '#shared/protocol/names.ts'

const member = memberIdSchema.parse('m'.repeat(26))
const workspace = workspaceIdSchema.parse('w'.repeat(26))
const topic = topicSchema.parse('t'.repeat(26))
const other = 'z'.repeat(26)
const NOW = 1_000

type Given = GrantedRight | 'none'
const standingOf = (
  access: Access,
  outside: boolean,
  given: Given,
  expiresAt: number | null,
  functions: readonly MemberFunction[] = [],
): Standing => ({
  member,
  workspace: { id: workspace },
  access,
  outside,
  functions,
  grants: given === 'none' ? [] : [{ topic, right: given, expiresAt }],
})
const right = (standing: Standing, kind: DocumentKind, id: string): Right =>
  rightOn(standing, documentNamed(kind, id), NOW)

/** Written out beside the rule: rows are what a grant gives (none, view, comment, edit). */
const expected: Record<
  'leading' | 'member' | 'viewer' | 'outside' | 'guest',
  {
    brief: readonly Right[]
    talk: readonly Right[]
    task: readonly Right[]
    template: Right
    sop: Right
    workspace: Right
    mine: Right
    theirs: Right
  }
> = {
  leading: {
    brief: ['edit', 'edit', 'edit', 'edit'],
    task: ['edit', 'edit', 'edit', 'edit'],
    talk: ['edit', 'edit', 'edit', 'edit'],
    template: 'edit',
    sop: 'edit',
    workspace: 'edit',
    mine: 'edit',
    theirs: 'edit',
  },
  member: {
    brief: ['edit', 'edit', 'edit', 'edit'],
    task: ['edit', 'edit', 'edit', 'edit'],
    talk: ['edit', 'edit', 'edit', 'edit'],
    template: 'edit',
    sop: 'view',
    workspace: 'view',
    mine: 'edit',
    theirs: 'view',
  },
  viewer: {
    brief: ['view', 'view', 'comment', 'edit'],
    task: ['view', 'view', 'comment', 'edit'],
    talk: ['view', 'view', 'edit', 'edit'],
    template: 'view',
    sop: 'view',
    workspace: 'view',
    mine: 'edit',
    theirs: 'view',
  },
  outside: {
    brief: ['none', 'view', 'comment', 'edit'],
    task: ['none', 'view', 'comment', 'edit'],
    talk: ['none', 'view', 'edit', 'edit'],
    template: 'none',
    sop: 'view',
    workspace: 'view',
    mine: 'edit',
    theirs: 'none',
  },
  guest: {
    brief: ['none', 'view', 'comment', 'edit'],
    task: ['none', 'view', 'comment', 'edit'],
    talk: ['none', 'view', 'edit', 'edit'],
    template: 'none',
    sop: 'view',
    workspace: 'none',
    mine: 'none',
    theirs: 'none',
  },
}
const rowOf = (access: Access, outside: boolean): keyof typeof expected => {
  if (access === 'guest') return 'guest'
  if (outside) return 'outside'
  return access === 'owner' || access === 'lead' ? 'leading' : access
}
const givens: readonly Given[] = ['none', ...grantedRights]
const cases = accessLevels.flatMap((access) =>
  [false, true].flatMap((outside) => givens.map((given) => ({ access, outside, given }))),
)

test.each(cases)(
  '$access, outside $outside, granted $given: every kind of document',
  ({ access, outside, given }) => {
    const standing = standingOf(access, outside, given, null)
    const row = expected[rowOf(access, outside)]
    const at = givens.indexOf(given)
    expect({
      brief: right(standing, 'brief', topic),
      talk: right(standing, 'talk', topic),
      task: right(standing, 'task', topic),
      template: right(standing, 'template', topic),
      sop: right(standing, 'sop', topic),
      workspace: right(standing, 'workspace', workspace),
      mine: right(standing, 'person', member),
      theirs: right(standing, 'person', other),
    }).toEqual({ ...row, brief: row.brief[at], task: row.task[at], talk: row.talk[at] })
    // A grant reaches its own topic only, and no other workspace's or person's document.
    expect(right(standing, 'brief', other)).toBe(row.brief[0])
    expect(right(standing, 'talk', other)).toBe(row.talk[0])
    expect(right(standing, 'task', other)).toBe(row.task[0])
    expect(right(standing, 'workspace', other)).toBe('none')
  },
)

test.each(cases)(
  '$access, outside $outside, granted $given: prices are for leads and operations in-house, whatever was granted',
  ({ access, outside, given }) => {
    const isLeading = access === 'owner' || access === 'lead'
    const isOutside = outside || access === 'guest'
    for (const functions of [[], ['designer'], ['operations']] as const) {
      const standing = standingOf(access, outside, given, null, functions)
      const knows = !isOutside && (isLeading || functions[0] === 'operations')
      const table = isLeading ? 'edit' : 'view'
      expect(right(standing, 'prices', workspace)).toBe(knows ? table : 'none')
      expect(right(standing, 'prices', other)).toBe('none')
      const costs = access === 'viewer' ? 'view' : 'edit'
      for (const id of [topic, other])
        expect(right(standing, 'costs', id)).toBe(knows ? costs : 'none')
    }
  },
)

test('a grant ends at its hour, not before', () => {
  const ends = (expiresAt: number): Right =>
    right(standingOf('guest', true, 'edit', expiresAt), 'brief', topic)
  expect([ends(NOW + 1), ends(NOW), ends(NOW - 1)]).toEqual(['edit', 'none', 'none'])
})

test('a grant on a workspace’s or a person’s id opens neither', () => {
  for (const id of [workspace, other]) {
    const grants = [{ topic: topicSchema.parse(id), right: 'edit', expiresAt: null } as const]
    const guest: Standing = {
      member,
      workspace: { id: workspace },
      access: 'guest',
      outside: true,
      functions: [],
      grants,
    }
    expect(right(guest, 'workspace', id)).toBe('none')
    expect(right(guest, 'person', id)).toBe('none')
  }
})

test('a kind that is not in the table does not exist, for nobody', () => {
  const doc = docNameSchema.parse(`secret-${topic}`)
  for (const { access, outside, given } of cases)
    expect(rightOn(standingOf(access, outside, given, null), doc, NOW)).toBe('none')
  expect(documentKinds).toEqual([
    ...['brief', 'talk', 'workspace', 'person', 'template', 'task', 'sop', 'prices', 'costs'],
  ])
})
