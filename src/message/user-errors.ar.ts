import type { UserError } from '#shared/user-error.ts';

type Details = UserError['details'];

/** The Arabic of every `UserError` code. A code that is not here is a defect, and a test looks for it. */
export const USER_ERRORS: Record<string, (details: Details) => string> = {
  'not-allowed': () => 'هذا الأمر للمحررين.',
  'not-allowed-here': () => 'لا يغيّر الاشتراك في هذه المجموعة إلا مشرفوها.',
  'time-not-understood': ({ words }) => `لم أفهم الوقت «${words}». اكتبه هكذا: /subscribe 08:00`,
  'wish-not-understood': ({ words }) =>
    `لم أفهم «${words}». اكتب الوقت ثم المدينة ثم الموضوع، هكذا: /subscribe 08:00 القاهرة سياسة`,
  'brief-unknown': ({ words }) => `لا موجز عندي عن «${words}».`,
  'file-too-large': ({ name }) => `الملف «${name}» أكبر من ميغابايت واحد. أرسل نص المقال وحده.`,
  'file-not-text': ({ name }) => `الملف «${name}» ليس نصاً. أرسل المقال في ملف txt أو الصقه هنا.`,
};

export function writeUserError(error: UserError): string {
  return USER_ERRORS[error.code]?.(error.details) ?? 'تعذّر تنفيذ طلبك.';
}
