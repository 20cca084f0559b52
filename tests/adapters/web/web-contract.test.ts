import type { ChatRef } from '#delivery/platform.ts';
import { describePlatform } from '#tests/contracts/platform.ts';
import { MemoryTranscriptStore } from '#tests/fakes/memory-transcript-store.ts';
import { startWeb } from './start-web.ts';
import { WebClient } from './web-client.ts';

/** A store that once refuses what it is told, or has lost a message. */
class FaultyStore extends MemoryTranscriptStore {
  writes = 0;
  fault: string | null = null;

  override async append(...args: Parameters<MemoryTranscriptStore['append']>) {
    if (this.#take('request-lost')) throw new Error('disk is full');
    this.writes++;
    return super.append(...args);
  }

  override async find(...args: Parameters<MemoryTranscriptStore['find']>) {
    return this.#take('gone') ? null : super.find(...args);
  }

  override async update(...args: Parameters<MemoryTranscriptStore['update']>) {
    this.writes++;
    return super.update(...args);
  }

  #take(fault: string): boolean {
    const isIt = this.fault === fault;
    if (isIt) this.fault = null;
    return isIt;
  }
}

const contract = { faults: { gone: 'gone', 'request-lost': 'unreachable' }, limited: true } as const;

describePlatform('web', contract, async () => {
  const store = new FaultyStore(1);
  const chats: ChatRef[] = [];
  const platform = await startWeb({ store, handle: async ({ chat }) => void chats.push(chat) });
  const client = new WebClient(platform.url);
  await client.open();
  return {
    platform,
    chat: chats[0] as ChatRef,
    shown: () => client.texts(),
    buttons: async () => {
      const content = (await client.read()).at(-1)?.entry.content;
      return content?.by === 'mujaz' ? content.buttons.flat().map(({ label }) => label.join('')) : [];
    },
    requests: () => store.writes,
    fault: (fault) => {
      store.fault = fault;
    },
    close: () => platform.stop(),
  };
});
