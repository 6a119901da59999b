/** Words of the app as a thing on the device: a newer version, the offer to install. */
import { defineWords } from '#client/i18n/words.ts'

export const pwaWords = defineWords({
  zh: {
    ready: '有新版本',
    readyHelp: '更新前会先保存这台设备上所有标签页里的改动',
    update: '更新',
    storing: '正在保存改动，然后打开新版本',
    elsewhere: '另一个标签页正在更新。先保存这一页的改动，再打开新版本',
    notStored: '有改动没能存到这台设备上，所以先不更新。导出改动或腾出空间后再试',
    tryAgain: '再试一次',
    tooOld: '服务器比这一页新。更新后才能继续同步，改动留在这台设备上',
    noNewer: '还没有取到新版本，稍后再试',
    updated: '已在另一个标签页里更新到新版本，改动都在',
    offerInstall: '可以把联星装到这台设备上，没有网络也能从桌面打开',
    install: '安装',
  },
  en: {
    ready: 'A new version is ready',
    readyHelp: 'Before it opens, changes in every tab are saved on this device',
    update: 'Update',
    storing: 'Saving changes, then opening the new version',
    elsewhere:
      'Another tab is updating. Changes on this page are saved first, then the new version opens',
    notStored:
      'Some changes could not be saved on this device, so the update waits. Export them or make room, then try again',
    tryAgain: 'Try again',
    tooOld:
      'The server is newer than this page. Update to sync again; changes stay on this device until then',
    noNewer: 'The new version could not be fetched yet. Try again a little later',
    updated: 'Another tab updated to the new version. Your changes are all here',
    offerInstall: 'Asterism can be installed on this device and opens without a network',
    install: 'Install',
  },
})
