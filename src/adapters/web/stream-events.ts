import type { SSEStreamingApi } from 'hono/streaming';
import { type Clock, wait } from '#shared/clock.ts';
import { SHOWN_MESSAGES } from './profile.ts';
import { renderEntry } from './render.ts';
import type { Transcript } from './transcript.ts';

/** Often enough that no proxy takes the connection for dead; also finds what another process wrote. */
const HEARTBEAT_MILLISECONDS = 15_000;
/** How long a browser waits before it connects again. */
const RETRY_MILLISECONDS = 1000;

interface Streaming {
  transcript: Transcript;
  clock: Clock;
  chat: string;
  /** The last event that the page has. */
  after: number;
  /** Aborted when the server stops. */
  stopping: AbortSignal;
}

/**
 * Sends every change after the page's last event, then each as it comes, until the page goes or the server stops. The
 * place in the transcript is this stream's own, so a connection that breaks loses nothing and doubles nothing.
 */
export async function streamEvents(stream: SSEStreamingApi, options: Streaming): Promise<void> {
  const { transcript, clock, chat, stopping } = options;
  let { after } = options;
  let changed = true;
  let sleep = new AbortController();
  const wake = () => {
    changed = true;
    sleep.abort();
  };
  const unlisten = transcript.listen(chat, wake);
  stream.onAbort(wake);
  stopping.addEventListener('abort', wake, { once: true });
  try {
    await stream.write(`retry: ${RETRY_MILLISECONDS}\n\n`);
    let isReady = false;
    while (!stream.aborted && !stopping.aborted) {
      changed = false;
      for (const entry of await transcript.readAfter(chat, after, SHOWN_MESSAGES)) {
        after = entry.event;
        await stream.writeSSE({
          event: 'entry',
          id: String(entry.event),
          data: JSON.stringify(renderEntry(entry)),
        });
      }
      if (!isReady) await stream.writeSSE({ event: 'ready', data: '' });
      isReady = true;
      if (changed) continue;
      sleep = new AbortController();
      await wait(clock, HEARTBEAT_MILLISECONDS, sleep.signal);
      if (!changed) await stream.write(': still here\n\n');
    }
  } finally {
    unlisten();
    stopping.removeEventListener('abort', wake);
  }
}
