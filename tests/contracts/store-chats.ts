import { expect, it } from 'vitest';
import type { ChatRecord } from '#delivery/chat-record.ts';
import type { Store } from '#delivery/store.ts';
import {
  copy,
  HOUR,
  NOW,
  newChat,
  newId,
  newRef,
  owedTo,
  planned,
  push,
  settings,
  wish,
} from './store-samples.ts';

/** Chats, subscriptions and what is due. */
export function chatsContract(current: () => Store) {
  it('a chat is made once, and its title follows the platform', async () => {
    const store = current();
    const chat = await newChat(store);
    const again = await store.chats.ensure(
      { ref: chat.ref, kind: 'private', title: 'آن الثانية' },
      settings,
      NOW,
    );
    expect(again.id).toBe(chat.id);
    expect(again.title).toBe('آن الثانية');
    expect(await store.chats.get(chat.ref)).toEqual(again);
    expect(await store.chats.get(newRef())).toBeNull();
  });

  it('forum topics of one group are chats of their own', async () => {
    const store = current();
    const id = newId();
    const topic = await newChat(store, { platform: 'telegram', id, thread: '7' });
    const main = await newChat(store, { platform: 'telegram', id, thread: null });
    expect(topic.id).not.toBe(main.id);
    expect(topic.ref.thread).toBe('7');
  });

  it('changed settings stay, and quiet days reach the subscription', async () => {
    const store = current();
    const chat = await newChat(store);
    await store.subscriptions.save(chat, wish, NOW, NOW);
    const changed = await store.chats.saveSettings(chat.ref, { digits: 'arabic', quietDays: [5, 6] });
    expect(changed.settings).toMatchObject({ digits: 'arabic', months: 'double', quietDays: [5, 6] });
    expect((await store.chats.get(chat.ref))?.settings).toEqual(changed.settings);
    expect((await store.subscriptions.get(chat.ref))?.quietDays).toEqual([5, 6]);
  });

  it('a subscription is one per chat: a second one changes the first', async () => {
    const store = current();
    const chat = await newChat(store);
    const first = await store.subscriptions.save(chat, { ...wish, topics: ['حرب'] }, NOW + HOUR, NOW);
    const second = await store.subscriptions.save(
      chat,
      { ...wish, time: '21:30', weekdays: [1, 7] },
      NOW + 2 * HOUR,
      NOW + 5,
    );
    expect(second).toMatchObject({ id: first.id, time: '21:30', weekdays: [1, 7], topics: [] });
    expect(second.createdAt).toBe(NOW);
    expect(await store.subscriptions.get(chat.ref)).toEqual(second);
  });

  it('a due slot is owed once, whoever plans it and however often', async () => {
    const store = current();
    const chat = await newChat(store);
    const subscription = await store.subscriptions.save(chat, wish, NOW, NOW);
    expect((await store.subscriptions.due(NOW, 1000)).map((s) => s.id)).toContain(subscription.id);
    expect(await store.subscriptions.plan([planned(subscription, '2026-11-25')], NOW)).toEqual({
      owed: 1,
      lapsed: 0,
    });
    expect(await store.subscriptions.plan([planned(subscription, '2026-11-25')], NOW)).toEqual({
      owed: 0,
      lapsed: 0,
    });
    expect((await store.subscriptions.due(NOW, 1000)).map((s) => s.id)).not.toContain(subscription.id);
    const owed = await owedTo(store, chat);
    expect(owed).toHaveLength(1);
    expect(owed[0]).toMatchObject({
      kind: 'digest',
      key: 'digest:2026-11-25',
      state: 'pending',
      owedAt: NOW,
    });
    expect(await store.subscriptions.get(chat.ref)).toMatchObject({
      lastDate: '2026-11-25',
      nextDue: NOW + 24 * HOUR,
    });
  });

  it('a subscription that was changed while it was being planned keeps the change', async () => {
    const store = current();
    const chat = await newChat(store);
    const read = await store.subscriptions.save(chat, wish, NOW, NOW);
    await store.subscriptions.save(chat, { ...wish, time: '09:00' }, NOW + HOUR, NOW);
    await store.subscriptions.plan([planned(read, '2026-11-25')], NOW);
    expect((await store.subscriptions.get(chat.ref))?.nextDue).toBe(NOW + HOUR);
  });

  it('of two missed digests only the newest stays owed', async () => {
    const store = current();
    const chat = await newChat(store);
    const subscription = await store.subscriptions.save(chat, wish, NOW, NOW);
    await store.subscriptions.plan([planned(subscription, '2026-11-24', NOW - 24 * HOUR)], NOW);
    const result = await store.subscriptions.plan([planned(subscription, '2026-11-25')], NOW);
    expect(result).toEqual({ owed: 1, lapsed: 1 });
    expect((await owedTo(store, chat)).map((d) => d.key)).toEqual(['digest:2026-11-25']);
  });

  it('a disabled chat is owed nothing, keeps its settings, and is enabled again', async () => {
    const store = current();
    const chat = await newChat(store);
    await store.chats.saveSettings(chat.ref, { digits: 'arabic' });
    const subscription = await store.subscriptions.save(chat, wish, NOW, NOW);
    await store.subscriptions.plan([planned(subscription, '2026-11-25')], NOW);
    await store.chats.disable(chat.ref, 'bot was blocked', 'chat', NOW + 1);
    expect(await owedTo(store, chat)).toEqual([]);
    expect((await store.subscriptions.get(chat.ref))?.nextDue).toBeNull();
    expect((await store.chats.get(chat.ref))?.disabled).toEqual({ reason: 'bot was blocked', at: NOW + 1 });
    expect(await store.ledger.owe([push(chat, 'push:1')], NOW + 2)).toBe(1);
    expect(await owedTo(store, chat, NOW + 2)).toEqual([]);
    const enabled = await store.chats.enable(chat.ref);
    expect(enabled.map((c) => [c.id, c.settings.digits, c.disabled])).toEqual([[chat.id, 'arabic', null]]);
    expect(await store.chats.enable(chat.ref)).toEqual([]);
  });

  it('a deleted topic does not silence its group', async () => {
    const store = current();
    const id = newId();
    const main = await newChat(store, { platform: 'telegram', id, thread: null });
    const topic = await newChat(store, { platform: 'telegram', id, thread: '9' });
    await store.chats.disable(topic.ref, 'message thread not found', 'topic', NOW);
    expect((await store.chats.get(main.ref))?.disabled).toBeNull();
    await store.chats.disable(main.ref, 'kicked', 'chat', NOW);
    expect((await store.chats.get(main.ref))?.disabled?.reason).toBe('kicked');
    expect((await store.chats.get(topic.ref))?.disabled?.reason).toBe('message thread not found');
  });

  it('a group that becomes a supergroup keeps topics, subscription, what is owed and its copies', async () => {
    const store = current();
    const chat = await newChat(store);
    const story = `story-${chat.id}`;
    const to = newId();
    const there = await newChat(store, { platform: 'telegram', id: to, thread: null });
    await store.ledger.recordAnswer(there, copy(there, '1', 1, story), NOW);
    await store.ledger.owe([push(there, 'push:1')], NOW);
    await store.subscriptions.save(chat, { ...wish, time: '06:45' }, NOW + HOUR, NOW);
    await store.ledger.owe([push(chat, 'push:1'), push(chat, 'push:2')], NOW);
    await store.chats.migrate('telegram', chat.ref.id, to);
    expect(await store.chats.get(chat.ref)).toBeNull();
    const moved = await store.chats.get(there.ref);
    expect(moved?.id).toBe(chat.id);
    expect((await store.subscriptions.get(there.ref))?.time).toBe('06:45');
    expect((await owedTo(store, moved!)).map((d) => d.key)).toEqual(['push:1', 'push:2']);
    expect((await store.ledger.copiesOf(story, 2, 0, 10)).map((c) => c.receipt.chat.id)).toEqual([to]);
  });

  it('whoever unsubscribes gets nothing more', async () => {
    const store = current();
    const chat = await newChat(store);
    const subscription = await store.subscriptions.save(chat, wish, NOW, NOW);
    await store.subscriptions.plan([planned(subscription, '2026-11-25')], NOW);
    expect(await store.subscriptions.remove(chat.ref, NOW)).toBe(true);
    expect(await store.subscriptions.remove(chat.ref, NOW)).toBe(false);
    expect(await owedTo(store, chat)).toEqual([]);
  });

  it('subscribers come page by page, without the disabled ones', async () => {
    const store = current();
    const chats: ChatRecord[] = [];
    for (let i = 0; i < 5; i++) {
      const chat = await newChat(store);
      await store.subscriptions.save(chat, { ...wish, topics: i === 0 ? ['زلازل'] : [] }, null, NOW);
      chats.push(chat);
    }
    await store.chats.disable(chats[2]!.ref, 'blocked', 'chat', NOW);
    const found = [];
    let after = chats[0]!.id - 1;
    for (;;) {
      const page = await store.subscriptions.subscribers(after, 2);
      if (page.length === 0) break;
      found.push(...page);
      after = page.at(-1)!.chat.id;
    }
    expect(found.map((s) => s.chat.id)).toEqual([0, 1, 3, 4].map((i) => chats[i]!.id));
    expect(found[0]!.topics).toEqual(['زلازل']);
  });
}
