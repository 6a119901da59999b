/** As what somebody outside is in a brief, and until when: 访客 · 可留言 · 到 12月4日. */
import { Show } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Text } from '#client/ui/text.tsx'
import type { GrantedRight } from '#shared/lib/access.ts'
import { sharingWords } from './words.ts'

export function StandingLine(props: {
  readonly isGuest: boolean
  /** Null for those inside. */
  readonly grant: { readonly right: GrantedRight; readonly expiresAt: number | null } | null
}) {
  const words = useWords(sharingWords)
  return (
    <Show when={props.grant}>
      {(grant) => (
        <Text kind="small">
          {[
            props.isGuest ? words().guest : words().outside,
            words().mayHere[grant().right],
            grant().expiresAt === null
              ? ''
              : words().linkUntil(formatDate(grant().expiresAt ?? 0, 'short')),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      )}
    </Show>
  )
}
