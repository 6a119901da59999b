/** Checkboxes, switches, radio cards and chips: on, off, mixed, wrong, long. */
import { createSignal } from 'solid-js'
import { Checkbox, type CheckboxProps } from '#client/ui/checkbox.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { RadioCards } from '#client/ui/radio-cards.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { SwitchField, type SwitchFieldProps } from '#client/ui/switch-field.tsx'
import { long, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

export function Choices() {
  const box = (label: string, first: boolean, more: Partial<CheckboxProps> = {}) => {
    const [on, setOn] = createSignal(first)
    return <Checkbox label={label} {...more} checked={on()} onChange={setOn} />
  }
  const turn = (label: string, first: boolean, more: Partial<SwitchFieldProps> = {}) => {
    const [on, setOn] = createSignal(first)
    return <SwitchField label={label} {...more} on={on()} onChange={setOn} />
  }
  const [speed, setSpeed] = createSignal<'usual' | 'rush' | 'free'>('usual')
  const [markets, setMarkets] = createSignal<readonly string[]>(['de', 'us'])
  const cards = () =>
    [
      {
        value: 'usual',
        title: say('常规', 'Standard'),
        detail: say('五个工作日，含两轮修改', 'Five working days, two rounds of changes'),
        aside: '¥ 120',
      },
      {
        value: 'rush',
        title: say('加急', 'Rush'),
        detail: say('两个工作日，一轮修改', 'Two working days, one round of changes'),
        aside: '¥ 260',
      },
      {
        value: 'free',
        title: say('不急', 'No hurry'),
        detail: say('本月名额已满', 'No places left this month'),
        disabled: true,
      },
    ] as const
  return (
    <>
      <Specimen name={say('勾选', 'Checkbox')}>
        {box(say('包含包装图', 'With packaging shots'), true)}
        {box(say('包含尺寸图', 'With a size chart'), false, {
          help: say('用公制和英制', 'In metric and imperial'),
        })}
        {box(say('全部语言', 'All languages'), false, { mixed: true })}
        {box(say('不可用', 'Off'), true, { disabled: true })}
        {box(say('已核对授权', 'Licence checked'), false, {
          error: say('提交前需要核对', 'Needed before you submit'),
        })}
        {box(long.german, true)}
      </Specimen>
      <Specimen name={say('勾选，焦点', 'Checkbox, focus')} forced="focus focus-visible">
        {box(say('包含包装图', 'With packaging shots'), true)}
        {turn(say('到期前提醒', 'Remind me'), true)}
      </Specimen>
      <Specimen name={say('开关', 'Switch')}>
        {turn(say('到期前一天提醒我', 'Remind me a day before'), true)}
        {turn(say('只看我的时区', 'Only my time zone'), false, {
          help: say('关闭时显示两地时间', 'Off shows the time in both places'),
        })}
        {turn(say('不可用', 'Off'), true, { disabled: true })}
      </Specimen>
      <Specimen name={say('单选卡片', 'Radio cards')} wide>
        <RadioCards
          label={say('快慢', 'Speed')}
          cards={cards()}
          value={speed()}
          onChange={setSpeed}
        />
      </Specimen>
      <Specimen name={say('单选卡片，有误', 'Radio cards, wrong')} wide>
        <RadioCards
          label={say('语言', 'Language')}
          cards={[
            { value: 'de', title: 'Deutsch', detail: long.german },
            { value: 'th', title: 'ไทย', detail: long.thai },
            { value: 'ar', title: 'العربية', detail: long.arabic },
          ]}
          value=""
          error={say('请选一项', 'Choose one')}
          onChange={() => undefined}
        />
      </Specimen>
      <Specimen name={say('多选', 'Chips')} wide>
        <Stack>
          <ChoiceChips
            label={say('平台与市场', 'Markets')}
            choices={[
              { value: 'de', label: 'Amazon', detail: say('德国', 'Germany') },
              { value: 'us', label: 'TikTok Shop', detail: say('美国', 'United States') },
              { value: 'th', label: 'Shopee', detail: say('泰国', 'Thailand') },
              { value: 'own', label: say('独立站', 'Own shop'), disabled: true },
            ]}
            chosen={markets()}
            onToggle={(value, on) =>
              setMarkets((before) =>
                on ? [...before, value] : before.filter((one) => one !== value),
              )
            }
          />
        </Stack>
      </Specimen>
    </>
  )
}
