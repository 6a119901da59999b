/** The tasks a break-down would make, as a table of products and slots by listing, each to be switched off. */
import { createMemo, Show } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Checkbox } from '#client/ui/checkbox.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Table } from '#client/ui/table.tsx'
import type { TableColumn } from '#client/ui/table-column.ts'
import { Text } from '#client/ui/text.tsx'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { language } from '#client/i18n/language.ts'
import { sayInstead, versionName } from '#client/features/tasks/sop/say-version.ts'
import { sopWords } from '#client/features/tasks/sop/words.ts'
import { assetName, listingName } from '#client/features/tasks/say-task.ts'
import { masterOf, type Cell } from '#shared/domain/tasks/break-down.ts'
import { titleOfTask } from '#shared/domain/tasks/task.ts'
import { shippedVersion } from '#shared/records/sop-versions.ts'
import { BreakDownDates } from './break-down-dates.tsx'
import type { BreakDownMaking, Prepared } from './create-break-down.ts'
import { listingKey, type PreviewRow } from './preview-rows.ts'
import { breakDownWords } from './words.ts'

export interface BreakDownPreviewProps {
  readonly prepared: Prepared
  readonly making: BreakDownMaking
  readonly nameOf: (member: string) => string
}

export function BreakDownPreview(props: BreakDownPreviewProps) {
  const [words, sop] = [useWords(breakDownWords), useWords(sopWords)]
  const isOpen = createMemo(() => {
    const { add, bringBack } = props.prepared.changes
    return new Set([...add.map(({ topic }) => topic), ...bringBack])
  })
  const open = (): readonly Cell[] =>
    props.prepared.cells.filter(({ topic }) => isOpen().has(topic))
  const isAnyOn = (cells: readonly Cell[]): boolean =>
    cells.some(({ topic }) => props.making.isOn(topic))
  const ofListing = (key: string): readonly Cell[] =>
    open().filter((cell) => listingKey(cell) === key && masterOf(cell) !== null)
  const ofDeliverable = (id: string): readonly Cell[] =>
    open().filter(({ deliverable }) => deliverable === id)
  const listings = createMemo(() =>
    props.prepared.table.listings.filter(([key]) => ofListing(key).length > 0),
  )
  const deliverables = createMemo(() => [...new Set(open().map(({ deliverable }) => deliverable))])
  const masters = (): number =>
    props.making.chosen().filter((cell) => masterOf(cell) === null).length
  const counted = (): string =>
    [
      props.making.chosen().length === 0
        ? words().nothing
        : words().counted(formatNumber(props.making.chosen().length), formatNumber(masters())),
      props.prepared.changes.kept === 0
        ? ''
        : words().kept(formatNumber(props.prepared.changes.kept)),
    ]
      .filter((part) => part !== '')
      .join(words().between)
  const among = () => ({ me: '', nameOf: props.nameOf })
  const under = (): string => {
    const { by } = props.prepared.sop
    return by === null || by.version === shippedVersion
      ? sop().cutByShipped
      : sop().cutBy(versionName(by))
  }
  const nameOf = (cell: Cell): string => `${titleOfTask(cell)} · ${assetName(cell)}`
  const listingOf = (cell: Cell): string => listingName(cell) || words().master
  const columns = createMemo((): readonly TableColumn<PreviewRow>[] => [
    {
      id: 'asset',
      head: words().asset,
      width: 220,
      cell: (row) => (
        <Text line>
          {assetName(row().first)} · {row().first.sku || row().first.name}
        </Text>
      ),
    },
    ...props.prepared.table.listings.map(([key, example]): TableColumn<PreviewRow> => ({
      id: key === '' ? 'master' : key,
      head: listingOf(example),
      width: 120,
      cell: (row) => (
        <Show when={row().cells.get(key)}>
          {(found) => (
            <Show
              when={found().standing !== 'there'}
              fallback={<Text kind="small">{words().isThere}</Text>}
            >
              <Row>
                <Checkbox
                  label={words().make(nameOf(found().cell), listingOf(found().cell))}
                  hideLabel
                  checked={props.making.isOn(found().cell.topic)}
                  onChange={(on) => props.making.switch([found().cell], on)}
                />
                <Show when={masterOf(found().cell) === null}>
                  <StatusPill tone="info">{words().master}</StatusPill>
                </Show>
              </Row>
            </Show>
          )}
        </Show>
      ),
    })),
  ])
  return (
    <Show
      when={props.prepared.cells.length > 0}
      fallback={<Text kind="quiet">{words().noRoom}</Text>}
    >
      <Stack gap="related">
        <p class="ui-text" role="status">
          {counted()}
        </p>
        <Show when={sayInstead(props.prepared.sop, among())}>
          {(sentence) => <Banner tone="warn">{sentence()}</Banner>}
        </Show>
        <Text kind="small">{under()}</Text>
        <Show when={props.making.dates()}>
          {(dates) => (
            <BreakDownDates
              dates={dates()}
              sop={props.prepared.sop.sop}
              chosen={props.making.chosen()}
              nameOf={props.nameOf}
            />
          )}
        </Show>
        <Show when={listings().length > 1}>
          <ChoiceChips
            label={words().listings}
            choices={listings().map(([key, example]) => ({
              value: key,
              label: listingOf(example),
            }))}
            chosen={listings().flatMap(([key]) => (isAnyOn(ofListing(key)) ? [key] : []))}
            onToggle={(key, on) => props.making.switch(ofListing(key), on)}
          />
        </Show>
        <Show when={deliverables().length > 1}>
          <ChoiceChips
            label={words().deliverables}
            choices={deliverables().map((id) => ({
              value: id,
              label: deliverableById(id)?.[language()] ?? id,
            }))}
            chosen={deliverables().filter((id) => isAnyOn(ofDeliverable(id)))}
            onToggle={(id, on) => props.making.switch(ofDeliverable(id), on)}
          />
        </Show>
        <Table
          label={words().preview}
          columns={columns()}
          rows={props.prepared.table.rows}
          rowId={(row) => row.id}
          height="min(52vh, 30rem)"
        />
        <Show when={props.prepared.changes.retire.length}>
          {(count) => (
            <Checkbox
              label={words().retire(formatNumber(count()))}
              help={words().retireHelp}
              checked={props.making.retires()}
              onChange={props.making.setRetires}
            />
          )}
        </Show>
      </Stack>
    </Show>
  )
}
