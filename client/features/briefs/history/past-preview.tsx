/**
 * The brief as it was at one moment, to read only; what restoring it would change is marked beside every line. Read as
 * `since`, it shows only what has changed from that moment to now.
 */
import Minus from 'lucide-solid/icons/minus'
import Pencil from 'lucide-solid/icons/pencil'
import Plus from 'lucide-solid/icons/plus'
import { createContext, For, Match, Show, Switch, useContext, type JSX } from 'solid-js'
import type * as Y from 'yjs'
import { formatDate, formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { Product, Target } from '#shared/domain/briefs/brief.ts'
import { isDetailName } from '#shared/domain/briefs/details.ts'
import { listNames, type ListName } from '#shared/domain/briefs/lists.ts'
import { sayCategory } from '#shared/domain/choices/categories.ts'
import { targetKey } from '#shared/domain/briefs/target-key.ts'
import type {
  ComparedBrief,
  ComparedLine,
  Difference,
} from '#shared/domain/briefs/history/compare-briefs.ts'
import {
  sayDetail,
  sayKeywords,
  sayRow,
  sayTarget,
  type SayingOf,
} from '#client/features/briefs/form/say-value.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { NotesReading } from '#client/features/briefs/notes-editor/notes-reading.tsx'
import '#client/features/briefs/notes-editor/notes-editor.css'
import { briefWords } from '#client/features/briefs/words.ts'
import { historyWords } from './words.ts'
import './history.css'

export interface PastPreviewProps {
  readonly doc: Y.Doc
  /** The brief of now, for what its rows and files are called. */
  readonly of: SayingOf
  readonly compared: ComparedBrief
  readonly notesDiffer: boolean
  readonly reading?: Reading | undefined
}

type Reading = 'restore' | 'since'
const turned: Record<Difference, Difference> = {
  same: 'same',
  changed: 'changed',
  back: 'gone',
  gone: 'back',
}
const ReadAs = createContext<Reading>('restore')

export function PastPreview(props: PastPreviewProps) {
  return (
    <ReadAs.Provider value={props.reading ?? 'restore'}>
      <Parts {...props} />
    </ReadAs.Provider>
  )
}

function Parts(props: PastPreviewProps) {
  const [words, brief, form] = [useWords(historyWords), useWords(briefWords), useWords(formWords)]
  const day = (value: string | null): string => (value === null ? '' : formatDate(value))
  const shownLists = () => listNames.filter((list) => props.compared.lists[list].length > 0)
  const rowLines = (list: ListName): readonly ComparedLine<{ readonly id: string }>[] =>
    props.compared.lists[list]
  const speed = (value: string): string => (value === 'rush' ? brief().rushed : brief().standard)
  return (
    <div class="history-preview" data-reading={props.reading}>
      <Part title={form().parts.title}>
        <Single line={props.compared.title} say={(value) => value} />
      </Part>
      <Part title={form().parts.products} moved={props.compared.moved.includes('products')}>
        <Lines lines={props.compared.products} say={productLine} sayNow={whatDiffers} />
      </Part>
      <Part title={form().parts.targets}>
        <Lines lines={props.compared.targets} say={targetLine} />
      </Part>
      <Part title={form().parts.points} moved={props.compared.moved.includes('points')}>
        <Lines lines={props.compared.points} say={(value) => value} />
      </Part>
      <For each={props.compared.sentences}>
        {(line) => (
          <Part title={form().parts[line.id]}>
            <Single line={line} say={(value) => value} />
          </Part>
        )}
      </For>
      <For each={shownLists()}>
        {(list) => (
          <Part title={form().parts[list]} moved={props.compared.moved.includes(list)}>
            <Lines lines={rowLines(list)} say={(row) => sayRow(list, row, form(), props.of)} />
          </Part>
        )}
      </For>
      <Show when={props.compared.keywords.length > 0}>
        <Part title={form().parts.keywords}>
          <Lines lines={props.compared.keywords} say={sayKeywords} />
        </Part>
      </Show>
      <For each={props.compared.details}>
        {(line) => (
          <Show when={isDetailName(line.id) ? line.id : null}>
            {(name) => (
              <Part title={form().details[name()]}>
                <Single line={line} say={(value) => sayDetail(name(), value, form(), props.of)} />
              </Part>
            )}
          </Show>
        )}
      </For>
      <Show when={props.compared.meant.length > 0}>
        <Part title={form().parts.meant}>
          <Lines lines={props.compared.meant} say={(value) => value} />
        </Part>
      </Show>
      <Part title={form().parts.wantedBy}>
        <Single line={props.compared.wantedBy} say={day} />
      </Part>
      <Part title={form().parts.rush}>
        <Single line={props.compared.rush} say={speed} />
      </Part>
      <Part
        title={form().parts.notes}
        mark={<Show when={props.notesDiffer}>{words().differs}</Show>}
      >
        <NotesReading doc={props.doc} label={form().parts.notes} placeholder={words().nothing} />
      </Part>
    </div>
  )
}

function Part(props: {
  readonly title: string
  readonly moved?: boolean
  readonly mark?: JSX.Element
  readonly children: JSX.Element
}) {
  const words = useWords(historyWords)
  return (
    <section class="history-part">
      <h3>
        {props.title}
        <span class="history-part-mark">
          {props.mark}
          <Show when={props.moved}>{words().movedToo}</Show>
        </span>
      </h3>
      {props.children}
    </section>
  )
}

function Single<Value>(props: {
  readonly line: ComparedLine<Value>
  readonly say: (value: Value) => string
}) {
  return (
    <ul>
      <Line line={props.line} say={props.say} />
    </ul>
  )
}

/** Long lists show what differs and how many do not. */
function Lines<Value>(props: {
  readonly lines: readonly ComparedLine<Value>[]
  readonly say: (value: Value) => string
  readonly sayNow?: (then: Value, now: Value) => string
}) {
  const words = useWords(historyWords)
  const isLong = () => props.lines.length > 12
  const shown = () =>
    isLong() ? props.lines.filter(({ difference }) => difference !== 'same') : props.lines
  const hidden = () => props.lines.length - shown().length
  return (
    <Show when={props.lines.length > 0} fallback={<p class="history-quiet">{words().nothing}</p>}>
      <ul>
        <For each={shown()}>{(line) => <Line {...props} line={line} />}</For>
      </ul>
      <Show when={hidden() > 0}>
        <p class="history-quiet">{words().moreSame(hidden())}</p>
      </Show>
    </Show>
  )
}

function Line<Value>(props: {
  readonly line: ComparedLine<Value>
  readonly say: (value: Value) => string
  readonly sayNow?: (then: Value, now: Value) => string
}) {
  const words = useWords(historyWords)
  const isSince = useContext(ReadAs) === 'since'
  const marks = () => (isSince ? words().since : words())
  /** What restoring would bring back has been removed since, and the other way round. */
  const difference = (): Difference =>
    isSince ? turned[props.line.difference] : props.line.difference
  const said = (value: Value): string => props.say(value) || words().nothing
  const saidNow = (): string => {
    const { value, now } = props.line
    if (now === null) return words().nothing
    return props.sayNow?.(value, now) || said(now)
  }
  return (
    <li
      class="history-line"
      data-difference={difference()}
      data-differs={difference() === 'same' ? undefined : ''}
    >
      <span class="history-line-sign" aria-hidden="true">
        <Switch>
          <Match when={difference() === 'back'}>
            <Plus size={14} />
          </Match>
          <Match when={difference() === 'gone'}>
            <Minus size={14} />
          </Match>
          <Match when={difference() === 'changed'}>
            <Pencil size={12} />
          </Match>
        </Switch>
      </span>
      <span dir="auto" class="history-line-text">
        {said(props.line.value)}
      </span>
      <Switch>
        <Match when={difference() === 'back'}>
          <span class="history-line-note">{marks().comesBack}</span>
        </Match>
        <Match when={difference() === 'gone'}>
          <span class="history-line-note">{marks().goesAway}</span>
        </Match>
        <Match when={difference() === 'changed'}>
          <span class="history-line-note">{marks().now(saidNow())}</span>
        </Match>
      </Switch>
    </li>
  )
}

const productFields = [
  'sku',
  'name',
  'options',
  'category',
  'weightGrams',
  'barcode',
  'note',
] as const

const productLine = (product: Product): string =>
  productFields
    .map((field) => sayField(product, field))
    .filter((text) => text !== '')
    .join(' · ')

/** Only the fields that are another now. */
const whatDiffers = (then: Product, now: Product): string =>
  productFields
    .filter((field) => then[field] !== now[field])
    .map((field) => sayField(now, field) || '—')
    .join(' · ')

function sayField(product: Product, field: (typeof productFields)[number]): string {
  const value = product[field]
  if (field === 'category') return sayCategory(product.category, language())
  return typeof value === 'number' ? `${formatNumber(value)} g` : (value ?? '')
}

const targetLine = (target: Target): string => sayTarget(targetKey(target))
