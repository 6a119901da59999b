/** Words about the workspaces on a device. */
import { defineWords } from '#client/i18n/words.ts'

export const workspaceWords = defineWords({
  zh: {
    open: (name: string) => `打开「${name}」`,
    shareTitle: (name: string) => `把「${name}」放到这个服务器上`,
    shareHelp: '这台设备上的内容会全部发过去，之后就可以邀请同事、在别的设备上打开',
    share: '放上去',
  },
  en: {
    open: (name: string) => `Open ${name}`,
    shareTitle: (name: string) => `Move ${name} to this server`,
    shareHelp:
      'Everything on this device is sent there. Then you can invite colleagues and open it on other devices',
    share: 'Move it',
  },
})
