/** Arabic that only Discord needs: selects, forms and the message menu. */
export const DISCORD_WORDS = {
  choose: 'اختر من القائمة',
  chooseMore: (from: number, to: number) => `اختر من القائمة (${from}–${to})`,
  menu: 'موجز',
  moreText: 'بقية النص',
  moreTextHint: 'إن لم يتّسع له الحقل الأول',
} as const;
