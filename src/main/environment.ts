import { Secret } from '#shared/secret.ts';

/** One thing wrong with the configuration: which variable or key, and why. */
export interface ConfigFault {
  name: string;
  reason: string;
}

/** Somebody named by platform and id: `telegram:1001`. */
export type PersonKey = string;

export interface Environment {
  telegramToken: Secret | null;
  telegramApiRoot: string | null;
  telegramWebhookUrl: string | null;
  telegramWebhookSecret: Secret | null;
  discordToken: Secret | null;
  discordApiRoot: string | null;
  admins: PersonKey[];
  databaseUrl: Secret | null;
  dataDir: string;
  briefsDir: string;
  webHost: string;
  webPort: number;
  defaultZone: string | null;
  logLevel: LogLevel;
  secondEditor: boolean;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every variable the program reads, with what it is for: the README's table and .env.example are held against it. */
export const VARIABLES = {
  TELEGRAM_BOT_TOKEN: 'Token from @BotFather; without it there is no Telegram',
  TELEGRAM_API_ROOT: 'Address of a Bot API server of your own',
  TELEGRAM_WEBHOOK_URL: 'Public https address for updates; without it the bot asks for them (long polling)',
  TELEGRAM_WEBHOOK_SECRET: 'Secret that Telegram repeats with each update; needed with TELEGRAM_WEBHOOK_URL',
  DISCORD_BOT_TOKEN: 'Token from the Discord developer portal; without it there is no Discord',
  DISCORD_API_ROOT: 'Address of another Discord API, for tests',
  ADMINS: 'Owners, as telegram:1001,discord:2002',
  DATABASE_URL: 'postgres://… to keep data in PostgreSQL; without it in DATA_DIR',
  DATA_DIR: 'Folder of the embedded database (data)',
  BRIEFS_DIR: 'Folder of the briefs kept in files (briefs)',
  WEB_HOST: 'Address the web chat listens on (127.0.0.1)',
  WEB_PORT: 'Port of the web chat (8080; 0 = any free one)',
  DEFAULT_ZONE: 'IANA time zone of chats that have not chosen one (Asia/Riyadh)',
  LOG_LEVEL: 'debug, info, warn, error or silent (info)',
  SECOND_EDITOR: '1 = another publisher must approve what is published',
} as const;

export type VariableName = keyof typeof VARIABLES;

/** Reads and checks the variables; every fault is in `faults`, and the values are only good without any. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): {
  environment: Environment;
  faults: ConfigFault[];
} {
  const faults: ConfigFault[] = [];
  const get = (name: VariableName) => env[name]?.trim() || null;
  const check = <T>(name: VariableName, fallback: T, read: (value: string) => T | string | Fault): T => {
    const value = get(name);
    if (value === null) return fallback;
    const result = read(value);
    if (!(result instanceof Fault)) return result as T;
    faults.push({ name, reason: result.reason });
    return fallback;
  };
  const environment: Environment = {
    telegramToken: check('TELEGRAM_BOT_TOKEN', null, (v) =>
      /^\d+:[\w-]+$/.test(v) ? new Secret(v) : new Fault('is not a bot token: it looks like 123456:ABC-DEF'),
    ),
    telegramApiRoot: check('TELEGRAM_API_ROOT', null, httpAddress),
    telegramWebhookUrl: check('TELEGRAM_WEBHOOK_URL', null, httpAddress),
    telegramWebhookSecret: check('TELEGRAM_WEBHOOK_SECRET', null, (v) =>
      /^[\w-]{1,256}$/.test(v) ? new Secret(v) : new Fault('may hold 1–256 of A-Z, a-z, 0-9, _ and -'),
    ),
    discordToken: check('DISCORD_BOT_TOKEN', null, (v) =>
      /^[\w.-]{10,}$/.test(v)
        ? new Secret(v)
        : new Fault('is not a bot token: it has letters, digits, dots and dashes'),
    ),
    discordApiRoot: check('DISCORD_API_ROOT', null, httpAddress),
    admins: check('ADMINS', [], people),
    databaseUrl: check('DATABASE_URL', null, (v) =>
      /^postgres(ql)?:\/\//.test(v) && URL.canParse(v)
        ? new Secret(v)
        : new Fault('must begin with postgres://'),
    ),
    dataDir: get('DATA_DIR') ?? 'data',
    briefsDir: get('BRIEFS_DIR') ?? 'briefs',
    webHost: check('WEB_HOST', '127.0.0.1', (v) =>
      /^[\w.:-]+$/.test(v) ? v : new Fault(`"${v}" is not a host name or address`),
    ),
    webPort: check('WEB_PORT', 8080, (v) =>
      /^\d{1,5}$/.test(v) && Number(v) <= 65_535 ? Number(v) : new Fault(`"${v}" is not a port (0–65535)`),
    ),
    defaultZone: check('DEFAULT_ZONE', null, (v) =>
      isZone(v) ? v : new Fault(`"${v}" is not an IANA time zone such as Asia/Riyadh`),
    ),
    logLevel: check('LOG_LEVEL', 'info', (v) =>
      (LOG_LEVELS as readonly string[]).includes(v)
        ? v
        : new Fault(`"${v}" is not one of ${LOG_LEVELS.join(', ')}`),
    ) as LogLevel,
    secondEditor: check('SECOND_EDITOR', false, (v) =>
      v === '1' || v === '0' ? ((v === '1') as never) : new Fault(`"${v}" is neither 0 nor 1`),
    ),
  };
  if (environment.telegramWebhookUrl && !environment.telegramWebhookSecret)
    faults.push({ name: 'TELEGRAM_WEBHOOK_SECRET', reason: 'is needed with TELEGRAM_WEBHOOK_URL' });
  return { environment, faults };
}

class Fault {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

function httpAddress(value: string): string | Fault {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value.replace(/\/+$/, '');
  return new Fault(`"${value.slice(0, 80)}" is not an http(s) address`);
}

const PERSON = /^(telegram|discord|web):[\w-]+$/;

function people(value: string): PersonKey[] | Fault {
  const keys = value.split(/[,\s]+/).filter(Boolean);
  const wrong = keys.find((key) => !PERSON.test(key));
  return wrong === undefined ? keys : new Fault(`"${wrong}" is not like telegram:1001 or discord:2002`);
}

/** Whether the platform knows this IANA zone (or link). */
export function isZone(name: string): boolean {
  // Offsets are no zones; Temporal, because the first DateTimeFormat of a process takes ten milliseconds to make.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
