/** Words of the workspace file: exporting everything of a workspace, and importing it into an empty one. */
import { defineWords } from '#client/i18n/words.ts'

export const workspaceFileWords = defineWords({
  zh: {
    title: '整个工作区',
    exportHelp:
      '导出成一个文件：需求单、讨论、设置和同事资料；有附件时连同附件打成一个 ZIP。可以原样导入另一个空的工作区，也可以直接打开来看',
    export: '导出工作区',
    exporting: '正在导出',
    someMissing: (n: string, all: string) =>
      `${all} 份里有 ${n} 份不在这台设备上，现在连不上服务器，取不回来。文件里会写明缺了哪些`,
    someBehind: (n: string) => `先从服务器取回 ${n} 份，再写进文件`,
    exportAnyway: '照样导出',
    cancel: '取消',
    exported: (n: string) => `已导出 ${n} 份`,
    exportedWithout: (n: string, missing: string) =>
      `已导出 ${n} 份，另外 ${missing} 份没能取回，文件里写明了是哪些`,
    exportFailed: '没能写出文件。腾出一些空间再试',
    zipTooLarge: '文件超过 2000 MB，导入时会被拒绝',
    exportedWithoutFiles: (n: string, missing: string) =>
      `已导出 ${n} 份，另外 ${missing} 个附件没能取回，文件里写明了是哪些`,
    tooLarge: '文件超过 100 MB，导入时会被拒绝',
    fileName: (workspace: string, day: string, end: string) => `${workspace} ${day}.${end}`,
    choose: '从备份文件导入',
    chooseHelp: '选择导出的工作区文件，先看清里面有什么，再决定导入',
    reading: '正在检查文件',
    file: '文件',
    fileOf: (name: string, workspace: string) => `${name}，来自「${workspace}」`,
    made: '导出',
    madeBy: (when: string, who: string) => `${when}，${who}`,
    holds: '内容',
    attached: '附件',
    files: (n: string) => `${n} 个`,
    filesLost: (n: string) => `。${n} 个附件损坏或放不下，没有导入`,
    counts: {
      brief: (n: string) => `${n} 张需求单`,
      talk: (n: string) => `${n} 段讨论`,
      workspace: (_n: string) => '工作区设置',
      person: (n: string) => `${n} 份同事资料`,
      template: (n: string) => `${n} 个模板`,
      task: (n: string) => `${n} 个素材任务`,
      sop: (n: string) => `${n} 版 SOP`,
      prices: (_n: string) => '价目表',
      costs: (n: string) => `${n} 份估算与报价`,
    },
    between: '、',
    lacks: '缺少',
    lacksCount: (n: string) => `${n} 份，导出时没能取回`,
    settingsStay: '这里已经改过的工作区设置会保留，不用文件里的',
    namesHelp: '讨论里仍写着原来的名字。文件里的同事不会因此加入这个工作区',
    import: (n: string) => `导入这 ${n} 份`,
    importing: '正在写入这台设备',
    imported: (n: string) => `已导入 ${n} 份。全部在这台设备上了，正在存到服务器`,
    toBriefs: '查看需求单',
    refusals: {
      unreadable: '浏览器读不了这个文件。它可能被移动了，请重新选择',
      'not-ours': '这不是联星导出的工作区文件',
      newer: '这个文件由更新的版本导出。请先更新应用，再导入',
      'too-large': '文件超过 100 MB，不能导入',
      'zip-too-large': '文件超过 2000 MB，不能导入',
      'zip-damaged': '文件损坏或不完整，什么都没有导入。请换一份备份',
      'too-many-documents': '文件里超过 20,000 份，不能导入',
      'not-empty': '这个工作区里已经有需求单。备份文件只能导入空的工作区',
      'not-connected': '连上服务器以后才能导入：要先确认这个工作区是空的',
      'not-stored': '没能写入这台设备，什么都没有导入。腾出一些空间再试',
    },
    damaged: (at: number) =>
      at === 0
        ? '文件开头损坏，什么都没有导入。请换一份备份'
        : `文件里第 ${at} 份损坏，什么都没有导入。请换一份备份`,
  },
  en: {
    title: 'The whole workspace',
    exportHelp:
      'One file with all briefs, talks, settings and profiles, or a ZIP with what is attached to them. It can be imported into another, empty workspace, or simply opened and read',
    export: 'Export the workspace',
    exporting: 'Exporting',
    someMissing: (n: string, all: string) =>
      `${n} of ${all} documents are not on this device, and the server cannot be reached to fetch them. The file will name them`,
    someBehind: (n: string) => `${n} will be fetched from the server first`,
    exportAnyway: 'Export without them',
    cancel: 'Cancel',
    exported: (n: string) => (n === '1' ? '1 document exported' : `${n} documents exported`),
    exportedWithout: (n: string, missing: string) =>
      `${n} exported. ${missing} could not be fetched and are named in the file`,
    exportFailed: 'The file could not be written. Make some room and try again',
    zipTooLarge: 'The file is over 2000 MB and will be refused when imported',
    exportedWithoutFiles: (n: string, missing: string) =>
      `${n} exported. ${missing} attached ${missing === '1' ? 'file' : 'files'} could not be fetched and ${missing === '1' ? 'is' : 'are'} named in it`,
    tooLarge: 'The file is over 100 MB and will be refused when imported',
    fileName: (workspace: string, day: string, end: string) => `${workspace} ${day}.${end}`,
    choose: 'Import a workspace file',
    chooseHelp: 'Choose an exported file. You see what it holds before anything is imported',
    reading: 'Checking the file',
    file: 'File',
    fileOf: (name: string, workspace: string) => `${name}, from “${workspace}”`,
    made: 'Exported',
    madeBy: (when: string, who: string) => `${when} by ${who}`,
    holds: 'Holds',
    attached: 'Attached',
    files: (n: string) => (n === '1' ? '1 file' : `${n} files`),
    filesLost: (n: string) =>
      `. ${n} attached ${n === '1' ? 'file was' : 'files were'} damaged or found no room and ${n === '1' ? 'was' : 'were'} left out`,
    counts: {
      brief: (n: string) => (n === '1' ? '1 brief' : `${n} briefs`),
      talk: (n: string) => (n === '1' ? '1 talk' : `${n} talks`),
      workspace: (_n: string) => 'the workspace’s settings',
      person: (n: string) => (n === '1' ? '1 profile' : `${n} profiles`),
      template: (n: string) => (n === '1' ? '1 template' : `${n} templates`),
      task: (n: string) => (n === '1' ? '1 asset task' : `${n} asset tasks`),
      sop: (n: string) => (n === '1' ? '1 version of the SOP' : `${n} versions of the SOP`),
      prices: (_n: string) => 'the price table',
      costs: (n: string) =>
        n === '1' ? 'the estimate and quotes of 1 brief' : `estimates and quotes of ${n} briefs`,
    },
    between: ', ',
    lacks: 'Lacks',
    lacksCount: (n: string) =>
      n === '1'
        ? '1 document that could not be fetched'
        : `${n} documents that could not be fetched`,
    settingsStay: 'Settings made here already stay; those in the file are left out',
    namesHelp:
      'Comments keep the names of those who wrote them. Nobody in the file joins this workspace by it',
    import: (n: string) => (n === '1' ? 'Import 1 document' : `Import ${n} documents`),
    importing: 'Writing to this device',
    imported: (n: string) =>
      `${n} imported. All of it is on this device and on its way to the server`,
    toBriefs: 'See the briefs',
    refusals: {
      unreadable: 'The browser cannot read this file. It may have been moved. Choose it again',
      'not-ours': 'This is not a workspace file exported by Asterism',
      newer: 'A newer version exported this file. Update the app, then import it',
      'too-large': 'The file is over 100 MB and cannot be imported',
      'zip-too-large': 'The file is over 2000 MB and cannot be imported',
      'zip-damaged': 'The file is damaged or not whole. Nothing was imported. Use another copy',
      'too-many-documents': 'The file holds over 20,000 documents and cannot be imported',
      'not-empty': 'This workspace already has briefs. A file can only go into an empty one',
      'not-connected':
        'Connect to the server to import: it has to say first that this workspace is empty',
      'not-stored':
        'It could not be written to this device, and nothing was imported. Make some room and try again',
    },
    damaged: (at: number) =>
      at === 0
        ? 'The beginning of the file is damaged. Nothing was imported. Use another copy'
        : `Document ${at} in the file is damaged. Nothing was imported. Use another copy`,
  },
})
