/** Words of the workspace's settings. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const workspaceWords = defineWords({
  zh: {
    settings: '工作区设置',
    readOnly: '所有者和负责人可以修改',
    name: '名称',
    money: '货币与工作日',
    currency: '货币',
    workingDays: '工作日',
    days: '周一 周二 周三 周四 周五 周六 周日',
    scope: '适用范围',
    scopeHelp: '这家公司做哪些平台、市场、类目和语言。一项都不选就是不限',
    groups: { platforms: '平台', markets: '市场', categories: '类目', languages: '语言' },
    any: '不限',
    add: '添加',
    pilot: '先试点',
    pilotHelp: '只先做一个平台的一个类目，跑顺了再放开。范围外的需求单会注明',
    startPilot: '开始试点',
    endPilot: '结束试点',
    platform: '平台',
    category: '类目',
    pick: '选一个',
  },
  en: {
    settings: 'Workspace settings',
    readOnly: 'Owners and leads can change these',
    name: 'Name',
    money: 'Currency and working days',
    currency: 'Currency',
    workingDays: 'Working days',
    days: 'Mon Tue Wed Thu Fri Sat Sun',
    scope: 'Scope',
    scopeHelp:
      'The platforms, markets, categories and languages this company works in. Choose none for any',
    groups: {
      platforms: 'Platforms',
      markets: 'Markets',
      categories: 'Categories',
      languages: 'Languages',
    },
    any: 'Any',
    add: 'Add another',
    pilot: 'Pilot first',
    pilotHelp:
      'Start with one category on one platform and open up once it runs well. Briefs outside will say so',
    startPilot: 'Start a pilot',
    endPilot: 'End the pilot',
    platform: 'Platform',
    category: 'Category',
    pick: 'Choose one',
  },
})
