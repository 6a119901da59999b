/** An invite link just made, and whether it opens yet. */
import { Match, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { MadeLink } from '#client/ui/made-link.tsx'
import { OnItsWay } from '#client/ui/on-its-way.tsx'
import type { SentOrNot } from '#shared/records/invites.ts'
import { inviteWords } from './invite-words.ts'

export interface InviteLinkProps {
  readonly link: string
  readonly workspace: string
  readonly standing: SentOrNot
  /** It was refused because whoever made it may not. */
  readonly isRightMissing: boolean
}

export function InviteLink(props: InviteLinkProps) {
  const words = useWords(inviteWords)
  const standing = () => (
    <Switch>
      <Match when={props.standing === 'refused'}>
        <Banner tone="bad">{words().refused(props.isRightMissing)}</Banner>
      </Match>
      <Match when={props.standing === 'waiting'}>
        <OnItsWay soon={words().onWay} late={words().notYet} />
      </Match>
      <Match when={props.standing === 'sent'}>
        <Banner tone="ok">{words().works}</Banner>
      </Match>
    </Switch>
  )
  return (
    <MadeLink
      link={props.link}
      title={words().shareText(props.workspace)}
      standing={standing()}
      words={{ ...words(), label: words().linkLabel, qr: words().qrLabel }}
    />
  )
}
