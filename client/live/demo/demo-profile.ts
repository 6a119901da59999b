/** What a person of the demo says of themselves. */
import type * as Y from 'yjs'
import { setHours, setLanguage } from '#shared/documents/commands/person-profile.ts'
import type { DemoPerson } from '#shared/domain/demo/demo-people.ts'

export function writeProfile(doc: Y.Doc, person: DemoPerson): void {
  const { timeZone, workFrom, workTo, workingDays, holidays, languages } = person
  setHours(doc, { timeZone, workFrom, workTo, workingDays, holidays })
  for (const [id, level, native] of languages) setLanguage(doc, id, level, native)
}
