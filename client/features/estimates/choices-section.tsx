/** What a person assumes for one brief beyond what it says: who makes it, how often, what is shot, who looks at it. */
import { formatNumber } from '#client/i18n/format.ts'
import { language, localeOf } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { NumberField } from '#client/ui/number-field.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { SwitchField } from '#client/ui/switch-field.tsx'
import {
  mostVariants,
  shootChoices,
  type CostChoices,
  type SettledChoices,
} from '#shared/domain/estimates/choices.ts'
import { estimateWords } from './words.ts'

export interface ChoicesSectionProps {
  readonly settled: SettledChoices
  /** Of the brief. */
  readonly asksForShoot: boolean
  readonly limits: number
  readonly readOnly: boolean
  readonly onChoose: <Name extends keyof CostChoices>(name: Name, value: CostChoices[Name]) => void
}

export function ChoicesSection(props: ChoicesSectionProps) {
  const words = useWords(estimateWords)
  return (
    <Section title={words().choices} note={words().choicesNote}>
      <Stack>
        <Row gap="apart" wrap align="start">
          <NumberField
            label={words().vendorShare}
            help={words().vendorShareHelp}
            value={props.settled.vendorShare}
            locale={localeOf(language())}
            min={0}
            max={100}
            step={10}
            unit="%"
            disabled={props.readOnly}
            onChange={(value) => props.onChoose('vendorShare', value)}
          />
          <NumberField
            label={words().variants}
            help={words().variantsHelp}
            value={props.settled.variants}
            locale={localeOf(language())}
            min={1}
            max={mostVariants}
            disabled={props.readOnly}
            onChange={(value) => props.onChoose('variants', value)}
          />
          <Select
            label={words().shoot}
            help={props.asksForShoot ? words().shootHelp.asked : words().shootHelp.none}
            value={props.settled.shoot}
            options={shootChoices.map((value) => ({ value, label: words().shoots[value] }))}
            disabled={props.readOnly}
            onChange={(value) => props.onChoose('shoot', value)}
          />
        </Row>
        <SwitchField
          label={words().legal}
          help={
            props.limits > 0 ? words().legalHelp(formatNumber(props.limits)) : words().legalNone
          }
          on={props.settled.legal}
          disabled={props.readOnly}
          onChange={(on) => props.onChoose('legal', on)}
        />
        <SwitchField
          label={words().local}
          help={words().localHelp}
          on={props.settled.local}
          disabled={props.readOnly}
          onChange={(on) => props.onChoose('local', on)}
        />
      </Stack>
    </Section>
  )
}
