/** Words of the shell: where work is, and the screens that stand in front of the app. */
import { defineWords } from '#client/i18n/words.ts'

export const appWords = defineWords({
  zh: {
    product: '联星',
    language: 'English',
    back: '返回',
    mainNavigation: '主导航',
    saving: '正在保存到这台设备',
    onDevice: (n: number) => `${n} 项改动在这台设备上，等待发送`,
    onDeviceOffline: (n: number) => `${n} 项改动还在这台设备上，连上网络后会自动发送`,
    onDeviceRelayDown: (n: number) => `${n} 项改动还在这台设备上，中继恢复后会自动发送`,
    safe: '已安全存到中继',
    ownSafe: '这张已存到中继',
    ownWaiting: (n: number) => `其中这张 ${n} 项`,
    notYetHeard: '已保存在这台设备上，还没连上中继',
    offline: '没有网络，可以照常编辑',
    relayDown: '连不上中继，可以照常编辑',
    connecting: '正在连接',
    signedOut:
      '中继不认识这台设备了。照常编辑，改动留在这里；请负责人发一个邀请链接，在这台设备上打开就能接着发送',
    noAccess: '你的权限已被收回，没发出的改动还在这台设备上，可以导出',
    tooOld: '应用版本太旧，刷新页面更新。改动留在这台设备上',
    refused: (n: number) => `${n} 项改动没有被接受`,
    notStored: '这台设备存不下了，刚才的改动只在内存里，请先导出再腾空间',
    storageLost: '浏览器清除了这台设备上的数据。重新打开这一页，已存到中继的会取回来',
    linkFault: '中继看不懂这个版本的消息。刷新页面更新，改动留在这台设备上',
    memoryOnly: '浏览器不允许保存数据，关掉页面改动就会丢失',
    exportRefused: '导出这些改动',
    retry: '重新连接',
    messages: '消息',
    close: '关闭',
    insecureTitle: '这个地址不安全，浏览器不允许保存数据',
    insecureHelp:
      '联星把密钥和数据放在你的设备上，浏览器只在 https 地址（或本机的 localhost）上允许这样做。',
    insecureHow:
      '请管理中继的人给它配 https：前面放一个 Caddy，再把 PUBLIC_URL 设成 https 地址，README 里有三行配置。配好后用 https 地址打开。',
    tooOldTitle: '浏览器太旧',
    tooOldHelp: '联星需要 2023 年以后的 Chrome、Edge、Safari 或 Firefox。更新浏览器后再打开。',
    chatTitle: '请在浏览器里打开',
    chatHelp: '你在聊天软件里打开了这一页。这里存不住数据，所以邀请还没有用掉，也没有生成钥匙。',
    chatHow: '点右上角的菜单，选「在浏览器打开」；或者复制下面的链接，粘到浏览器里。',
    linkLabel: '链接',
    copyLink: '复制链接',
    copied: '已复制',
    notFound: '没有这一页',
    notFoundHelp: '链接可能不完整',
    toBriefs: '去需求单',
    fault: '这一页出错了',
    faultHelp: '你的改动都在这台设备上。重新打开这一页就好',
    reload: '重新打开',
  },
  en: {
    product: 'Asterism',
    language: '中文',
    back: 'Back',
    mainNavigation: 'Main navigation',
    saving: 'Saving on this device',
    onDevice: (n: number) =>
      `${n} ${n === 1 ? 'change' : 'changes'} on this device, waiting to be sent`,
    onDeviceOffline: (n: number) =>
      `${n} ${n === 1 ? 'change is' : 'changes are'} still on this device and will go out when you are online`,
    onDeviceRelayDown: (n: number) =>
      `${n} ${n === 1 ? 'change is' : 'changes are'} still on this device and will go out when the relay is back`,
    safe: 'Safe on the relay',
    ownSafe: 'This one is safe on the relay',
    ownWaiting: (n: number) => `${n} of them in this brief`,
    notYetHeard: 'Saved on this device. The relay has not been reached yet',
    offline: 'Offline. You can keep editing',
    relayDown: 'The relay cannot be reached. You can keep editing',
    connecting: 'Connecting',
    signedOut:
      'The relay no longer knows this device. Keep editing, changes stay here; open a new invite link on this device and they will go out',
    noAccess: 'Your access was withdrawn. Unsent changes are on this device and can be exported',
    tooOld: 'This version is too old. Reload to update; changes stay on this device',
    refused: (n: number) => `${n} ${n === 1 ? 'change was' : 'changes were'} not accepted`,
    notStored:
      'This device is full. The last changes are only in memory: export them, then make room',
    storageLost:
      'The browser removed the data on this device. What the relay has comes back: open this page again',
    linkFault:
      'The relay could not read this version. Reload to update; changes stay on this device',
    memoryOnly: 'The browser does not allow storage. Closing this page loses your changes',
    exportRefused: 'Export these changes',
    retry: 'Connect again',
    messages: 'Messages',
    close: 'Close',
    insecureTitle: 'This address is not secure, so the browser will not keep your work',
    insecureHelp:
      'Asterism keeps keys and work on your device. Browsers allow that on https addresses only (or on localhost).',
    insecureHow:
      'Ask whoever runs the relay to put https in front of it: Caddy, and PUBLIC_URL set to the https address. README has the three lines. Then open the https address.',
    tooOldTitle: 'This browser is too old',
    tooOldHelp:
      'Asterism needs Chrome, Edge, Safari or Firefox from 2023 or later. Update the browser and open this again.',
    chatTitle: 'Please open this in your browser',
    chatHelp:
      'You opened this page inside a chat app. It cannot keep data, so the invite is not used up and no key was made.',
    chatHow:
      'Use the menu at the top right and choose “Open in browser”, or copy the link below into your browser.',
    linkLabel: 'Link',
    copyLink: 'Copy link',
    copied: 'Copied',
    notFound: 'There is no such page',
    notFoundHelp: 'The link may be incomplete',
    toBriefs: 'Go to briefs',
    fault: 'Something went wrong on this page',
    faultHelp: 'Your changes are on this device. Open the page again to go on',
    reload: 'Open again',
  },
})
