/** What an invite is for: access, in-house or outsourced, functions, how long and how often. */
import { Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Row } from '#client/ui/row.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { SwitchField } from '#client/ui/switch-field.tsx'
import { offeredFunctions } from '#shared/domain/people/functions.ts'
import type { MemberFunction } from '#shared/lib/access.ts'
import type { Access } from '#shared/protocol/names.ts'
import { inviteWords } from './invite-words.ts'
import { peopleWords } from './words.ts'

/** An owner is made by the owner link alone, so it is not offered. */
const offered = ['member', 'lead', 'viewer'] as const satisfies readonly Access[]
const spans = ['24', '168', '720'] as const
const counts = ['1', '5', '20', '100'] as const

export interface Wish {
  readonly access: (typeof offered)[number]
  readonly outside: boolean
  readonly functions: readonly MemberFunction[]
  readonly hours: (typeof spans)[number]
  readonly uses: (typeof counts)[number]
}
export const firstWish: Wish = {
  access: 'member',
  outside: false,
  functions: [],
  hours: '168',
  uses: '5',
}

export function InviteForm(props: {
  /** Of whoever invites: only an owner makes leads. */
  readonly access: Access
  readonly wish: Wish
  readonly onChange: (wish: Wish) => void
}) {
  const words = useWords(inviteWords)
  const people = useWords(peopleWords)
  const change = (part: Partial<Wish>): void => props.onChange({ ...props.wish, ...part })
  const mayOffer = (offer: Access): boolean => offer !== 'lead' || props.access === 'owner'
  const toggle = (one: MemberFunction, isChosen: boolean): void => {
    const others = props.wish.functions.filter((other) => other !== one)
    change({ functions: isChosen ? [...others, one] : others })
  }
  /** Some work is not given out. */
  const fits = (outside: boolean) =>
    offeredFunctions.filter(({ mayBeOutsourced }) => mayBeOutsourced || !outside)
  const isOutside = (): boolean => props.wish.outside && props.wish.access !== 'lead'
  const functions = () => fits(isOutside())
  const setOutside = (outside: boolean): void => {
    const left = new Set(fits(outside).map(({ id }) => id))
    change({ outside, functions: props.wish.functions.filter((id) => left.has(id)) })
  }
  const spanWords = (): Record<Wish['hours'], string> => ({
    '24': words().day,
    '168': words().week,
    '720': words().month,
  })
  return (
    <Stack>
      <Select
        label={words().access}
        value={props.wish.access}
        options={offered.filter(mayOffer).map((value) => ({
          value,
          label: `${people()[value]} · ${people().accessHelp[value]}`,
        }))}
        onChange={(access) => change({ access })}
      />
      {/* Leads are inside. */}
      <Show when={props.wish.access !== 'lead'}>
        <SwitchField
          label={words().outsourced}
          help={words().outsourcedHelp}
          on={props.wish.outside}
          onChange={setOutside}
        />
      </Show>
      <ChoiceChips
        label={words().functions}
        help={words().functionsHelp}
        choices={functions().map((one) => ({ value: one.id, label: one[language()] }))}
        chosen={props.wish.functions}
        onToggle={toggle}
      />
      <Row fill gap="related">
        <Select
          label={words().validFor}
          value={props.wish.hours}
          options={spans.map((value) => ({ value, label: spanWords()[value] }))}
          onChange={(hours) => change({ hours })}
        />
        <Select
          label={words().uses}
          value={props.wish.uses}
          options={counts.map((value) => ({ value, label: words().times(Number(value)) }))}
          onChange={(uses) => change({ uses })}
        />
      </Row>
    </Stack>
  )
}
