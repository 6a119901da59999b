/** The judgement as a list: the score, what is missing, each a way to its field, what is vague, and what has no room. */
import { For, Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { CheckLinks, type CheckLink } from '#client/ui/check-links.tsx'
import { NoteList } from '#client/ui/note-list.tsx'
import { ScoreLine } from '#client/ui/score-line.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { qualityItemById } from '#shared/domain/briefs/quality/items.ts'
import type { JudgedItem, Quality } from '#shared/domain/briefs/quality/judge.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platformById } from '#shared/domain/choices/platforms.ts'
import { goToFlag, goToItem } from './go-to-part.ts'

export interface QualityListProps {
  readonly quality: Quality
  /** What the brief chose outside the workspace's scope. */
  readonly outOfScope: readonly string[]
  /** Before a way is taken: a sheet closes. */
  readonly onGo?: (() => void) | undefined
}

export function QualityList(props: QualityListProps) {
  const words = useWords(sectionWords)
  const links = (): CheckLink[] =>
    [...props.quality.items].sort(openFirst).map((item) => {
      const { label, missing, partial } = qualityItemById(item.id)
      const todo = item.standing === 'partial' ? (partial ?? missing) : missing
      return {
        id: item.id,
        label: label[language()],
        standing:
          words()[
            item.standing === 'satisfied'
              ? 'done'
              : item.standing === 'partial'
                ? 'part'
                : 'missing'
          ],
        mark:
          item.standing === 'satisfied' ? 'done' : item.standing === 'partial' ? 'part' : 'open',
        detail:
          item.standing === 'satisfied'
            ? undefined
            : [item.hard && item.standing === 'missing' ? words().must : '', todo[language()]]
                .filter((part) => part !== '')
                .join(' · '),
        aside: words().points(item.points, item.weight),
      }
    })
  const go = (way: () => void): void => {
    props.onGo?.()
    // After a sheet has given the focus back.
    if (props.onGo) setTimeout(way, 250)
    else way()
  }
  const byPlace = () => {
    const places = new Map<string, string[]>()
    for (const { platform, market, deliverable } of props.quality.notOffered) {
      const place = `${platformById(platform)?.[language()] ?? platform} · ${marketById(market)?.[language()] ?? market}`
      const what = deliverableById(deliverable)?.[language()] ?? deliverable
      places.set(place, [...(places.get(place) ?? []), what])
    }
    return [...places]
  }
  return (
    <Stack>
      <ScoreLine label={words().score(props.quality.score)} score={props.quality.score} />
      <Show when={props.quality.belowBar && props.quality.hardMissing.length === 0}>
        <Text kind="small">{words().belowBar}</Text>
      </Show>
      <CheckLinks
        label={words().quality}
        links={links()}
        onGo={(id) => {
          const item = props.quality.items.find((one) => one.id === id)
          if (item) go(() => goToItem(item.id))
        }}
      />
      <Show when={props.quality.flags.length > 0}>
        <Stack gap="tight">
          <Text kind="small">
            {words().flagsCost(props.quality.flags.length, props.quality.penalty)}
          </Text>
          <CheckLinks
            label={words().flagsCost(props.quality.flags.length, props.quality.penalty)}
            links={props.quality.flags.map(({ check, text }) => ({
              id: check,
              label: words().goToFlag(text),
              standing: '',
              mark: 'part' as const,
            }))}
            onGo={(check) => {
              const flag = props.quality.flags.find((one) => one.check === check)
              if (flag) go(() => goToFlag(flag.place))
            }}
          />
        </Stack>
      </Show>
      <Show when={byPlace().length > 0}>
        <Stack gap="tight">
          <Text kind="small">{words().notOfferedTitle}</Text>
          <NoteList>
            <For each={byPlace()}>
              {([place, what]) => <li>{words().notOffered(place, what.join(words().between))}</li>}
            </For>
          </NoteList>
        </Stack>
      </Show>
      <Show when={props.outOfScope.length > 0}>
        <Stack gap="tight">
          <Text kind="small">{words().outOfScope}</Text>
          <NoteList>
            <For each={props.outOfScope}>{(name) => <li>{name}</li>}</For>
          </NoteList>
        </Stack>
      </Show>
    </Stack>
  )
}

/** What must be there and is not, then what else is missing, then parts, then what is there. */
function openFirst(one: JudgedItem, other: JudgedItem): number {
  return rankOf(one) - rankOf(other)
}

function rankOf({ standing, hard }: JudgedItem): number {
  if (standing === 'satisfied') return 3
  return standing === 'partial' ? 2 : hard ? 0 : 1
}
