/**
 * Makes an invite link: who they will be, how long, how often. The link is shown at once, also offline, and says when it
 * opens. The secret is in the link alone, so it is shown once.
 */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { makeInvite, type Inviting, type MadeInvite } from '#client/live/make-invite.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import type { Access } from '#shared/protocol/names.ts'
import type { RecordedInvite } from '#shared/records/invites.ts'
import { InviteForm, firstWish } from './invite-form.tsx'
import { InviteLink } from './invite-link.tsx'
import { inviteWords } from './invite-words.ts'

export interface InviteDialogProps {
  /** Of whoever invites: only an owner makes leads. */
  readonly access: Access
  readonly replica: Inviting
  readonly invites: readonly RecordedInvite[] | 'unreadable' | null
  readonly now: () => number
  readonly onClose: () => void
}

const HOUR = 3_600_000

export function InviteDialog(props: InviteDialogProps) {
  const words = useWords(inviteWords)
  const [wish, setWish] = createSignal(firstWish)
  const [made, setMade] = createSignal<MadeInvite | null>(null)
  const [pending, setPending] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const record = () => {
    const id = made()?.id
    return Array.isArray(props.invites) ? props.invites.find((one) => one.id === id) : undefined
  }
  const make = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    const { access, outside, functions, hours, uses } = wish()
    const answer = await makeInvite(props.replica, {
      for: 'member',
      access,
      outside: outside && access !== 'lead',
      functions: [...functions],
      topics: [],
      right: null,
      expiresAt: props.now() + Number(hours) * HOUR,
      uses: Number(uses),
    })
    setPending(false)
    setFailed(!answer.ok)
    if (answer.ok) setMade(answer.value)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title}
      closeLabel={words().close}
      actions={
        made() === null ? (
          <Button kind="primary" pending={pending()} onClick={() => void make()}>
            {words().makeLink}
          </Button>
        ) : undefined
      }
    >
      <Show
        when={made()}
        fallback={
          <>
            <InviteForm access={props.access} wish={wish()} onChange={setWish} />
            <Show when={failed()}>
              <Banner tone="bad">{words().notStored}</Banner>
            </Show>
          </>
        }
      >
        {(one) => (
          <InviteLink
            link={one().link}
            workspace={props.replica.identity.workspace.name}
            standing={record()?.standing ?? 'waiting'}
            isRightMissing={record()?.refused === 'no-access'}
          />
        )}
      </Show>
    </Dialog>
  )
}
