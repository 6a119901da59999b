/** What somebody may do, chosen with what each means beside it: one act, so that nothing is given by an arrow key passing over it. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Person } from '#shared/protocol/control.ts'
import type { MemberChange } from '#shared/records/acts.ts'
import { accessWords } from './access-words.ts'
import { isSamePlace, type GivenAccess, type MayDo } from './may-do.ts'

export interface AccessDialogProps {
  readonly person: Person
  readonly places: MayDo['places']
  /** False: it could not be stored on this device. */
  readonly onChange: (change: MemberChange) => Promise<boolean>
  readonly onClose: () => void
}

const sides = ['inside', 'outside'] as const

export function AccessDialog(props: AccessDialogProps) {
  const words = useWords(accessWords)
  const { access: before } = props.person
  const [access, setAccess] = createSignal<GivenAccess | null>(before === 'guest' ? null : before)
  const [outside, setOutside] = createSignal(props.person.outside)
  const [pending, setPending] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const levels = (): readonly GivenAccess[] => [...new Set(props.places.map((one) => one.access))]
  const sidesOf = (level: GivenAccess | null): readonly boolean[] =>
    props.places.flatMap((one) => (one.access === level ? [one.outside] : []))
  const choose = (level: GivenAccess): void => {
    setAccess(level)
    const possible = sidesOf(level)
    if (!possible.includes(outside())) setOutside(possible[0] ?? false)
  }
  const chosen = () => {
    const level = access()
    const place = level === null ? null : { access: level, outside: outside() }
    return place === null || isSamePlace(place, props.person) ? null : place
  }
  const apply = async (): Promise<void> => {
    const place = chosen()
    if (place === null || pending()) return
    const { access: level, outside: side } = place
    setPending(true)
    const isMade = await props.onChange({
      ...(level === before ? {} : { access: level }),
      ...(side === props.person.outside ? {} : { outside: side }),
    })
    setPending(false)
    setFailed(!isMade)
    if (isMade) props.onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().changeTitle(props.person.name)}
      description={words().changeHelp}
      closeLabel={words().close}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words().cancel}</Button>
          <Button
            kind="primary"
            pending={pending()}
            disabled={chosen() === null}
            onClick={() => void apply()}
          >
            {words().apply}
          </Button>
        </>
      }
    >
      <Stack gap="apart">
        <RadioCards
          label={words().access}
          value={access() ?? ''}
          cards={levels().map((level) => ({
            value: level,
            title: words().levels[level],
            detail: words().mayDo[level],
          }))}
          onChange={choose}
        />
        <RadioCards
          label={words().place}
          help={sidesOf(access()).length === 1 ? words().insideOnly : undefined}
          value={outside() ? 'outside' : 'inside'}
          cards={sides.map((side) => ({
            value: side,
            title: words()[side],
            detail: words()[`${side}Help`],
            disabled: access() !== null && !sidesOf(access()).includes(side === 'outside'),
          }))}
          onChange={(side) => setOutside(side === 'outside')}
        />
        <Show when={failed()}>
          <Banner tone="bad">{words().notStored}</Banner>
        </Show>
      </Stack>
    </Dialog>
  )
}
