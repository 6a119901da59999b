/** Numbers: with unit and bounds, with a fraction, empty, wrong, off, as Germans write them. */
import { createSignal } from 'solid-js'
import { NumberField, type NumberFieldProps } from '#client/ui/number-field.tsx'
import { locale, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

export function Numbers() {
  const field = (first: number | null, more: Partial<NumberFieldProps>) => {
    const [value, setValue] = createSignal(first)
    return (
      <NumberField
        label={say('重量', 'Weight')}
        locale={locale()}
        {...more}
        value={value()}
        onChange={setValue}
        aside={<span data-value="">{String(value())}</span>}
      />
    )
  }
  return (
    <>
      <Specimen name={say('带单位', 'With a unit')}>
        {field(262, {
          unit: 'g',
          min: 0,
          max: 30_000,
          help: say('净重，不含包装', 'Without packaging'),
        })}
      </Specimen>
      <Specimen name={say('小数', 'A fraction')}>
        {field(1234.5, { label: say('单价', 'Price'), unit: '¥', decimals: 2, step: 0.5 })}
      </Specimen>
      <Specimen name="Deutsch">
        {field(1234.5, { label: 'Preis', locale: 'de-DE', unit: '€', decimals: 2 })}
      </Specimen>
      <Specimen name={say('空', 'Empty')}>
        {field(null, { label: say('件数', 'Pieces'), placeholder: say('例如 12', 'Such as 12') })}
      </Specimen>
      <Specimen name={say('焦点', 'Focus')} forced="focus focus-visible">
        {field(262, { unit: 'g' })}
      </Specimen>
      <Specimen name={say('有误', 'Wrong')}>
        {field(40, { error: say('不能大于 30', 'Must be at most 30'), unit: 'kg' })}
      </Specimen>
      <Specimen name={say('不可用', 'Off')}>{field(262, { unit: 'g', disabled: true })}</Specimen>
    </>
  )
}
