import { describePlatform, type Fault, type PlatformHarness } from '#tests/contracts/platform.ts';
import { type FakeFault, FakeTelegram } from '#tests/fakes/telegram-server.ts';
import { startPlatform } from './telegram-setup.ts';

const WRITES = /^(sendMessage|sendRichMessage|editMessageText|deleteMessage)$/;

const FAULTS: Record<Fault, FakeFault> = {
  forbidden: { status: 403, description: 'Forbidden: bot was blocked by the user' },
  gone: { status: 400, description: 'Bad Request: message to edit not found' },
  'slow-down': { status: 429, retryAfter: 2 },
  'answer-lost': { reset: 'after' },
  'request-lost': { reset: 'before' },
  rejected: { status: 400, description: 'Bad Request: BUTTON_URL_INVALID' },
};

async function start(rich: boolean): Promise<PlatformHarness> {
  const tg = await FakeTelegram.start({ rich });
  const reader = tg.user();
  const { platform } = await startPlatform(tg);
  const before = tg.count(WRITES);
  return {
    platform,
    chat: { platform: 'telegram', id: String(reader.id), thread: null },
    shown: () => tg.messages(reader).map((m) => m.text),
    buttons: () =>
      tg
        .messages(reader)
        .at(-1)
        ?.buttons.flat()
        .map((b) => b.text) ?? [],
    answered: () => tg.messages(reader).at(-1)?.replyTo?.toString() ?? null,
    requests: () => tg.count(WRITES) - before,
    fault: (fault) => tg.fault({ method: WRITES, ...FAULTS[fault] }),
    async close() {
      await platform.stop();
      await tg.close();
    },
  };
}

for (const [format, rich] of [
  ['rich messages', true],
  ['texts with entities', false],
] as const)
  describePlatform(
    `Telegram with ${format}`,
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
    () => start(rich),
  );
