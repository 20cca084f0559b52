import type { UserError } from '#shared/user-error.ts';

type Details = UserError['details'];

const WANTED: Record<string, string> = {
  casualties: 'رقماً للضحايا من هذا النوع',
  quotes: 'اقتباساً',
  places: 'مكاناً',
};

/** The Arabic of every `UserError` code. A code that is not here is a defect, and a test looks for it. */
export const USER_ERRORS: Record<string, (details: Details) => string> = {
  'not-allowed': () => 'هذا الأمر للمحررين.',
  'not-allowed-here': () => 'لا يغيّر الاشتراك في هذه المجموعة إلا مشرفوها.',
  'time-not-understood': ({ words }) => `لم أفهم الوقت «${words}». اكتبه هكذا: /subscribe 08:00`,
  'wish-not-understood': ({ words }) =>
    `لم أفهم «${words}». اكتب الوقت ثم المدينة ثم الموضوع، هكذا: /subscribe 08:00 القاهرة سياسة`,
  outdated: () => 'تغيّر الموجز منذ عرض هذه المعاينة. أعد الأمر.',
  'already-done': () => 'نُفّذ هذا من قبل، أو أُلغي.',
  'not-publishable': () => 'لا يُنشر هذا كما هو: فيه معلومة لا تطابق نصها. سُجّل السبب.',
  'retracted-already': () => 'هذا الموجز مسحوب.',
  'reason-missing': () => 'اكتب سبب السحب بعد اسم الموجز، هكذا: /retract كازاخستان المصدر غير صحيح',
  'correct-form': () =>
    'اكتب الموجز ثم رقم المعلومة ثم الجملة، هكذا: /correct كازاخستان 3 قالت وزارة الصحة إن 18 قتلوا. الأرقام في /facts.',
  'fact-out-of-range': ({ number, total }) =>
    `لا معلومة برقم ${number}. في الموجز ${total}، تجدها في /facts.`,
  'summary-not-corrected': ({ number }) =>
    `المعلومة ${number} جملة من الخلاصة، وهي كلام المقال نفسه. صحّح الرقم أو الاقتباس أو المكان الذي فيها.`,
  'no-such-fact': ({ kind }) =>
    `لم أقرأ في الجملة ${WANTED[String(kind)] ?? 'معلومة من هذا النوع'}. لم يتغيّر شيء.`,
  'nothing-changes': () => 'الجملة تقول ما هو منشور. لم يتغيّر شيء.',
  'push-time': ({ words }) => `لم أفهم الوقت «${words}». اكتبه هكذا: /push كازاخستان 18:30`,
  'push-time-past': ({ time }) => `الوقت ${time} مضى اليوم. اختر وقتاً لاحقاً.`,
  'draft-changed': () => 'تغيّرت المسودة منذ ظهر هذا الزر. اكتب /draft لتراها كما هي.',
  'own-draft': () => 'لا يوافق على المسودة من كتبها. اطلب ذلك من ناشر آخر.',
  'names-missing': () => 'اكتب اسماً واحداً على الأقل يُعثر به على الموجز.',
  'no-fact-in-sentence': () => 'لم أقرأ في الجملة اقتباساً ولا رقماً للضحايا ولا مكاناً. لم تتغيّر المسودة.',
  'reply-not-text': () => 'لا نص في الرسالة التي رددت عليها. رُدّ على رسالة فيها نص، أو الصقه بعد الأمر.',
  'text-empty': () => 'لا نص هنا.',
  'text-too-short': () => 'النص أقصر من أن يكون خبراً. أرسل المقال كاملاً.',
  'text-too-long': ({ length }) => `النص طويل جداً (${length} حرفاً). الحد مليون حرف.`,
  'text-not-arabic': () => 'لا نص عربياً هنا. أرسل المقال بالعربية.',
  'link-not-opened': () => 'لا أفتح الروابط. الصق نص المقال نفسه، أو أعد توجيه المنشور، أو أرسله ملف txt.',
  undecided: () => 'احسم أولاً كل رقم يختلف عن المنشور.',
  'update-form': () => 'اكتب الموجز ثم النص الجديد، أو رُدّ بالأمر على رسالة فيها النص: /update كازاخستان',
  'admins-form': () => 'اكتب هكذا: /admins telegram:1001 ناشر، أو محرر، أو حذف',
  'brief-unknown': ({ words }) => `لا موجز عندي عن «${words}».`,
  'file-too-large': ({ name, megabytes }) =>
    `الملف «${name}» أكبر من ${megabytes === undefined ? 'ميغابايت واحد' : `${megabytes} ميغابايت`}. أرسل نص المقال وحده.`,
  'file-damaged': ({ name }) => `الملف «${name}» تالف: فيه بايتات ليست من UTF-8. احفظه من جديد وأرسله.`,
  'file-not-text': ({ name }) => `الملف «${name}» ليس نصاً. أرسل المقال في ملف txt أو الصقه هنا.`,
};

export function writeUserError(error: UserError): string {
  return USER_ERRORS[error.code]?.(error.details) ?? 'تعذّر تنفيذ طلبك.';
}
