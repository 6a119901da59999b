/** Select and combobox: few and ten thousand options, making a new one, looking, nothing there, wrong, off. */
import { createSignal } from 'solid-js'
import { Combobox, type ComboboxProps } from '#client/ui/combobox.tsx'
import { Select, type SelectProps } from '#client/ui/select.tsx'
import { long, say } from '../say.ts'
import { Specimen } from '../specimen.tsx'

const markets = [
  { value: 'de', label: 'Amazon 德国', words: 'deguo germany', detail: 'DE' },
  { value: 'fr', label: 'Amazon 法国', words: 'faguo france', detail: 'FR' },
  { value: 'us', label: 'TikTok Shop 美国', words: 'meiguo united states', detail: 'US' },
  { value: 'th', label: 'Shopee 泰国', words: 'taiguo thailand', detail: 'TH' },
  { value: 'vn', label: 'Lazada 越南', words: 'yuenan vietnam', detail: 'VN', disabled: true },
  { value: 'ar', label: long.arabic, detail: 'AE' },
  { value: 'long', label: long.german, detail: 'DE' },
]

const products = Array.from({ length: 10_000 }, (_, at) => ({
  value: `p${at}`,
  label: `CUP-${String(at).padStart(5, '0')}`,
  detail: ['苔绿', '沙色', '黑'][at % 3],
}))

export function Comboboxes() {
  const combobox = (first: string, more: Partial<ComboboxProps>) => {
    const [value, setValue] = createSignal(first)
    return (
      <Combobox
        label={say('市场', 'Market')}
        options={markets}
        placeholder={say('输入或选择', 'Type or choose')}
        {...more}
        value={value()}
        onChange={setValue}
      />
    )
  }
  const select = (more: Partial<SelectProps<string>>, first = 'usual') => {
    const [value, setValue] = createSignal(first)
    return (
      <Select
        label={say('快慢', 'Speed')}
        options={[
          { value: 'usual', label: say('常规', 'Standard') },
          { value: 'rush', label: say('加急', 'Rush') },
          { value: 'free', label: say('不急', 'No hurry'), disabled: true },
          { value: 'long', label: long.german },
        ]}
        {...more}
        value={value()}
        onChange={setValue}
      />
    )
  }
  const [made, setMade] = createSignal(markets)
  const [market, setMarket] = createSignal('')
  return (
    <>
      <Specimen name={say('下拉', 'Select')}>{select({})}</Specimen>
      <Specimen name={say('下拉，未选', 'Select, nothing chosen')}>
        {select({ placeholder: say('请选择', 'Choose') }, '')}
      </Specimen>
      <Specimen name={say('下拉，不可用', 'Select, off')}>{select({ disabled: true })}</Specimen>
      <Specimen name={say('可输入', 'Combobox')}>{combobox('de', {})}</Specimen>
      <Specimen name={say('一万项', 'Ten thousand')}>
        {combobox('', { label: 'SKU', options: products })}
      </Specimen>
      <Specimen name={say('可新建', 'Makes new ones')}>
        <Combobox
          label={say('标签', 'Label')}
          options={made()}
          value={market()}
          onChange={setMarket}
          onMake={(name) => {
            setMade((before) => [...before, { value: name, label: name, words: '', detail: '' }])
            setMarket(name)
          }}
        />
      </Specimen>
      <Specimen name={say('查找中', 'Looking')}>
        {combobox('', { label: say('达人', 'Creator'), options: [], looking: true })}
      </Specimen>
      <Specimen name={say('没有选项', 'No options')}>
        {combobox('', { label: say('品牌', 'Brand'), options: [] })}
      </Specimen>
      <Specimen name={say('焦点', 'Focus')} forced="focus focus-visible">
        {combobox('us', { label: say('主市场', 'Main market') })}
      </Specimen>
      <Specimen name={say('有误', 'Wrong')}>
        {combobox('', {
          label: say('语言', 'Language'),
          error: say('先选一个市场', 'Choose a market first'),
        })}
      </Specimen>
      <Specimen name={say('不可用', 'Off')}>
        {combobox('th', { label: say('站点', 'Site'), disabled: true })}
      </Specimen>
    </>
  )
}
