/** What the relay did not take: which changes, why, and what to do with them. Follows the replica, so its words stay true. */
import { createSignal, For, Match, onCleanup, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { DocName } from '#shared/lib/ids.ts'
import { refusedByDocument, type RefusedDocument } from './refused-changes.ts'
import { RefusedSection } from './refused-section.tsx'
import { refusedWords } from './refused-words.ts'

export interface RefusedDialogProps {
  readonly replica: Replica
  /** Of this document alone. */
  readonly only?: DocName | undefined
  readonly titleOf: (name: DocName) => string
  readonly onClose: () => void
}

export function RefusedDialog(props: RefusedDialogProps) {
  const words = useWords(refusedWords)
  /** This person's access was withdrawn: nothing that waits here is sent any more either. */
  const isShutOut = (): boolean => props.replica.status.overall().link === 'no-access'
  const { documents, isUnreadable } = followRefused(props, isShutOut)
  const isShut = (name: DocName): boolean => props.replica.rights.of(name) === 'none'
  const names = (): readonly DocName[] => documents()?.map(({ name }) => name) ?? []
  const changesOf = (name: DocName) => documents()?.find((one) => one.name === name)?.changes ?? []
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={isShutOut() ? words().unsentTitle : words().title}
      description={isShutOut() ? words().unsentHelp : words().help}
      closeLabel={words().close}
      size="wide"
    >
      <Stack gap="apart">
        <Switch>
          <Match when={isUnreadable()}>
            <Text>{words().unreadable}</Text>
          </Match>
          <Match when={documents() === null}>
            <Text kind="quiet">{words().reading}</Text>
          </Match>
          <Match when={names().length === 0}>
            <Text>{words().none}</Text>
            <Row>
              {/* The button that was pressed is gone, and the focus with it. */}
              <Button ref={(done) => queueMicrotask(() => done.focus())} onClick={props.onClose}>
                {words().done}
              </Button>
            </Row>
          </Match>
        </Switch>
        <For each={names()}>
          {(name) => (
            <RefusedSection
              replica={props.replica}
              name={name}
              title={
                isShut(name) ? words().noLongerShared : props.titleOf(name) || words().untitled
              }
              isShut={isShut(name)}
              isShutOut={isShutOut()}
              changes={changesOf(name)}
            />
          )}
        </For>
      </Stack>
    </Dialog>
  )
}

/** Why what waits is not sent, once access was withdrawn. */
const neverSent = { reason: 'no-access', refusedAt: 0 } as const

/** Null until read once. */
function followRefused(props: RefusedDialogProps, isShutOut: () => boolean) {
  const [documents, setDocuments] = createSignal<readonly RefusedDocument[] | null>(null)
  const [isUnreadable, setUnreadable] = createSignal(false)
  let asked = 0
  const read = async (): Promise<void> => {
    const own = (asked += 1)
    try {
      const refused = await props.replica.refused()
      const unsent = isShutOut() ? await props.replica.unsent() : []
      if (own !== asked) return
      const rows = [...refused, ...unsent.map((row) => ({ ...row, ...neverSent }))]
      const wanted = rows.filter(({ doc }) => props.only === undefined || doc === props.only)
      setDocuments(refusedByDocument(wanted))
      setUnreadable(false)
    } catch (fault) {
      console.error('what was refused could not be read', fault)
      if (own === asked) setUnreadable(true)
    }
  }
  let seen = -1
  const see = (): void => {
    const { refused, waiting } = props.replica.status.overall()
    const now = refused + (isShutOut() ? waiting : 0)
    if (now === seen) return
    seen = now
    void read()
  }
  see()
  onCleanup(props.replica.status.subscribe(see))
  onCleanup(() => (asked = -1))
  return { documents, isUnreadable }
}
