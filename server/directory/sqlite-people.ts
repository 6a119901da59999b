/**
 * Names of people: everybody of a workspace, or those around one member who is outside. Removed ones keep their name,
 * because their work stays. Left out: what anybody may do.
 */
import type { DocName, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import { topicOf } from '#shared/lib/document-kinds.ts'
import type { Person } from '#shared/protocol/control.ts'
import { accessSchema } from '#shared/protocol/names.ts'
import type { SqliteDatabase } from '#server/log/sqlite-file.ts'
import { numberIn, prepare, textIn, type Cells } from '#server/log/sqlite-statement.ts'
import { functionsIn } from './sqlite-members.ts'

export interface People {
  all(workspace: WorkspaceId): readonly Person[]
  around(member: MemberId, docs: readonly DocName[]): readonly Person[]
}

const PERSON = `SELECT member.id, member.name, member.access, member.outside, member.functions, member.revoked, member.at,
  device.number FROM member LEFT JOIN device ON device.member = member.id`
const IN_ORDER = 'ORDER BY member.at, member.id, device.number'

export function createPeople(db: SqliteDatabase): People {
  const everybody = prepare(db, `${PERSON} WHERE member.workspace = ? ${IN_ORDER}`)
  /** `?` are the JSON lists of documents and of topics, and the member. */
  const around = prepare(
    db,
    `WITH mine AS (SELECT id, workspace, invited_by FROM member WHERE id = ?3),
     near (id) AS (
       SELECT id FROM mine
       UNION SELECT invited_by FROM mine
       UNION SELECT device.member FROM json_each(?1) JOIN document ON document.name = value
         JOIN author ON author.doc = document.id AND author.next > 0 JOIN device ON device.number = author.device
       UNION SELECT given_by FROM member_grant WHERE member = ?3 AND ended = 0
       UNION SELECT member_grant.member FROM json_each(?2) JOIN member_grant ON member_grant.topic = value AND ended = 0
     )
     ${PERSON} WHERE member.id IN (SELECT id FROM near) AND member.workspace = (SELECT workspace FROM mine) ${IN_ORDER}`,
  )
  return {
    all: (workspace) => readPeople(everybody.all([workspace])),
    around(member, docs) {
      const topics = new Set(docs.map(topicOf))
      return readPeople(around.all([JSON.stringify(docs), JSON.stringify([...topics]), member]))
    },
  }
}

/** One line per device becomes one person with their devices; the lines of a person stand together. */
function readPeople(lines: readonly Cells[]): readonly Person[] {
  const people = new Map<string, Person>()
  for (const line of lines) {
    const member = textIn(line, 'id') as MemberId
    const person = people.get(member) ?? {
      member,
      name: textIn(line, 'name'),
      access: accessSchema.parse(line['access']),
      outside: numberIn(line, 'outside') !== 0,
      functions: functionsIn(line),
      removed: numberIn(line, 'revoked') !== 0,
      devices: [],
    }
    if (line['number'] !== null) person.devices.push(numberIn(line, 'number'))
    people.set(member, person)
  }
  return [...people.values()]
}
