/** What whoever opens an invite becomes, in a few words: 成员 · 外包 · 翻译. */
import { language } from '#client/i18n/language.ts'
import { functionById } from '#shared/domain/people/functions.ts'
import type { Invitation } from '#shared/records/acts.ts'
import type { InviteWords } from './invite-words.ts'
import type { PeopleWords } from './words.ts'

export function invitedAs(
  made: Invitation,
  { outsourced, guest }: InviteWords,
  access: PeopleWords,
): string {
  if (made.for !== 'member') return guest
  const functions = made.functions.map((id) => functionById(id)?.[language()] ?? '')
  return [access[made.access], made.outside ? outsourced : '', ...functions]
    .filter((part) => part !== '')
    .join(' · ')
}
