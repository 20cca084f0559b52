/** What editors are told. */
export const DESK_LABELS = {
  draftTitle: 'مسودة',
  sendText: 'أرسل نص المقال، في رسالة أو أكثر، ثم اضغط «تم».',
  collected: (parts: string, words: string) => `وصل من النص ${parts}، ${words}. أرسل البقية أو اضغط «تم».`,
  offerDraft: 'هل أصنع من هذا النص مسودة؟',
  unsettled: 'غير محسوم',
  unsettledHint: 'رأيتُ هذا ولم أجزم به. أضِفه إن كان صحيحاً.',
  noFigures: 'لا أرقام للضحايا في النص.',
  namesLine: (names: string) => `يُعثر عليه باسم: ${names}`,
  idLine: (id: string) => `معرّفه: ${id}`,
  sendNames: 'اكتب الأسماء التي يُعثر عليه بها، بينها فواصل، بالعربية واللاتينية.',
  sendFact: 'اكتب جملة من المقال فيها المعلومة، أو جملة جديدة ومصدرها.',
  sendEdit: (n: string) => `اكتب الجملة الصحيحة للمعلومة ${n}.`,
  chooseRemove: 'أيّ معلومة تُحذف؟',
  chooseEdit: 'أيّ معلومة تُعدَّل؟',
  chooseTake: 'أيّ غير محسوم يُؤخذ؟',
  alreadyOpen: (what: string) => `عندك مسودة مفتوحة: «${what}». مسودة واحدة في كل مرة.`,
  cancelled: 'أُلغي.',
  published: (headline: string, revision: string) => `نُشر «${headline}» (النسخة ${revision}).`,
  awaiting: 'ينتظر موافقة ناشر آخر.',
  approvalAsked: (who: string) => `مسودة من ${who} تنتظر موافقتك.`,

  factsTitle: 'المعلومات',
  differencesTitle: 'أرقام تختلف عمّا هو منشور',
  difference: (what: string, standing: string, standingSource: string, fresh: string, freshSource: string) =>
    `${what}: المنشور ${standing} (${standingSource})، وفي النص الجديد ${fresh} (${freshSource})`,
  decided: { correction: 'تصحيح', later: 'حصيلة لاحقة', beside: 'رقم مصدر آخر', skip: 'تُهمل' },
  updateTitle: 'تحديث',

  recipients: (total: string, platforms: string) => `سيصل إلى ${total}${platforms ? `: ${platforms}` : ''}.`,
  onPlatform: {
    telegram: 'في تيليغرام',
    discord: 'في ديسكورد',
    web: 'في صفحة الويب',
    terminal: 'في الطرفية',
  },
  nobody: 'لا مشتركين بعد. لن يصل إلى أحد.',
  scheduled: (moment: string) => `سيُرسل ${moment}.`,
  progress: (done: string, total: string, rate: string, left: string) =>
    `يُرسل: ${done} من ${total} · ${rate} في الثانية · بقيت ${left}`,
  correcting: (done: string, total: string) => `يُصحَّح: ${done} من ${total}`,
  waiting: 'بدأ التنفيذ.',
  doneSent: (sent: string) => `أُرسل إلى ${sent}.`,
  doneCorrected: (sent: string) => `صُحّح في ${sent}.`,
  doneRetracted: (sent: string) => `سُحب من ${sent}.`,
  doneNobody: 'لا مشترك يُرسل إليه.',
  doneNoCopies: 'لم تصل إلى أحد نسخة من هذا الموجز.',
  doneFailed: (failed: string, reasons: string) => `تعذّر ${failed}: ${reasons}.`,
  doneDouble: (n: string) => `ربما وصل مرتين إلى ${n}.`,
  notReached: 'لم يصل إلى:',
  jobCancelled: 'أُلغي الإرسال قبل أن يبدأ.',
  tooLate: 'بدأ الإرسال ولا يمكن إلغاؤه.',
  retried: (n: string) => `أُعيدت المحاولة مع ${n}.`,

  askWhich: 'في الجملة أكثر من معلومة. أيّها تقصد؟',
  reached: (chats: string, copies: string | null) =>
    `وصل الخبر إلى ${chats}${copies === null ? '' : ` في ${copies}`}.`,
  retractPreview: (headline: string, reason: string) =>
    `سيُسحب «${headline}». السبب: ${reason.replace(/[.،؛\s]+$/, '')}.`,

  historyTitle: 'سجل الموجز',
  ledgerTitle: 'سجل أرقام الضحايا',
  revision: (n: string, moment: string, reason: string, who: string) =>
    `النسخة ${n} · ${moment} · ${reason} · ${who}`,
  reasons: {
    published: 'نشر',
    imported: 'من الملفات',
    update: 'تحديث',
    correction: 'تصحيح',
    retraction: 'سحب',
  },
  fromFile: 'ملف',
  ledgerLine: (when: string, figure: string, replaced: boolean) =>
    `${when} · ${figure}${replaced ? ' — استُبدل' : ''}`,

  statsTitle: 'إحصاءات',
  subscribers: (platforms: string) => `المشتركون: ${platforms}`,
  deliveries: (states: string) => `الرسائل: ${states}`,
  failures: (reasons: string) => `أسباب التعذر: ${reasons}`,
  mostAsked: 'أكثر ما سُئل عنه',
  notFound: 'ما سُئل عنه ولم يوجد',
  nothing: 'لا شيء',
  states: { pending: 'تنتظر', sending: 'تُرسل', sent: 'وصلت', failed: 'تعذرت', unknown: 'غير معلومة' },

  adminsTitle: 'المشرفون',
  roles: { owner: 'مالك', publisher: 'ناشر', editor: 'محرر' },
  roleSet: (person: string, role: string) => `صار ${person} ${role}اً.`,
  roleRemoved: (person: string) => `أُزيلت صلاحية ${person}.`,
  adminsHint: 'للإضافة: /admins telegram:1001 ناشر، أو محرر. للحذف: /admins telegram:1001 حذف',
  auditTitle: 'سجل الأفعال',
  acts: {
    publish: 'نشر',
    push: 'إرسال',
    correct: 'تصحيح',
    correction: 'تصحيح النسخ',
    retract: 'سحب',
    retraction: 'سحب النسخ',
    update: 'تحديث',
    role: 'صلاحية',
  },

  button: {
    done: 'تم',
    draft: 'مسودة',
    openDraft: 'افتحها',
    publish: 'نشر',
    publishAndSend: 'نشر وإرسال',
    cancel: 'إلغاء',
    approve: 'موافقة ونشر',
    remove: 'حذف معلومة',
    edit: 'تعديل معلومة',
    add: 'إضافة معلومة',
    take: 'حسم غير المحسوم',
    names: 'الأسماء',
    back: 'رجوع',
    send: 'إرسال',
    confirm: 'تأكيد',
    retry: 'أعد المحاولة',
    removePerson: (person: string) => `حذف ${person}`,
  },
} as const;

/** Why extraction would not decide, by its code. */
export const UNSETTLED_REASONS: Record<string, string> = {
  mixed: 'قتلى وجرحى في رقم واحد',
  illness: 'إصابات بمرض، وليست جراحاً',
  'unknown-noun': 'رقم لا يُعرف من المقصود به',
};

/** The platform's word for why a message did not arrive, as an editor reads it. */
export const FAILURE_REASONS: Record<string, string> = {
  blocked: 'حُظر البوت',
  kicked: 'أُخرج البوت',
  'no-rights': 'لا إذن بالكتابة',
  gone: 'لم تعد الرسالة أو المحادثة موجودة',
  disabled: 'المحادثة متوقفة',
  deactivated: 'أُغلق الحساب',
  'no-topic': 'أُغلق الموضوع أو حُذف',
  unsubscribed: 'أُلغي الاشتراك',
  lapsed: 'حلّ محله ما هو أحدث',
  'not composed': 'تعذّر إعداد الرسالة',
};
