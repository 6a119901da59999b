/** Words about where work is, and what stands across the top when a person should act. Loaded behind the first screen. */
import { defineWords } from '#client/i18n/words.ts'

export const appWords = defineWords({
  zh: {
    saving: '正在保存到这台设备',
    onDevice: (n: number) => `${n} 项改动在这台设备上，等待发送`,
    onDeviceOffline: (n: number) => `${n} 项改动还在这台设备上，连上网络后会自动发送`,
    onDeviceRelayDown: (n: number) => `${n} 项改动还在这台设备上，服务器恢复后会自动发送`,
    onDeviceCrowded: (n: number) => `${n} 项改动还在这台设备上，一分钟内会再试着发送`,
    onDeviceUnsent: (n: number) => `${n} 项改动在这台设备上，还没发出`,
    filesUnsent: (n: number) => `${n} 个文件还没发送`,
    filesHere: (n: number) => `${n} 个文件还没发送，留在这台设备上，连上服务器后会自动发送`,
    filesInMemory: (n: number) => `${n} 个文件只在这一页里，还没发送`,
    andFiles: (said: string, n: number) => `${said}；另有 ${n} 个文件还没发送`,
    ownFiles: (n: number) => `这张有 ${n} 个文件还没发送`,
    inMemory: (n: number) => `${n} 项改动只在这一页里，还没发出`,
    unreadable: '这台设备上的数据读不到了',
    oldest: (age: string) => `最早的在${age}`,
    alone: '已保存，只在这台设备上',
    safe: '已安全存到服务器',
    ownSafe: '这张已存到服务器',
    talkSafe: '评论已存到服务器',
    ownWaiting: (n: number) => `其中这张 ${n} 项`,
    notYetHeard: '已保存在这台设备上，还没连上服务器',
    inMemoryIdle: '这一页还没连上服务器',
    nothingWaits: '没有等待发送的改动',
    offline: '没有网络，可以照常编辑',
    relayDown: '连不上服务器，可以照常编辑',
    crowded: '同时连接的太多，一分钟内会自动再连，可以照常编辑',
    connecting: '正在连接',
    fetching: (n: number) => `正在取回 ${n} 张需求单`,
    notFetched: (what: string, n: number) => `${what}。还有 ${n} 张需求单没取回来`,
    refused: (n: number) => `${n} 项改动没有被接受`,
    refusedAndWaiting: (n: number, waiting: number) =>
      `${n} 项改动没有被接受，另有 ${waiting} 项等待发送`,
    refusedNotice: (n: number) => `${n} 项改动没有被接受，都留在这台设备上`,
    notStoredLine: '刚才的改动还没存到这台设备',
    signedOut:
      '服务器不认识这台设备了。照常编辑，改动留在这里；请负责人发一个邀请链接，在这台设备上打开就能接着发送',
    signedOutInMemory: '服务器不认识这台设备了，改动只在这一页里。先导出，再请负责人发一个邀请链接',
    noAccess: '你的权限已被收回，没发出的改动还在这台设备上，可以导出',
    noAccessInMemory: '你的权限已被收回，没发出的改动只在这一页里，请先导出',
    noAccessNothing: '你的权限已被收回。没有等待发送的改动',
    linkFault: '服务器看不懂这个版本的消息。重新打开这一页会更新，改动留在这台设备上',
    notStored: '这台设备存不下了，刚才的改动只在内存里。请先导出，再腾出空间',
    storageLost:
      '这一页读不到这台设备上的数据了：可能被浏览器清除，或被另一个标签页里的新版本接管。请先导出这一页里的内容，再重新打开；已存到服务器的会取回来',
    memoryOnly: '浏览器不允许保存数据，关掉页面，还没发出的改动就会丢失',
    reread: (title: string, n: number) =>
      `${n === 1 && title !== '' ? `「${title}」` : `${n} 张需求单`}和服务器上的内容不一样，已按服务器的重新读取。原来的内容留在这台设备上，可以导出`,
    clockAhead: (by: string) =>
      `这台设备的时钟比服务器快${by}。改动照常保存和发送，但时间会显示错。请在系统设置里校准时钟`,
    clockBehind: (by: string) =>
      `这台设备的时钟比服务器慢${by}。改动照常保存和发送，但时间会显示错。请在系统设置里校准时钟`,
    exportAll: '导出',
    exportFailed: '没能写出文件。腾出一些空间再试',
    fileName: (day: string) => `联星 ${day}.json`,
    look: '看看是哪些',
    seen: '知道了',
    retry: '重新连接',
    reopen: '重新打开',
  },
  en: {
    saving: 'Saving on this device',
    onDevice: (n: number) =>
      `${n} ${n === 1 ? 'change' : 'changes'} on this device, waiting to be sent`,
    onDeviceOffline: (n: number) =>
      `${n} ${n === 1 ? 'change is' : 'changes are'} still on this device and will go out when you are online`,
    onDeviceRelayDown: (n: number) =>
      `${n} ${n === 1 ? 'change is' : 'changes are'} still on this device and will go out when the server is back`,
    onDeviceCrowded: (n: number) =>
      `${n} ${n === 1 ? 'change is' : 'changes are'} still on this device and will be tried again within a minute`,
    onDeviceUnsent: (n: number) =>
      `${n} ${n === 1 ? 'change' : 'changes'} on this device, not sent yet`,
    filesUnsent: (n: number) => `${n} ${n === 1 ? 'file has' : 'files have'} not been sent yet`,
    filesHere: (n: number) =>
      `${n} ${n === 1 ? 'file is' : 'files are'} still on this device and will go out when the server can be reached`,
    filesInMemory: (n: number) =>
      `${n} ${n === 1 ? 'file is' : 'files are'} only in this page, not sent yet`,
    andFiles: (said: string, n: number) =>
      `${said}; ${n} ${n === 1 ? 'file has' : 'files have'} not been sent yet either`,
    ownFiles: (n: number) =>
      `${n} ${n === 1 ? 'file' : 'files'} of this brief ${n === 1 ? 'has' : 'have'} not been sent yet`,
    inMemory: (n: number) =>
      `${n} ${n === 1 ? 'change is' : 'changes are'} only in this page, not sent yet`,
    unreadable: 'What is on this device cannot be read',
    oldest: (age: string) => `The oldest was made ${age}`,
    alone: 'Saved, on this device only',
    safe: 'Safe on the server',
    ownSafe: 'This one is safe on the server',
    talkSafe: 'Comments are safe on the server',
    ownWaiting: (n: number) => `${n} of them in this brief`,
    notYetHeard: 'Saved on this device. The server has not been reached yet',
    inMemoryIdle: 'The server has not been reached yet',
    nothingWaits: 'No changes are waiting to be sent',
    offline: 'Offline. You can keep editing',
    relayDown: 'The server cannot be reached. You can keep editing',
    crowded:
      'Too many connections at once. This one will be tried again within a minute; you can keep editing',
    connecting: 'Connecting',
    fetching: (n: number) => `Fetching ${n} ${n === 1 ? 'brief' : 'briefs'}`,
    notFetched: (what: string, n: number) =>
      `${what}. ${n} ${n === 1 ? 'brief has' : 'briefs have'} not been fetched yet`,
    refused: (n: number) => `${n} ${n === 1 ? 'change was' : 'changes were'} not accepted`,
    refusedAndWaiting: (n: number, waiting: number) =>
      `${n} ${n === 1 ? 'change was' : 'changes were'} not accepted, ${waiting} more waiting to be sent`,
    refusedNotice: (n: number) =>
      `${n} ${n === 1 ? 'change was' : 'changes were'} not accepted. Nothing is lost: they are kept on this device`,
    notStoredLine: 'The last changes are not on this device yet',
    signedOut:
      'The server no longer knows this device. Keep editing, changes stay here; open a new invite link on this device and they will go out',
    signedOutInMemory:
      'The server no longer knows this device, and changes are only in this page. Export them, then ask an owner for an invite link',
    noAccess: 'Your access was withdrawn. Unsent changes are on this device and can be exported',
    noAccessInMemory:
      'Your access was withdrawn, and unsent changes are only in this page. Export them first',
    noAccessNothing: 'Your access was withdrawn. No changes are waiting to be sent',
    linkFault:
      'The server could not read this version. Open the page again to update; changes stay on this device',
    notStored:
      'This device is full. The last changes are only in memory: export them, then make room',
    storageLost:
      'This page can no longer read the data on this device: the browser may have removed it, or a newer version in another tab took it over. Export what is in this page, then open it again; what the server has comes back',
    memoryOnly: 'The browser does not allow storage. Closing this page loses changes not yet sent',
    reread: (title: string, n: number) => {
      const which = title === '' ? '1 brief' : `“${title}”`
      return n === 1
        ? `${which} differed from the server’s copy and was read again. What was here is kept on this device and can be exported`
        : `${n} briefs differed from the server’s copies and were read again. What was here is kept on this device and can be exported`
    },
    clockAhead: (by: string) =>
      `This device’s clock is ${by} ahead of the server’s. Changes are saved and sent as ever, but times will look wrong. Set the clock in the system settings`,
    clockBehind: (by: string) =>
      `This device’s clock is ${by} behind the server’s. Changes are saved and sent as ever, but times will look wrong. Set the clock in the system settings`,
    exportAll: 'Export',
    exportFailed: 'The file could not be written. Make some room and try again',
    fileName: (day: string) => `Asterism ${day}.json`,
    look: 'See which',
    seen: 'Got it',
    retry: 'Connect again',
    reopen: 'Open again',
  },
})
