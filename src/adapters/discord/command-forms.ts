import { ApplicationCommandOptionType as Type } from 'discord.js';

/** One field of a slash command; the values of all of them, in this order, are what follows the command's name. */
export interface FormField {
  name: string;
  arabic: string;
  /** At most 100 characters. */
  does: string;
  type: Type.String | Type.Integer | Type.Attachment;
  required?: boolean;
  /** Suggests briefs while it is typed. */
  isBrief?: boolean;
  /** A text longer than a line: where it is not given, a form is opened for it. */
  long?: boolean;
}

const brief: FormField = {
  name: 'brief',
  arabic: 'الموجز',
  does: 'الموجز المقصود: اكتب كلمة منه واختر',
  type: Type.String,
  required: true,
  isBrief: true,
};
const file: FormField = {
  name: 'file',
  arabic: 'ملف',
  does: 'المقال في ملف نصي (txt) حتى ميغابايت واحد',
  type: Type.Attachment,
};

/**
 * Commands with more than one field, or with a field that is more than a line. The others take their one argument
 * from the registry (chat/commands.ts).
 */
export const COMMAND_FORMS: Record<string, readonly FormField[]> = {
  subscribe: [
    { name: 'time', arabic: 'الوقت', does: 'وقت الموجز اليومي، مثل 08:00', type: Type.String },
    { name: 'zone', arabic: 'التوقيت', does: 'المدينة أو المنطقة الزمنية، مثل الرياض', type: Type.String },
    { name: 'topics', arabic: 'المواضيع', does: 'بلدان أو مدن أو كلمات، بينها فواصل', type: Type.String },
  ],
  draft: [{ name: 'text', arabic: 'النص', does: 'نص المقال', type: Type.String, long: true }, file],
  facts: [brief],
  history: [brief],
  push: [brief, { name: 'time', arabic: 'الوقت', does: 'موعد الإرسال، مثل 18:30', type: Type.String }],
  update: [
    brief,
    { name: 'text', arabic: 'النص', does: 'نص التطور الجديد', type: Type.String, long: true },
    file,
  ],
  correct: [
    brief,
    {
      name: 'number',
      arabic: 'رقم_المعلومة',
      does: 'رقمها كما يعرضه أمر المعلومات',
      type: Type.Integer,
      required: true,
    },
    {
      name: 'sentence',
      arabic: 'الجملة',
      does: 'الجملة الجديدة، وفيها الرقم وقائله',
      type: Type.String,
      required: true,
    },
  ],
  retract: [
    brief,
    {
      name: 'reason',
      arabic: 'السبب',
      does: 'سبب السحب كما سيقرأه القراء',
      type: Type.String,
      required: true,
    },
  ],
};
