import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '#main/environment.ts';

const faultsOf = (env: Record<string, string>) => readEnvironment(env).faults.map((f) => f.name);

describe('the environment', () => {
  it('needs nothing: no token, the embedded store, the web chat on loopback', () => {
    const { environment, faults } = readEnvironment({});
    expect(faults).toEqual([]);
    expect(environment).toMatchObject({
      telegramToken: null,
      discordToken: null,
      dataDir: 'data',
      webHost: '127.0.0.1',
      webPort: 8080,
      logLevel: 'info',
    });
  });

  it.each([
    ['TELEGRAM_BOT_TOKEN', 'nonsense'],
    ['TELEGRAM_API_ROOT', 'ftp://x'],
    ['TELEGRAM_WEBHOOK_SECRET', 'with space'],
    ['DISCORD_BOT_TOKEN', 'a b'],
    ['ADMINS', 'telegram:1001,1002'],
    ['DATABASE_URL', 'mysql://x'],
    ['WEB_PORT', '99999'],
    ['WEB_PORT', 'http'],
    ['WEB_HOST', 'a b'],
    ['DEFAULT_ZONE', 'Mars/Olympus'],
    ['LOG_LEVEL', 'loud'],
    ['SECOND_EDITOR', 'yes'],
  ])('names %s where it is malformed (%s)', (name, value) => {
    expect(faultsOf({ [name]: value })).toContain(name);
  });

  it('names every fault at once', () => {
    expect(faultsOf({ WEB_PORT: '-1', DEFAULT_ZONE: 'x', LOG_LEVEL: 'x' })).toHaveLength(3);
  });

  it('never says a secret in a fault or when it is printed', () => {
    const token = '123456:very-secret-value';
    const { environment } = readEnvironment({ TELEGRAM_BOT_TOKEN: token });
    expect(inspect(environment)).not.toContain('very-secret');
    expect(JSON.stringify(environment)).not.toContain('very-secret');
    expect(`${environment.telegramToken}`).toBe('***');
    const wrong = readEnvironment({ DISCORD_BOT_TOKEN: 'half secret' });
    expect(wrong.faults[0]?.reason).not.toContain('secret');
  });

  it('reads owners of several platforms', () => {
    expect(readEnvironment({ ADMINS: 'telegram:1001, discord:2002' }).environment.admins).toEqual([
      'telegram:1001',
      'discord:2002',
    ]);
  });
});
