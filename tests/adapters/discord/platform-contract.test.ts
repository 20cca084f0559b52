import { describePlatform, type Fault, type PlatformHarness } from '#tests/contracts/platform.ts';
import { FakeDiscord, type FakeFault } from '#tests/fakes/discord-server.ts';
import { pressables, shownText } from '#tests/fakes/discord-shown.ts';
import type { FakeChannel } from '#tests/fakes/discord-world.ts';
import { startPlatform } from './discord-setup.ts';

const WRITES = /^(POST|PATCH|DELETE) \/(channels|webhooks)\//;

const FAULTS: Record<Fault, Omit<FakeFault, 'on'>> = {
  forbidden: { status: 403, code: 50013 },
  gone: { status: 404, code: 10008 },
  'slow-down': { status: 429, retryAfter: 2 },
  'answer-lost': { reset: 'after' },
  'request-lost': { reset: 'before' },
  rejected: { status: 400, code: 50035 },
};

async function start(): Promise<PlatformHarness> {
  const dc = await FakeDiscord.start();
  const [channel] = dc.world.guild().channels as [FakeChannel];
  const { platform } = await startPlatform(dc);
  return {
    platform,
    chat: { platform: 'discord', id: channel.id, thread: null },
    shown: () => dc.messages(channel).map(shownText),
    buttons: () => pressables(dc.messages(channel).at(-1) ?? { components: [] }).map((p) => p.label),
    answered: () => dc.messages(channel).at(-1)?.message_reference?.message_id ?? null,
    requests: () => dc.count(WRITES),
    fault: (fault) => dc.fault({ on: WRITES, ...FAULTS[fault] }),
    async close() {
      await platform.stop();
      await dc.close();
    },
  };
}

describePlatform(
  'Discord',
  {
    limited: true,
    faults: {
      forbidden: 'forbidden',
      gone: 'gone',
      'slow-down': 'slow-down',
      'answer-lost': 'unknown',
      'request-lost': 'unknown',
      rejected: 'rejected',
    },
  },
  start,
);
