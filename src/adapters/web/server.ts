import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { Brief } from '#brief/brief.ts';
import type { Input, Request, Responder } from '#chat/request.ts';
import { writeUserError } from '#message/user-errors.ar.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { UserError } from '#shared/user-error.ts';
import type { Asset } from './assets.ts';
import { guard } from './guard.ts';
import { MAX_BODY_BYTES } from './profile.ts';
import {
  type MessageBody,
  makeRequest,
  readActionBody,
  readAttached,
  readInput,
  readMessageBody,
  readPress,
} from './read-request.ts';
import { renderArticles } from './render-articles.ts';
import { WebResponder } from './responder.ts';
import { securityHeaders } from './security-headers.ts';
import type { Session, Sessions } from './session.ts';
import { streamEvents } from './stream-events.ts';
import type { Transcript } from './transcript.ts';
import type { TurnQueue } from './turn-queue.ts';

export interface ServerParts {
  host: string;
  port(): number;
  assets: ReadonlyMap<string, Asset>;
  sessions: Sessions;
  transcript: Transcript;
  turns: TurnQueue;
  clock: Clock;
  logger: Logger;
  /** Aborted when the server stops: open streams end, and nothing new is taken. */
  stopping: AbortSignal;
  handle(request: Request, responder: Responder): Promise<void>;
  /** The brief a message is about, for the article beside it. */
  findBrief(id: string): Brief | undefined;
  /** Further addresses, behind the same guard. */
  addRoutes(app: Hono): void;
  /** Addresses for others than browsers, before the guard: each checks by itself who speaks. */
  addOpenRoutes(app: Hono): void;
}

/** The page and what it talks to. */
export function buildServer(parts: ServerParts): Hono {
  const { sessions, transcript, turns, stopping, logger } = parts;
  const app = new Hono();
  parts.addOpenRoutes(app);
  app.use(securityHeaders, guard(parts.host, parts.port));
  app.use(async (c, next) => (stopping.aborted ? c.text('stopping\n', 503) : next()));
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('too long\n', 413) }));
  app.onError((error, c) => {
    if (error instanceof UserError) return c.json({ passing: writeUserError(error) }, 422);
    logger.error({ err: error, path: c.req.path }, 'web request failed');
    return c.text('failed\n', 500);
  });

  app.get('/', (c) => {
    const key = c.req.query('key');
    if (key === undefined) return sendAsset(c, parts.assets.get('index.html'));
    if (!sessions.claim(c, key)) logger.warn({}, 'the page was opened with a wrong owner key');
    return c.redirect('/', 303); // the key leaves the address bar and the history
  });
  app.get('/page/:name', (c) => sendAsset(c, parts.assets.get(c.req.param('name'))));

  app.post('/session', async (c) => {
    const session = sessions.open(c);
    await turns.take(session.chat, () => greet(session, c));
    return c.json({ owner: session.isOwner });
  });

  app.get('/events', (c) => {
    const session = sessions.read(c);
    if (!session) return c.text('no session\n', 401);
    const after = Number(c.req.header('last-event-id') ?? c.req.query('after'));
    const { clock } = parts;
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, (stream) =>
      streamEvents(stream, {
        transcript,
        clock,
        stopping,
        chat: session.chat,
        after: Number.isSafeInteger(after) && after > 0 ? after : 0,
      }).catch((error) => logger.error({ err: error }, 'a page lost its stream')),
    );
  });

  app.get('/articles/:brief', (c) => {
    const brief = sessions.read(c) && parts.findBrief(c.req.param('brief'));
    return brief ? c.json(renderArticles(brief)) : c.text('not found\n', 404);
  });

  app.post('/messages', async (c) => {
    const session = sessions.read(c);
    if (!session) return c.text('no session\n', 401);
    const body = await readMessageBody(c);
    if ('status' in body) return c.text('refused\n', body.status);
    const attached = readAttached(body.file);
    return answer(c, session, null, readInput(body.text), attached, () =>
      transcript.hear(session.chat, echoOf(body), body.nonce),
    );
  });

  app.post('/actions', async (c) => {
    const session = sessions.read(c);
    if (!session) return c.text('no session\n', 401);
    const body = await readActionBody(c);
    if ('status' in body) return c.text('refused\n', body.status);
    return answer(c, session, body.message, readPress(body), null, async () => true);
  });

  parts.addRoutes(app);
  return app;

  /** The first thing in an empty transcript is the welcome. */
  async function greet(session: Session, c: Context): Promise<void> {
    if ((await transcript.readAfter(session.chat, 0, 1)).length > 0) return;
    const request = makeRequest(session, { type: 'command', name: 'start', rest: '' }, null, languageOf(c));
    await parts.handle(request, new WebResponder(transcript, session.chat, null));
  }

  /** One turn of the chat; the answer itself goes by the stream, a passing line comes back with this response. */
  async function answer(
    c: Context,
    session: Session,
    pressed: number | null,
    input: Input,
    attached: Request['attached'],
    hear: () => Promise<boolean>,
  ): Promise<Response> {
    const responder = new WebResponder(transcript, session.chat, pressed);
    const turn = turns.take(session.chat, async () => {
      // The same message sent again after a lost response has been heard already, and is answered once.
      if (await hear()) await parts.handle(makeRequest(session, input, attached, languageOf(c)), responder);
    });
    if (!turn) return c.text('too many at once\n', 429);
    await turn;
    return c.json({ passing: responder.passing });
  }
}

function echoOf({ text, file }: MessageBody): string {
  return [text, file && `(ملف: ${file.name})`].filter(Boolean).join('\n');
}

function languageOf(c: Context): string | null {
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/.exec(c.req.header('accept-language') ?? '')?.[0] ?? null;
}

function sendAsset(c: Context, asset: Asset | undefined): Response {
  if (!asset) return c.text('not found\n', 404);
  const headers = { 'Content-Type': asset.type, 'Cache-Control': 'no-cache', ETag: asset.tag };
  if (c.req.header('if-none-match') === asset.tag) return c.body(null, 304, headers);
  return c.body(asset.body, 200, headers);
}
