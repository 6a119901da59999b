/** Days: with a time, in two zones, empty, wrong, off. */
import { createSignal } from 'solid-js'
import { DateField, type DateFieldProps } from '#client/ui/date-field.tsx'
import { locale, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

export function Dates() {
  const zones = () =>
    [
      { zone: 'Asia/Shanghai', place: say('深圳', 'Shenzhen') },
      { zone: 'Europe/Berlin', place: say('法兰克福', 'Frankfurt') },
    ] as const
  const field = (first: string, more: Partial<DateFieldProps>) => {
    const [day, setDay] = createSignal(first)
    return (
      <DateField
        label={say('希望交付', 'Wanted by')}
        locale={locale()}
        placeholder={say('未定', 'Open')}
        {...more}
        value={day()}
        onChange={setDay}
      />
    )
  }
  const [time, setTime] = createSignal('02:30')
  return (
    <>
      <Specimen name={say('一天', 'A day')}>{field('2026-12-08', {})}</Specimen>
      <Specimen name={say('两地', 'In two zones')}>
        {field('2026-12-08', { zones: zones() })}
      </Specimen>
      <Specimen name={say('两地，带时间', 'In two zones, with a time')}>
        {field('2026-12-09', {
          zones: zones(),
          get time() {
            return time()
          },
          onTime: setTime,
        })}
      </Specimen>
      <Specimen name={say('空', 'Empty')}>{field('', { zones: zones() })}</Specimen>
      <Specimen name={say('有误', 'Wrong')}>
        {field('2026-11-01', {
          error: say('早于今天，换一个以后的日期', 'Earlier than today: choose a later day'),
        })}
      </Specimen>
      <Specimen name={say('不可用', 'Off')}>{field('2026-12-08', { disabled: true })}</Specimen>
    </>
  )
}
