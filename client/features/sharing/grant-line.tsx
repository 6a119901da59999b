/** One person a brief is shared with. A change is made at once, and says in place while it waits or was not taken. */
import { createSignal, Match, Switch } from 'solid-js'
import { dayOf } from '#client/i18n/format.ts'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { DateField } from '#client/ui/date-field.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { GrantedRight } from '#shared/lib/access.ts'
import type { SharedGrant } from '#shared/records/sharing.ts'
import { endOfDay } from './end-of-day.ts'
import { RightSelect } from './right-select.tsx'
import { sharingWords } from './words.ts'

export function GrantLine(props: {
  readonly name: string
  readonly grant: SharedGrant
  readonly now: () => number
  readonly onChange: (right: GrantedRight, expiresAt: number | null) => void
  readonly onEnd: () => void
}) {
  const words = useWords(sharingWords)
  const [isPast, setPast] = createSignal(false)
  const refusal = (): string => {
    const { refused } = props.grant
    return refused === 'no-access' || refused === 'too-many'
      ? words().refusals[refused]
      : words().refusals.other
  }
  const setUntil = (day: string): void => {
    const until = day === '' ? null : endOfDay(day)
    setPast(until !== null && until <= props.now())
    if (until === null || until > props.now()) props.onChange(props.grant.right, until)
  }
  const until = (): string => (props.grant.expiresAt === null ? '' : dayOf(props.grant.expiresAt))
  return (
    <Stack gap="near">
      <Row spread align="center">
        <Text>{props.name}</Text>
        <Button kind="quiet" aria-label={words().endOf(props.name)} onClick={() => props.onEnd()}>
          {words().end}
        </Button>
      </Row>
      <Row fill gap="related" align="start">
        <RightSelect
          label={words().rightOf(props.name)}
          hideLabel
          value={props.grant.right}
          onChange={(right) => props.onChange(right, props.grant.expiresAt)}
        />
        <DateField
          label={words().untilOf(props.name)}
          hideLabel
          value={until()}
          locale={localeOf(language())}
          placeholder={words().noEnd}
          error={isPast() ? words().pastDay : undefined}
          onChange={setUntil}
        />
      </Row>
      <Switch>
        <Match when={props.grant.state === 'waiting'}>
          <Text kind="small">{words().states.waiting}</Text>
        </Match>
        <Match when={props.grant.state === 'ending'}>
          <Text kind="small">{words().states.ending}</Text>
        </Match>
        <Match when={props.grant.state === 'refused'}>
          <Banner tone="bad">{refusal()}</Banner>
        </Match>
      </Switch>
    </Stack>
  )
}
