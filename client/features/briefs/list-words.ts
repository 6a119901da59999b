/** Words of the list of briefs alone: it is the first screen, and the others' words come later (words.ts). */
import { defineWords } from '#client/i18n/words.ts'

export const briefListWords = defineWords({
  zh: {
    briefs: '需求单',
    newBrief: '新建',
    untitled: '未命名需求单',
    noBriefs: '还没有需求单',
    noBriefsHelp: '新建一张，把产品表格拖进去就能开始',
    importFile: '从备份文件导入',
    noBriefsViewer: '同事建好以后会出现在这里',
    pickBrief: '从左边选一张需求单',
    productCount: (n: number) => `${n} 款`,
    noDate: '没定日期',
    rushed: '加急',
    choosePill: '选标题',
    isPinned: '始终保留在这台设备',
    isElsewhere: '不在这台设备上',
    notHereCount: (n: string, all: string) => `${all} 张里有 ${n} 张不在这台设备上`,
  },
  en: {
    briefs: 'Briefs',
    newBrief: 'New',
    untitled: 'Untitled brief',
    noBriefs: 'No briefs yet',
    noBriefsHelp: 'Create one, then drop your product list into it',
    importFile: 'Import a workspace file',
    noBriefsViewer: 'Briefs your colleagues create will appear here',
    pickBrief: 'Pick a brief on the left',
    productCount: (n: number) => `${n} ${n === 1 ? 'SKU' : 'SKUs'}`,
    noDate: 'no date',
    rushed: 'Rush',
    choosePill: 'Choose title',
    isPinned: 'Always kept on this device',
    isElsewhere: 'Not on this device',
    notHereCount: (n: string, all: string) => `${n} of ${all} are not on this device`,
  },
})
