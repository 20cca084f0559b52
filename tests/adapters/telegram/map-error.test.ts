import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { describeError, hideTokens, isUnknownMethod, mapError } from '#adapters/telegram/map-error.ts';

const TOKEN = '7000000001:AAfake-token_for-tests-0000000000000';

function refused(error_code: number, description: string, parameters = {}): GrammyError {
  return new GrammyError(
    'Call failed!',
    { ok: false, error_code, description, parameters },
    'sendMessage',
    {},
  );
}

function broken(code: string, syscall = 'read'): HttpError {
  return new HttpError(
    'Network request failed',
    Object.assign(new Error(`${syscall} ${code} http://127.0.0.1/bot${TOKEN}/sendMessage`), {
      code,
      syscall,
    }),
  );
}

describe('what the server says', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'forbidden'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'forbidden'],
    [403, 'Forbidden: user is deactivated', 'forbidden'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'forbidden'],
    [400, 'Bad Request: need administrator rights in the channel chat', 'forbidden'],
    [400, 'Bad Request: TOPIC_CLOSED', 'forbidden'],
    [400, 'Bad Request: chat not found', 'gone'],
    [400, 'Bad Request: message thread not found', 'gone'],
    [400, 'Bad Request: message to edit not found', 'gone'],
    [400, 'Bad Request: MESSAGE_ID_INVALID', 'gone'],
    [400, "Bad Request: message can't be edited", 'rejected'],
    [400, 'Bad Request: BUTTON_URL_INVALID', 'rejected'],
    [413, 'Request Entity Too Large', 'rejected'],
    [401, 'Unauthorized', 'unreachable'],
    [409, 'Conflict: terminated by other getUpdates request', 'unreachable'],
    [500, 'Internal Server Error', 'unknown'],
    [502, 'Bad Gateway', 'unknown'],
    [504, 'Gateway Timeout', 'unknown'],
  ])('%i %s means %s', (code, description, kind) => {
    const error = mapError(refused(code, description));
    expect(error.kind).toBe(kind);
    expect(description).toContain(error.reason);
  });

  it('names the time to wait and the chat to go on in', () => {
    expect(mapError(refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 }))).toMatchObject({
      kind: 'slow-down',
      retryAfterMilliseconds: 7000,
    });
    const moved = refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1002000000000777,
    });
    expect(mapError(moved)).toMatchObject({ kind: 'migrated', migratedTo: '-1002000000000777' });
  });

  it('is too old for a method where it does not find it or names it', () => {
    expect(isUnknownMethod(refused(404, 'Not Found: method not found'), 'sendRichMessage')).toBe(true);
    expect(
      isUnknownMethod(refused(400, 'Bad Request: unknown method sendRichMessage'), 'sendRichMessage'),
    ).toBe(true);
    expect(isUnknownMethod(refused(400, 'Bad Request: chat not found'), 'sendRichMessage')).toBe(false);
    expect(isUnknownMethod(broken('ECONNRESET'), 'sendRichMessage')).toBe(false);
  });
});

describe('what the connection does', () => {
  it.each([
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['ECONNRESET', 'unknown'],
    ['EPIPE', 'unknown'],
  ])('%s means %s', (code, kind) => {
    expect(mapError(broken(code))).toMatchObject({ kind, reason: code });
  });

  it('is no arrival where the connection was never made, and is doubtful where nothing is known', () => {
    const both = ['ETIMEDOUT', 'ENETUNREACH'].map((code) => broken(code, 'connect').error);
    expect(mapError(broken('ETIMEDOUT', 'connect')).kind).toBe('unreachable');
    expect(mapError(new HttpError('x', new AggregateError(both))).kind).toBe('unreachable');
    expect(mapError(broken('ETIMEDOUT', 'read')).kind).toBe('unknown');
    expect(mapError(new HttpError('x', new Error('Request timed out after 30 seconds'))).kind).toBe(
      'unknown',
    );
  });
});

describe('the token', () => {
  it('is in no error and in no line for the log', () => {
    for (const error of [broken('ECONNRESET'), new Error(`at https://api.telegram.org/bot${TOKEN}/getMe`)]) {
      const mapped = mapError(error);
      expect([mapped.message, mapped.stack, String(mapped.cause), describeError(error)].join()).not.toContain(
        TOKEN,
      );
    }
    expect(hideTokens(`bot${TOKEN}/`)).toBe('bot***/');
  });
});
