/** A pilot: one category on one platform first. */
import { Show } from 'solid-js'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { setPilot } from '#shared/documents/commands/workspace-settings.ts'
import { categories } from '#shared/domain/choices/categories.ts'
import { platforms } from '#shared/domain/choices/platforms.ts'
import type { SectionProps } from './section-props.ts'
import { workspaceWords } from './words.ts'

export function PilotSection(props: SectionProps) {
  const words = useWords(workspaceWords)
  return (
    <Section title={words().pilot} note={words().pilotHelp}>
      <Show
        when={props.workspace.pilot}
        fallback={
          <Button
            disabled={props.readOnly}
            onClick={() => setPilot(props.doc, { platform: null, category: null })}
          >
            {words().startPilot}
          </Button>
        }
      >
        {(pilot) => (
          <Row align="end" gap="apart" wrap>
            <Select
              label={words().platform}
              value={pilot().platform ?? ''}
              placeholder={words().pick}
              options={platforms.map((one) => ({ value: one.id, label: one[language()] }))}
              disabled={props.readOnly}
              onChange={(platform) => setPilot(props.doc, { ...pilot(), platform })}
            />
            <Select
              label={words().category}
              value={pilot().category ?? ''}
              placeholder={words().pick}
              options={categories.map((one) => ({ value: one.id, label: one[language()] }))}
              disabled={props.readOnly}
              onChange={(category) => setPilot(props.doc, { ...pilot(), category })}
            />
            <Button disabled={props.readOnly} onClick={() => setPilot(props.doc, null)}>
              {words().endPilot}
            </Button>
          </Row>
        )}
      </Show>
    </Section>
  )
}
