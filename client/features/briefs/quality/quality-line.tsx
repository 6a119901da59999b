/** How complete the open brief is, as one line above it where there is no room for a rail; a press shows the whole list. */
import { createMemo, createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import { ScoreLine } from '#client/ui/score-line.tsx'
import { Row } from '#client/ui/row.tsx'
import { followQuality } from './follow-quality.ts'
import { QualityList } from './quality-list.tsx'
import type { QualityRailProps } from './quality-rail.tsx'
import { sayOutOfScope } from './say-out-of-scope.ts'

const Dialog = later(async () => (await import('#client/ui/dialog.tsx')).Dialog)

export function QualityLine(props: QualityRailProps) {
  const words = useWords(sectionWords)
  const judgement = followQuality(() => props.doc)
  const outside = createMemo(() => sayOutOfScope(judgement().brief, props.scope))
  const [open, setOpen] = createSignal(false)
  const [wanted, setWanted] = createSignal(false)
  const todo = (): number =>
    judgement().quality.items.filter(({ standing }) => standing !== 'satisfied').length
  return (
    <>
      <Row wrap gap="related">
        <ScoreLine
          label={words().score(judgement().quality.score)}
          score={judgement().quality.score}
        />
        <Button
          kind="quiet"
          aria-haspopup="dialog"
          onClick={() => {
            setWanted(true)
            setOpen(true)
          }}
        >
          {words().quality} · {words().open(todo())}
        </Button>
      </Row>
      <Show when={wanted()}>
        <Dialog
          open={open()}
          onOpenChange={setOpen}
          title={words().quality}
          closeLabel={words().close}
          size="side"
        >
          <QualityList
            quality={judgement().quality}
            outOfScope={outside()}
            onGo={() => setOpen(false)}
          />
        </Dialog>
      </Show>
    </>
  )
}
