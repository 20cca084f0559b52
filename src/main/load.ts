import type { Logger } from '#shared/logger.ts';
import { type Config, readConfig } from './config.ts';
import { readDotenv } from './dotenv-file.ts';
import { type ConfigFault, readEnvironment } from './environment.ts';
import { createLogger } from './logger.ts';

export const CONFIG_FILE = 'config/mujaz.yaml';
const DOTENV_FILE = '.env';

/** The configuration of this process: environment, then `.env`, then `config/mujaz.yaml`; read once. */
export function loadConfig(): { config: Config; faults: ConfigFault[] } {
  const dotenv = readDotenv(DOTENV_FILE);
  // What is set in the environment itself comes first: that is what an operator typed last.
  const { environment, faults } = readEnvironment({ ...dotenv.variables, ...process.env });
  const read = readConfig(CONFIG_FILE, environment);
  return { config: read.config, faults: [...dotenv.faults, ...faults, ...read.faults] };
}

export function loggerFor({ environment }: Config): Logger {
  const { telegramToken, telegramWebhookSecret, discordToken, databaseUrl, logLevel } = environment;
  const secrets = [telegramToken, telegramWebhookSecret, discordToken, databaseUrl].filter((s) => s !== null);
  return createLogger(logLevel, secrets);
}

/** The start ends here with one line: what is wrong, and nothing else. */
export class StartError extends Error {}
