/** Selling points in order of weight: written in place, moved by dragging or by keys, removed with undo. */
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { AddLine } from '#client/ui/add-line.tsx'
import { Button } from '#client/ui/button.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { InlineField } from '#client/ui/inline-field.tsx'
import { ReorderList } from '#client/ui/reorder-list.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { SellingPoint } from '#shared/domain/briefs/brief.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import {
  addPoint,
  choosePointText,
  movePoint,
  removePoint,
  setPointProof,
  setPointText,
} from '#shared/documents/commands/brief-points.ts'
import { pastePoints } from '#shared/documents/commands/paste-rows.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { FilePlace } from './file-place.tsx'
import { ChooseOne } from './choose-one.tsx'
import { sayRefusal } from './form/say-refusal.ts'
import { formWords } from './form/words.ts'
import { pastedRows } from './pasted-rows.ts'
import type { FieldPresence } from './presence.ts'
import { Flagged } from './quality/flagged.tsx'
import { sectionWords } from './sections/words.ts'
import { briefWords } from './words.ts'

export interface PointsSectionProps {
  readonly doc: Y.Doc
  readonly points: readonly SellingPoint[]
  readonly presence: FieldPresence
  readonly readOnly: boolean
  readonly undo: () => void
}

export function PointsSection(props: PointsSectionProps) {
  const [words, form, sections] = [
    useWords(briefWords),
    useWords(formWords),
    useWords(sectionWords),
  ]
  const [focusOn, setFocusOn] = createSignal<RowId | null>(null)
  /** Below the point it was asked from, at the end when asked by the button. */
  const add = (after: SellingPoint | null): void => {
    const id = randomRowId()
    // Said before it is there, so that it is shown in its place and not at the end.
    setFocusOn(id)
    const added = addPoint(props.doc, id, '', after && behind(after))
    if (!added.ok) showToast(words().tooMany(limits.pointsPerBrief), { tone: 'warn' })
  }
  const behind = (point: SellingPoint): RowId | null => props.points[point.order]?.id ?? null
  const addLines = (after: SellingPoint, lines: readonly string[]): void => {
    const before = behind(after)
    const left = lines.filter((line) => !addPoint(props.doc, randomRowId(), line, before).ok)
    if (left.length === 0) return
    showToast(
      words().pointsLeft(
        left.length,
        limits.pointsPerBrief,
        limits.pointCharacters,
        beginning(left[0] ?? ''),
      ),
      { tone: 'warn', seconds: 20 },
    )
  }
  /** Text and proof, from this point down. */
  const paste = (over: SellingPoint, text: string): void => {
    const headings = [words().points, form().proof]
    const { rows, cut } = pastedRows(text, ['text', 'proof'] as const, headings)
    const done = pastePoints(
      props.doc,
      rows.map(({ text: said = '', proof }, at) => ({
        id: at === 0 ? over.id : randomRowId(),
        text: said,
        ...(proof !== undefined && { proof }),
      })),
      behind(over),
    )
    if (!done.ok) {
      const { code, limit } = done.refusal
      const why = code === 'too-long' ? form().refusals.tooLong(limit) : words().tooMany(limit)
      return void showToast(sections().nothingPasted(why), { tone: 'warn', seconds: 12 })
    }
    const said = sections().pastedRows(rows.length)
    showToast(cut ? `${said}${sections().pastedCut}` : said, {
      action: { label: words().undo, run: props.undo },
    })
  }
  const remove = (id: RowId): void => {
    removePoint(props.doc, id)
    showToast(words().removed, { action: { label: words().undo, run: props.undo } })
  }
  return (
    <Section title={words().points} note={props.readOnly ? undefined : words().pointsHelp}>
      <div data-part="points">
        <ReorderList
          label={words().points}
          items={props.points}
          itemId={(point) => point.id}
          nameOf={(point) => point.text || words().pointLabel(point.order)}
          words={{ grip: words().grip, hint: words().moveHint, moved: words().moved }}
          disabled={props.readOnly}
          ownId={focusOn() ?? undefined}
          onMove={(id, before) => movePoint(props.doc, id as RowId, before as RowId | null)}
        >
          {(point, index) => (
            <PointLine
              point={point()}
              place={index() + 1}
              autofocus={focusOn() === point().id}
              section={props}
              onRemove={() => remove(point().id)}
              onEnter={() => point().text !== '' && add(point())}
              onMoreLines={(lines) => addLines(point(), lines)}
              onCells={(text) => paste(point(), text)}
            />
          )}
        </ReorderList>
      </div>
      <Show when={!props.readOnly}>
        <AddLine>
          <Button kind="quiet" onClick={() => add(null)}>
            <Plus size={16} aria-hidden="true" />
            {words().addPoint}
          </Button>
        </AddLine>
      </Show>
    </Section>
  )
}

function PointLine(line: {
  readonly point: SellingPoint
  readonly place: number
  readonly autofocus: boolean
  readonly section: PointsSectionProps
  readonly onRemove: () => void
  readonly onEnter: () => void
  readonly onMoreLines: (lines: readonly string[]) => void
  readonly onCells: (text: string) => void
}) {
  const [words, form, sections] = [
    useWords(briefWords),
    useWords(formWords),
    useWords(sectionWords),
  ]
  const field = (): string => `point/${line.point.id}`
  return (
    <Show
      when={line.point.candidates.length > 1}
      fallback={
        <>
          <Stack gap="none">
            <InlineField
              look="line"
              label={words().pointLabel(line.place)}
              value={line.point.text}
              placeholder={words().pointPlaceholder}
              readOnly={line.section.readOnly}
              autofocus={line.autofocus}
              onEnter={line.onEnter}
              onMoreLines={line.onMoreLines}
              onCells={line.onCells}
              maxLength={limits.pointCharacters}
              presence={line.section.presence.mark(field())}
              onFocus={() => line.section.presence.enter(field())}
              onBlur={() => line.section.presence.leave(field())}
              onInput={(text) => void setPointText(line.section.doc, line.point.id, text)}
            />
            <Show when={!line.section.readOnly || line.point.proof !== ''}>
              <InlineField
                look="note"
                label={sections().proofOf(line.place)}
                value={line.point.proof}
                placeholder={sections().proofHint(form().proof)}
                readOnly={line.section.readOnly}
                maxLength={limits.pointCharacters}
                presence={line.section.presence.mark(`${field()}/proof`)}
                onFocus={() => line.section.presence.enter(`${field()}/proof`)}
                onBlur={() => line.section.presence.leave(`${field()}/proof`)}
                onInput={(proof) => void setPointProof(line.section.doc, line.point.id, { proof })}
              />
            </Show>
            <FilePlace
              label={`${form().proof} ${line.place}`}
              id={line.point.proofFile}
              takes="all"
              readOnly={line.section.readOnly}
              onSet={(proofFile) => {
                const set = setPointProof(line.section.doc, line.point.id, { proofFile })
                return set.ok ? null : sayRefusal(set.refusal, form())
              }}
            />
            <Flagged
              section={line.section}
              place={`points/${line.point.id}/text`}
              text={line.point.text}
            />
          </Stack>
          <Show when={!line.section.readOnly}>
            <IconButton label={words().remove} onClick={line.onRemove}>
              <Trash size={16} aria-hidden="true" />
            </IconButton>
          </Show>
        </>
      }
    >
      <ChooseOne
        candidates={line.point.candidates}
        authorOf={line.section.presence.authorOf}
        onChoose={(writer) => void choosePointText(line.section.doc, line.point.id, writer)}
        readOnly={line.section.readOnly}
      />
    </Show>
  )
}

/** Enough of a line to know it again; whole signs, so that no emoji is halved. */
const beginning = (line: string): string => [...line].slice(0, 30).join('')
