/** Lines of text: empty, filled, wrong, off, read only, with a colleague in it, in other languages. */
import { createSignal } from 'solid-js'
import { InlineField } from '#client/ui/inline-field.tsx'
import { personColor } from '#client/ui/person-color.ts'
import { TextField, type TextFieldProps } from '#client/ui/text-field.tsx'
import { long, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

export function Fields() {
  const field = (more: Partial<TextFieldProps>, first = '') => {
    const [text, setText] = createSignal(first)
    return <TextField label={say('名称', 'Name')} {...more} value={text()} onInput={setText} />
  }
  const [title, setTitle] = createSignal(say('便携咖啡杯', 'Travel mug'))
  return (
    <>
      <Specimen name={say('空', 'Empty')}>
        {field({
          placeholder: say('例如：便携咖啡杯', 'For example: travel mug'),
          help: say('买家看到的名字', 'What buyers see'),
        })}
      </Specimen>
      <Specimen name={say('有字', 'Filled')}>
        {field(
          { optional: say('选填', 'optional'), aside: '12 / 80' },
          say('便携咖啡杯', 'Travel mug'),
        )}
      </Specimen>
      <Specimen name={say('指着', 'Hover')} forced="hover">
        {field({}, 'CUP-350-GRN')}
      </Specimen>
      <Specimen name={say('焦点', 'Focus')} forced="focus focus-visible">
        {field({}, 'CUP-350-GRN')}
      </Specimen>
      <Specimen name={say('有误', 'Wrong')}>
        {field(
          {
            label: say('链接', 'Link'),
            error: say('要以 https:// 开头', 'Must begin with https://'),
          },
          'http:/shop',
        )}
      </Specimen>
      <Specimen name={say('不可用', 'Off')}>{field({ disabled: true }, 'CUP-350-GRN')}</Specimen>
      <Specimen name={say('同事在写', 'A colleague writes')}>
        {field(
          {
            presence: {
              label: say('Julia 正在编辑', 'Julia is editing'),
              color: personColor('julia'),
            },
          },
          say('陶瓷内胆', 'Ceramic inside'),
        )}
      </Specimen>
      <Specimen name="Deutsch">{field({ lang: 'de' }, long.german)}</Specimen>
      <Specimen name="ไทย">{field({ lang: 'th' }, long.thai)}</Specimen>
      <Specimen name="中文">{field({ lang: 'zh-CN' }, long.chinese)}</Specimen>
      <Specimen name="العربية">{field({ lang: 'ar' }, long.arabic)}</Specimen>
      <Specimen name={say('无框', 'Without a frame')}>
        <InlineField
          look="heading"
          label={say('标题', 'Title')}
          value={title()}
          onInput={setTitle}
        />
      </Specimen>
    </>
  )
}
