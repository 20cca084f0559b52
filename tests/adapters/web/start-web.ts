import { WebPlatform, type WebPlatformOptions } from '#adapters/web/platform.ts';
import { systemClock } from '#shared/clock.ts';
import { silentLogger } from '#shared/logger.ts';
import { Secret } from '#shared/secret.ts';
import { MemoryTranscriptStore } from '#tests/fakes/memory-transcript-store.ts';
import { notice } from '#tests/fixtures/messages/sample-messages.ts';

export const OWNER_KEY = 'correct-horse-battery-staple';

/** The web chat on a free port; without a handler of its own it answers «سمعتُ: …» to whatever is typed. */
export async function startWeb(options: Partial<WebPlatformOptions> = {}): Promise<WebPlatform> {
  const platform = new WebPlatform({
    host: '127.0.0.1',
    port: 0,
    ownerKey: new Secret(OWNER_KEY),
    store: new MemoryTranscriptStore(systemClock.now()),
    clock: systemClock,
    logger: silentLogger,
    handle: async ({ input }, responder) => {
      if (input.type === 'text') await responder.reply(notice(`سمعتُ: ${input.text}`));
      else if (input.type === 'command') await responder.reply(notice(`أمر: ${input.name} ${input.rest}`));
      else await responder.replace(notice(`زر: ${input.action?.name ?? 'مجهول'}`));
    },
    ...options,
  });
  await platform.start();
  return platform;
}
