import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { TelegramPlatform } from '#adapters/telegram/platform.ts';

/** Far above any update: texts have 4096 characters, rich messages 32,768. */
const UPDATE_BYTES = 1_000_000;

const STATUS = { taken: 200, refused: 401, stopping: 503 } as const;

/**
 * Takes Telegram's updates at the path of TELEGRAM_WEBHOOK_URL. The address of the url leads here through a proxy
 * that speaks https; whoever does not know the secret is refused.
 */
export function webhookRoute(url: string, telegram: Pick<TelegramPlatform, 'receive'>): (app: Hono) => void {
  return (app) => {
    const limit = bodyLimit({ maxSize: UPDATE_BYTES, onError: (c) => c.text('', 413) });
    app.post(new URL(url).pathname, limit, async (context) => {
      const secret = context.req.header('x-telegram-bot-api-secret-token') ?? null;
      const update: unknown = await context.req.json().catch(() => null);
      const received = await telegram.receive(update, secret);
      return context.text('', STATUS[received]);
    });
  };
}
