/** Words of inviting by link and of the links in force. Chinese is the source; English is written for itself. */
import { defineWords, type SameWords } from '#client/i18n/words.ts'

export const inviteWords = defineWords({
  zh: {
    title: '新的邀请链接',
    guest: '访客',
    access: '权限',
    outsourced: '外包',
    outsourcedHelp: '只看得到分享给他的需求单',
    functions: '职能',
    functionsHelp: '以后可以再改',
    validFor: '有效期',
    day: '1 天',
    week: '7 天',
    month: '30 天',
    uses: '人数上限',
    times: (n: number) => `${n} 人`,
    makeLink: '生成链接',
    linkLabel: '邀请链接地址',
    qrLabel: '邀请链接的二维码，用手机相机扫一扫就能打开',
    copy: '复制链接',
    copied: '已复制',
    copyFailed: '没能复制。请在上面选中链接，自己复制',
    share: '分享',
    shareText: (workspace: string) => `加入${workspace}`,
    onlyHere: '这个地址只在这台电脑上能打开；要让别人加入，先按说明给服务器设一个公开的 https 地址',
    once: '链接只显示这一次。拿到的人都能加入，请只发给要加入的同事',
    onWay: '正在发出，马上就能打开',
    notYet: '现在还打不开：这台设备连上网络、发出邀请后，链接才生效',
    works: '链接已生效',
    refused: (isRight: boolean) =>
      isRight
        ? '链接没有生效：你现在没有邀请的权限。请找所有者或负责人'
        : '链接没有生效：这个邀请没有被接受。请再生成一个',
    notStored: '这台设备存不下了，邀请没有做成。腾出一些空间再试',
    invites: '邀请链接',
    noInvites: '没有有效的邀请链接',
    unreadable: '读不到这台设备上的邀请。刷新页面再试',
    used: '已加入',
    usesOf: (used: number, most: number) => `${used} / ${most} 人`,
    waiting: '等待发出',
    validUntil: '有效期至',
    revoke: '作废',
    revoking: '已作废。发出后链接就打不开了',
    ending: '正在作废',
    notMade: (day: string, isRight: boolean) =>
      isRight
        ? `${day}的邀请没有生效：你没有邀请的权限。请找所有者或负责人`
        : `${day}的邀请没有被接受，链接打不开。请再生成一个`,
    notEnded: (day: string, isRight: boolean) =>
      isRight
        ? `${day}的邀请没有作废成：你没有权限，链接仍然有效。请找所有者或负责人`
        : `${day}的邀请没有作废成，链接仍然有效。请再作废一次`,
    gotIt: '知道了',
    close: '关闭',
  },
  en: {
    title: 'New invite link',
    guest: 'Guest',
    access: 'Access',
    outsourced: 'Contractor',
    outsourcedHelp: 'Sees only the briefs shared with them',
    functions: 'Functions',
    functionsHelp: 'Can be changed later',
    validFor: 'Valid for',
    day: '1 day',
    week: '7 days',
    month: '30 days',
    uses: 'People at most',
    times: (n: number) => (n === 1 ? '1 person' : `${n} people`),
    makeLink: 'Create link',
    linkLabel: 'Invite address',
    qrLabel: 'QR code of the invite link. Point a phone camera at it to open the link',
    copy: 'Copy link',
    copied: 'Copied',
    copyFailed: 'The link could not be copied. Select it above and copy it yourself',
    share: 'Share',
    shareText: (workspace: string) => `Join ${workspace}`,
    onlyHere:
      'This address opens on this computer only. To let others in, first give the server a public https address, as the README says',
    once: 'The link is shown only once. Anyone who has it can join, so send it only to the people you mean',
    onWay: 'On its way to the server. The link opens in a moment',
    notYet:
      'It does not open yet. The link works once this device is online and has sent the invite',
    works: 'The link works now',
    refused: (isRight: boolean) =>
      isRight
        ? 'The link does not work: you may not invite at the moment. Ask an owner or a lead'
        : 'The link does not work: this invite was not accepted. Create another one',
    notStored:
      'This device is out of space, so there is no invite. Free up some space and try again',
    invites: 'Invite links',
    noInvites: 'There is no active invite link',
    unreadable: 'The invites on this device cannot be read. Reload and try again',
    used: 'Joined',
    usesOf: (used: number, most: number) => `${used} of ${most}`,
    waiting: 'Not sent',
    validUntil: 'Valid until',
    revoke: 'Revoke',
    revoking: 'Revoked. The link stops opening once this is sent',
    ending: 'Ending',
    notMade: (day: string, isRight: boolean) =>
      isRight
        ? `Your invite of ${day} does not work: you may not invite. Ask an owner or a lead`
        : `Your invite of ${day} was not accepted, so its link does not open. Create another one`,
    notEnded: (day: string, isRight: boolean) =>
      isRight
        ? `The invite of ${day} was not revoked: you may not do that, and its link still works. Ask an owner or a lead`
        : `The invite of ${day} was not revoked, and its link still works. Revoke it again`,
    gotIt: 'Got it',
    close: 'Close',
  },
})

export type InviteWords = SameWords<(typeof inviteWords)['zh']>
