import { expect, it } from 'vitest';
import { failureReason } from '#message/failure-reason.ts';

it.each([
  ['bot was blocked by the user', 'حُظر البوت'],
  ['Cannot send messages to this user', 'حُظر البوت'],
  ['bot was kicked from the supergroup chat', 'أُخرج البوت'],
  ['user is deactivated', 'أُغلق الحساب'],
  ['not enough rights to send text messages to the chat', 'لا إذن بالكتابة'],
  ['Missing Access', 'لا إذن بالكتابة'],
  ['message thread not found', 'أُغلق الموضوع أو حُذف'],
  ['chat not found', 'لم تعد الرسالة أو المحادثة موجودة'],
  ['Unknown Channel', 'لم تعد الرسالة أو المحادثة موجودة'],
  ['50001', 'لا إذن بالكتابة'],
  ['50013', 'لا إذن بالكتابة'],
  ['50007', 'حُظر البوت'],
  ['10003', 'لم تعد الرسالة أو المحادثة موجودة'],
  ['50083', 'أُغلق الموضوع أو حُذف'],
  ['blocked', 'حُظر البوت'],
  ['something new', 'something new'],
])('%s: %s', (reason, words) => {
  expect(failureReason(reason)).toBe(words);
});
