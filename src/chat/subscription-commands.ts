import type { CommandInfo } from './commands.ts';

/** The commands about digests; in groups, channels and servers only their admins may change things. */
export const SUBSCRIPTION_COMMANDS: readonly CommandInfo[] = [
  {
    name: 'subscribe',
    arabic: 'اشتراك',
    words: ['اشتراك', 'اشترك'],
    who: 'chat-admin',
    does: 'موجز يومي في الوقت الذي تختاره، مثل: 08:00 القاهرة',
    doesInEnglish: 'A daily digest, as /subscribe 08:00 Cairo politics; answers with the next slot',
    argument: {
      name: 'when',
      arabic: 'الوقت',
      does: 'الوقت والمدينة والمواضيع، مثل: 08:00 القاهرة سياسة',
      doesInEnglish: 'Time, city and topics, such as: 08:00 Cairo',
      isBrief: false,
    },
  },
  {
    name: 'unsubscribe',
    arabic: 'إلغاء_الاشتراك',
    words: ['إلغاء الاشتراك', 'ألغ الاشتراك'],
    who: 'chat-admin',
    does: 'إيقاف الموجز اليومي والأخبار العاجلة',
    doesInEnglish: 'Stops digests and pushes',
    argument: null,
  },
  {
    name: 'settings',
    arabic: 'الإعدادات',
    words: ['الإعدادات', 'إعدادات'],
    who: 'chat-admin',
    does: 'الوقت والتوقيت والأيام والمواضيع وشكل الأرقام والتواريخ',
    doesInEnglish: 'Time, zone, days, topics, digits, month names, quiet days, breaking news',
    argument: null,
  },
  {
    name: 'status',
    arabic: 'الحالة',
    words: ['الحالة'],
    who: 'reader',
    does: 'آخر موجز وصلك والموعد القادم',
    doesInEnglish: 'The last digest delivered, the next slot, and why it stopped if it did',
    argument: null,
  },
];
