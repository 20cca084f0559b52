/** Who may give a command. `chat-admin`: everybody in private, the admins of a group, channel or server. */
export type Audience = 'reader' | 'chat-admin' | 'editor' | 'publisher' | 'owner';

export interface CommandInfo {
  /** As typed after the slash on every platform: lower-case Latin. */
  name: string;
  /** The Arabic command, as typed after the slash and registered on Discord: no spaces. */
  arabic: string;
  /** Arabic words that a plain message may begin with instead. */
  words: readonly string[];
  who: Audience;
  /** What it does, in Arabic, for command lists and help; at most 100 characters (Discord's limit). */
  does: string;
  /** The same in English, for Discord's default language and the README. */
  doesInEnglish: string;
  /** What may follow the command; null = nothing. Names as Discord wants them: at most 32 characters, no spaces. */
  argument: { name: string; arabic: string; does: string; doesInEnglish: string; isBrief: boolean } | null;
  /** Not in the platforms' command lists (`/start`). */
  hidden?: boolean;
}

const briefArgument = {
  name: 'words',
  arabic: 'كلمات',
  does: 'اسم بلد أو مدينة أو شخص',
  doesInEnglish: 'A country, a city or a person',
  isBrief: true,
};

/** The commands of readers. */
export const READER_COMMANDS: readonly CommandInfo[] = [
  {
    name: 'start',
    arabic: 'ابدأ',
    words: ['ابدأ', 'مرحبا', 'السلام عليكم'],
    who: 'reader',
    does: 'ترحيب وتعريف',
    doesInEnglish: 'Welcome, in Arabic; with a brief’s name it opens that brief',
    argument: null,
    hidden: true,
  },
  {
    name: 'brief',
    arabic: 'موجز',
    words: ['موجز'],
    who: 'reader',
    does: 'موجز خبر: خلاصته واقتباساته وأرقامه ومواقعه',
    doesInEnglish: 'The brief that fits the words; without words, the newest briefs',
    argument: briefArgument,
  },
  {
    name: 'latest',
    arabic: 'الأحدث',
    words: ['الأحدث', 'أحدث الموجزات', 'آخر الأخبار'],
    who: 'reader',
    does: 'أحدث الموجزات',
    doesInEnglish: 'The newest briefs, as buttons',
    argument: null,
  },
  {
    name: 'help',
    arabic: 'مساعدة',
    words: ['مساعدة', 'الأوامر'],
    who: 'reader',
    does: 'قائمة الأوامر',
    doesInEnglish: 'The commands, in Arabic',
    argument: null,
  },
];
