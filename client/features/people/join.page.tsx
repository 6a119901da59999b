/**
 * The first screen of somebody new: make the workspace, join by an invite, link this device by a code, or learn what is needed.
 * What an invite is for is read without using it up; the key is made only with the tap.
 */
import { createEffect, createSignal, Match, on, Show, Switch, type JSX } from 'solid-js'
import { formatDateTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { FrontPage } from '#client/ui/front-page.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { InviteKey } from '#shared/protocol/http.ts'
import { CodeForm } from './code-form.tsx'
import { codeWords } from './code-words.ts'
import { lookFirst, type FirstLook } from './first-look.ts'
import { JoinForm } from './join-form.tsx'
import { LinkForm } from './link-form.tsx'
import type { InviteLook, JoinCalls, Refused } from './relay-calls.ts'
import { sayCodeRefusal } from './say-code-refusal.ts'
import { peopleWords } from './words.ts'

export interface JoinPageProps {
  readonly calls: JoinCalls
  readonly invite: InviteKey | null
  /** The invite follows from a device's code. */
  readonly isCode: boolean
  /** On an iPhone or iPad the installed app starts empty beside Safari. */
  readonly isApple: boolean
  readonly foot: JSX.Element
}

/** Refusals that a later try may not meet; a link that is wrong stays wrong. */
const passing: readonly Refused['code'][] = [
  'unreachable',
  'not-understood',
  'busy',
  'too-many-tries',
  'too-many-requests',
]

export function JoinPage(props: JoinPageProps) {
  const words = useWords(peopleWords)
  const codes = useWords(codeWords)
  const [found, setFound] = createSignal<FirstLook | null>(null)
  const [alone, setAlone] = createSignal(false)
  const look = async (): Promise<void> => {
    setFound(null)
    setFound(await lookFirst(props.calls, props.invite))
  }
  createEffect(
    on(
      () => props.invite,
      () => void look(),
    ),
  )
  const as = <K extends FirstLook['kind']>(kind: K): Extract<FirstLook, { kind: K }> | null => {
    const now = found()
    return now?.kind === kind ? (now as Extract<FirstLook, { kind: K }>) : null
  }
  const again = () => (
    <Button wide onClick={() => void look()}>
      {words().tryAgain}
    </Button>
  )
  const orAlone = () => (
    <Button wide kind="quiet" onClick={() => setAlone(true)}>
      {words().alone}
    </Button>
  )
  const [opening, setOpening] = createSignal(false)
  const openDemo = async (): Promise<void> => {
    if (opening()) return
    setOpening(true)
    await props.calls.openDemo().catch((fault: unknown) => {
      console.error('the demo could not be made', fault)
    })
    setOpening(false)
  }
  const demo = () => (
    <Button wide kind="quiet" pending={opening()} onClick={() => void openDemo()}>
      {words().seeDemo}
    </Button>
  )
  const byCode = () => <CodeForm calls={props.calls} isApple={props.isApple} />
  /** Said of a link that shares something by a server that says who made it: they join nothing. */
  const isShared = ({ name = '', for: whom }: InviteLook): boolean =>
    whom === 'guest' && name !== ''
  const titleOf = (look: InviteLook & { readonly workspace: string }): string =>
    isShared(look)
      ? words().sharedBy(look.name ?? '', look.topics ?? 1)
      : words().joinTitle(look.workspace)
  /** A link of a server that does not say by whom says as what, no more. */
  const asWhat = (look: InviteLook & { readonly workspace: string }): string => {
    const { name = '', access, workspace } = look
    if (isShared(look)) return words().sharedFrom(workspace)
    return name === '' ? words().joinAs(words()[access]) : words().invitedBy(name, words()[access])
  }
  return (
    <Switch
      fallback={
        <FrontPage title={words().looking} foot={props.foot}>
          <Skeleton label={words().looking} lines={3} />
        </FrontPage>
      }
    >
      <Match when={alone()}>
        <FrontPage title={words().foundTitle} lead={words().aloneHelp} foot={props.foot}>
          <Stack>
            <JoinForm
              calls={{
                join: ({ name, workspace = name }) => props.calls.foundAlone({ name, workspace }),
              }}
              invite={null}
              founding
            />
            <Button wide kind="quiet" onClick={() => setAlone(false)}>
              {words().back}
            </Button>
          </Stack>
        </FrontPage>
      </Match>
      <Match when={as('found')}>
        {(now) => (
          <FrontPage
            title={now().invite === null ? words().foundTitle : words().joinOwnerTitle}
            lead={now().invite === null ? words().foundHelp : words().foundElsewhereHelp}
            foot={props.foot}
          >
            <Stack>
              <JoinForm calls={props.calls} invite={now().invite} founding />
              {demo()}
            </Stack>
          </FrontPage>
        )}
      </Match>
      <Match when={as('join')}>
        {(now) => (
          <FrontPage
            title={titleOf(now().look)}
            lead={[
              asWhat(now().look),
              now().look.expiresAt === null
                ? ''
                : words().joinUntil(formatDateTime(now().look.expiresAt ?? 0)),
            ]
              .filter((part) => part !== '')
              .join(words().between)}
            foot={props.foot}
          >
            <JoinForm
              calls={props.calls}
              invite={now().invite}
              founding={false}
              isGuest={now().look.for === 'guest'}
              invitedBy={now().look.name}
            />
          </FrontPage>
        )}
      </Match>
      <Match when={as('link')}>
        {(now) => (
          <FrontPage
            title={codes().linkTitle(now().workspace)}
            lead={codes().linkAs(now().name)}
            foot={props.foot}
          >
            <LinkForm calls={props.calls} invite={now().invite} name={now().name} />
          </FrontPage>
        )}
      </Match>
      <Match when={as('need-invite')}>
        <FrontPage title={words().needInvite} lead={words().needInviteHelp} foot={props.foot}>
          <Stack gap="apart">
            {byCode()}
            <Stack>
              {again()}
              {orAlone()}
              {demo()}
            </Stack>
          </Stack>
        </FrontPage>
      </Match>
      <Match when={as('need-owner-link')}>
        <FrontPage title={words().needOwnerLink} lead={words().needOwnerLinkHelp} foot={props.foot}>
          <Stack>
            {again()}
            {orAlone()}
            {demo()}
          </Stack>
        </FrontPage>
      </Match>
      <Match when={as('refused')}>
        {(now) => (
          <FrontPage
            title={props.isCode ? codes().cannotLink : words().cannotJoin}
            lead={
              props.isCode ? sayCodeRefusal(now().refusal) : words().refusals[now().refusal.code]
            }
            foot={props.foot}
          >
            <Stack gap="apart">
              <Show when={props.isCode}>{byCode()}</Show>
              <Show when={passing.includes(now().refusal.code)}>
                <Stack>
                  {again()}
                  <Show when={props.invite === null}>
                    {orAlone()}
                    {demo()}
                  </Show>
                </Stack>
              </Show>
            </Stack>
          </FrontPage>
        )}
      </Match>
    </Switch>
  )
}
