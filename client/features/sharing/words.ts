/** Words of sharing a brief with people outside. Chinese is the source; English is written for itself. */
import { defineWords } from '#client/i18n/words.ts'

export const sharingWords = defineWords({
  zh: {
    share: '共享',
    close: '关闭',
    insideSee: '公司内部的人都能看到这张需求单。外部人员只能看到共享给他们的内容',
    outsourced: '外包成员',
    nobodyOutside: '还没有外包成员，先邀请一位再共享',
    toPeople: '去邀请',
    notShared: '还没有共享给外包成员',
    rights: { view: '可查看', comment: '可留言', edit: '可编辑' },
    rightOf: (name: string) => `${name}的权限`,
    right: '权限',
    until: '到期日',
    untilOf: (name: string) => `${name}的到期日`,
    noEnd: '不限期',
    pastDay: '选今天或以后的日子',
    end: '结束共享',
    endOf: (name: string) => `结束共享：${name}`,
    add: '共享给',
    addPlaceholder: '找一位外包成员',
    addOne: '共享',
    removedPerson: '已离开的人',
    states: {
      waiting: '等待发送，发出后生效',
      ending: '结束共享正等待发送',
      refused: '上一次更改没有被接受',
    },
    refusals: {
      'no-access': '你没有权限共享，请负责人来做',
      'too-many': '共享给这个人的需求单已经到了上限，先结束一些再试',
      other: '服务没有接受这次更改，请再试一次',
    },
    notStored: '这台设备没能存下这次更改，请腾出空间再试',
    unreadable: '这台设备上的共享记录读不到了。重新打开这一页再试',
    reading: '正在读取',
    links: '访客链接',
    linksHelp: '不用加入工作区。拿到链接的人填上名字，就能看到选中的需求单',
    noLinks: '没有有效的访客链接',
    linkUntil: (day: string) => `到 ${day}`,
    used: (n: number, most: number) => `来过 ${n} 人，上限 ${most} 人`,
    alsoOpens: (n: number) => `共 ${n} 张需求单`,
    endLink: '作废链接',
    onWay: '正在发出，链接马上就能打开',
    linkStates: {
      waiting: '等待发送，发出后链接才能打开',
      ending: '作废正等待发送，发出前链接还能用',
      refused: '服务器没有接受，链接打不开',
    },
    endRefused: '作废没有被接受，链接还能用',
    newLink: '新的访客链接',
    validFor: '有效期',
    day: '1 天',
    week: '7 天',
    month: '30 天',
    uses: '人数上限',
    people: (n: number) => `${n} 人`,
    moreBriefs: '同时共享别的需求单',
    moreBriefsPlaceholder: '按标题找',
    moreBriefsHelp: (most: number) => `一个链接最多 ${most} 张`,
    untitled: '未命名需求单',
    takeOut: (title: string) => `不共享「${title}」`,
    makeLink: '生成链接',
    linkLabel: '访客链接地址',
    qrLabel: '访客链接的二维码',
    linkWorks: '链接已生效',
    copy: '复制链接',
    copied: '已复制',
    copyFailed: '没能复制。请选中上面的链接，自己复制',
    send: '发送到',
    shareText: (title: string) => `${title} · 联星`,
    onlyHere: '这个地址只在这台电脑上能打开；要给别人看，先按说明给服务器设一个公开的 https 地址',
    linkOnce:
      '链接只显示这一次。转发给别人，对方也能用自己的名字进来；作废链接，所有人同时失去访问',
    another: '再做一个',
    guest: '访客',
    outside: '外包',
    mayHere: { view: '只能查看', comment: '可查看和留言', edit: '可编辑' },
    notSharedTitle: '这张需求单没有共享给你',
    notSharedHelp: '链接可能不对，或者共享已经结束。需要的话，请对方再共享一次',
    goneTitle: (title: string) =>
      title === '' ? '这张需求单不再共享给你' : `「${title}」不再共享给你`,
    /** What this device has alone. */
    unsent: (changes: number, files: number) =>
      [changes === 0 && files > 0 ? '' : `${changes} 项改动`, files === 0 ? '' : `${files} 个文件`]
        .filter((part) => part !== '')
        .join('和'),
    goneHelp: (unsent: string, workspace: string) =>
      `共享已经结束或到期，内容已从这台设备上移除。${
        unsent === '' ? '' : `你有 ${unsent}没发出，还在这台设备上，可以导出。`
      }还需要看的话，请「${workspace}」再共享一次`,
    overTitle: '没有共享给你的内容了',
    askPerson: (name: string, workspace: string) =>
      `共享已经结束或到期，内容已从这台设备上移除。还需要看的话，请「${workspace}」的${name}再发一个链接`,
    askWorkspace: (workspace: string) =>
      `共享已经结束或到期，内容已从这台设备上移除。还需要看的话，请「${workspace}」里发链接给你的人再发一个`,
    overUnsent: (unsent: string) => `你有 ${unsent}没发出，还在这台设备上`,
    keepCopy: '导出没发出的内容',
    back: '回到需求单',
  },
  en: {
    share: 'Share',
    close: 'Close',
    insideSee:
      'Everybody in the company sees this brief. People outside see only what is shared with them here',
    outsourced: 'Contractors',
    nobodyOutside: 'There are no contractors yet. Invite one first, then share',
    toPeople: 'Invite',
    notShared: 'Not shared with any contractor',
    rights: { view: 'Can view', comment: 'Can comment', edit: 'Can edit' },
    rightOf: (name: string) => `What ${name} may do`,
    right: 'May',
    until: 'Until',
    untilOf: (name: string) => `Until when ${name} may`,
    noEnd: 'No end',
    pastDay: 'Pick today or a later day',
    end: 'Stop sharing',
    endOf: (name: string) => `Stop sharing with ${name}`,
    add: 'Share with',
    addPlaceholder: 'Find a contractor',
    addOne: 'Share',
    removedPerson: 'Somebody who left',
    states: {
      waiting: 'Waiting to be sent, then it takes effect',
      ending: 'The end is waiting to be sent',
      refused: 'The last change was not accepted',
    },
    refusals: {
      'no-access': 'You may not share this. Ask an owner or a lead',
      'too-many':
        'This person has as many shared briefs as there can be. Stop sharing some, then try again',
      other: 'The server did not accept this change. Try again',
    },
    notStored: 'This device could not store the change. Make some room and try again',
    unreadable: 'What is shared cannot be read on this device. Open the page again',
    reading: 'Reading',
    links: 'Guest links',
    linksHelp:
      'Nobody needs to join the workspace. Whoever has the link gives a name and sees the chosen briefs',
    noLinks: 'No guest link is active',
    linkUntil: (day: string) => `until ${day}`,
    used: (n: number, most: number) => `${n} of at most ${most} guests`,
    alsoOpens: (n: number) => `${n} briefs`,
    endLink: 'Revoke link',
    onWay: 'On its way to the server. The link opens in a moment',
    linkStates: {
      waiting: 'Waiting to be sent; the link opens after that',
      ending: 'The revocation is waiting to be sent; until then the link works',
      refused: 'The server did not accept it, so the link does not open',
    },
    endRefused: 'It could not be revoked; the link still works',
    newLink: 'New guest link',
    validFor: 'Valid for',
    day: '1 day',
    week: '7 days',
    month: '30 days',
    uses: 'Guests at most',
    people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
    moreBriefs: 'Share more briefs with it',
    moreBriefsPlaceholder: 'Find by title',
    moreBriefsHelp: (most: number) => `At most ${most} in one link`,
    untitled: 'Untitled brief',
    takeOut: (title: string) => `Do not share “${title}”`,
    makeLink: 'Create link',
    linkLabel: 'Guest link address',
    qrLabel: 'QR code of the guest link',
    linkWorks: 'The link works',
    copy: 'Copy link',
    copied: 'Copied',
    copyFailed: 'It could not be copied. Select the link above and copy it yourself',
    send: 'Send to',
    shareText: (title: string) => `${title} · Asterism`,
    onlyHere:
      'This address opens on this computer only. For others, first give the server a public https address, as the README says',
    linkOnce:
      'The link is shown only once. Whoever it is passed on to can come in under their own name; revoking it ends access for all of them',
    another: 'Make another',
    guest: 'Guest',
    outside: 'Contractor',
    mayHere: { view: 'can view', comment: 'can view and comment', edit: 'can edit' },
    notSharedTitle: 'This brief is not shared with you',
    notSharedHelp:
      'The link may be wrong, or the sharing was ended. If you need it, ask for it to be shared again',
    goneTitle: (title: string) =>
      title === ''
        ? 'This brief is no longer shared with you'
        : `“${title}” is no longer shared with you`,
    unsent: (changes: number, files: number) =>
      [
        changes === 0 && files > 0 ? '' : changes === 1 ? 'one change' : `${changes} changes`,
        files === 0 ? '' : files === 1 ? 'one file' : `${files} files`,
      ]
        .filter((part) => part !== '')
        .join(' and '),
    goneHelp: (unsent: string, workspace: string) =>
      `The sharing was ended or ran out, and its content was removed from this device. ${
        unsent === ''
          ? ''
          : `Of yours, ${unsent} not sent yet stayed on this device and can be exported. `
      }If you still need it, ask ${workspace} to share it again`,
    overTitle: 'Nothing is shared with you any more',
    askPerson: (name: string, workspace: string) =>
      `The sharing was ended or ran out, and the content was removed from this device. If you still need it, ask ${name} of ${workspace} for a new link`,
    askWorkspace: (workspace: string) =>
      `The sharing was ended or ran out, and the content was removed from this device. If you still need it, ask whoever sent you the link from ${workspace} for a new one`,
    overUnsent: (unsent: string) => `Not sent, and still on this device: ${unsent}`,
    keepCopy: 'Export what was not sent',
    back: 'Back to briefs',
  },
})
