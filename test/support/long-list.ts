/** A supplier's list as long as wanted: believable rows, the same each time. */
const shapes = ['收纳箱', '保温杯', '宠物胸背', '台灯', '折叠椅', '围兜', '瑜伽垫', '三脚架']
const categories = [
  '家居收纳',
  '杯壶水具',
  '宠物用品',
  '灯具',
  '户外露营',
  '母婴用品',
  '运动健身',
  '数码配件',
]
const colours = ['灰', '燕麦白', '藏青', '橙', '鼠尾草绿', '黑']

export function longList(rows: number): string {
  const lines = ['货号,品名,类目,颜色,重量(g),条码,备注']
  for (let at = 0; at < rows; at += 1) {
    const kind = at % shapes.length
    const colour = colours[at % colours.length] ?? ''
    const weight = at % 97 === 0 ? '"1,045"' : String(120 + ((at * 7) % 900))
    lines.push(
      `QL-${String(at).padStart(5, '0')},${shapes[kind]} ${colour},${categories[kind]},${colour},${weight},,${at % 50 === 0 ? '新模具' : ''}`,
    )
  }
  return `${lines.join('\n')}\n`
}
