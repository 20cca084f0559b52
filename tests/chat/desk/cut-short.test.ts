import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBrief } from '#tests/fakes/a-brief.ts';
import { aNewsroom } from '#tests/fakes/a-newsroom.ts';
import { Conversation } from '#tests/fakes/conversation.ts';

const ARTICLE =
  'حريق في مرجان يوقع ضحايا كثيرين. قالت وزارة الصحة إن 7 من عمال الميناء قتلوا. قال سالم النجار: "لم نر مثله".';
const UPDATE = '/update flood ارتفعت الحصيلة مساء. قالت وزارة الداخلية إن 18 قتلوا.';

let room: Awaited<ReturnType<typeof aNewsroom>>;
let publisher: Conversation;

const openJobs = () => room.store.jobs.open(Number.MAX_SAFE_INTEGER);

beforeEach(async () => {
  room = await aNewsroom([aBrief()]);
  publisher = new Conversation(room.chat, 'private', '2', '2');
});
afterEach(() => room.close());

/** The last button is pressed, and the process ends before any order is written. */
async function cutShort(label: string): Promise<void> {
  const { jobs } = room.store;
  const add = jobs.addInsteadOf;
  jobs.addInsteadOf = () => Promise.reject(new Error('the process ends'));
  await publisher.press(label);
  jobs.addInsteadOf = add;
  expect(room.logged.splice(0)).toHaveLength(1);
}

describe('what is cut short after its revision is finished at the next start, once', () => {
  it.each([
    ['/correct flood 4 قالت وزارة الداخلية إن 18 قتلوا', ['تأكيد'], [{ kind: 'correction', before: 1 }]],
    ['/retract flood سبب', ['تأكيد'], [{ kind: 'retraction', before: 1 }]],
    [UPDATE, ['حصيلة لاحقة', 'نشر وإرسال'], [{ kind: 'push', before: 1 }]],
    [
      UPDATE,
      ['تصحيح', 'نشر وإرسال'],
      [
        { kind: 'correction', before: 1 },
        { kind: 'push', before: 1 },
      ],
    ],
    [UPDATE, ['حصيلة لاحقة', 'نشر'], []],
  ])('%s, %s', async (typed, labels, orders) => {
    await publisher.type(typed);
    for (const label of labels.slice(0, -1)) await publisher.press(label);
    await cutShort(labels.at(-1) as string);
    expect(room.shelf.get('flood')?.revision.number).toBe(2);
    expect(await openJobs()).toEqual([]);
    for (let start = 0; start < 2; start++) await room.restart();
    expect(await openJobs()).toMatchObject(orders.map((order) => ({ ...order, revision: 2 })));
    expect(await openJobs()).toHaveLength(orders.length);
  });

  it('a draft that was published and sent, also where its button is pressed again', async () => {
    await publisher.type(`/draft ${ARTICLE}`);
    const press = publisher.messages.at(-1)?.buttons[0]?.[1]?.action ?? null;
    await cutShort('نشر وإرسال');
    const brief = room.shelf.latest(1)[0];
    expect(brief?.headline).toContain('حريق');
    const after = new Conversation(await room.restart(), 'private', '2', '2');
    await after.act(press);
    await room.restart();
    expect(await openJobs()).toMatchObject([{ kind: 'push', brief: brief?.id, revision: 1 }]);
    expect(room.shelf.size).toBe(2);
    expect(await after.type('/draft')).not.toContain('حريق');
  });

  it('a push whose order was not written waits for its button as before', async () => {
    await publisher.type('/push flood');
    const press = publisher.messages.at(-1)?.buttons[0]?.[0]?.action ?? null;
    await cutShort('إرسال');
    const after = new Conversation(await room.restart(), 'private', '2', '2');
    expect(await openJobs()).toEqual([]);
    await Promise.all([after.act(press), after.act(press)]);
    expect(await openJobs()).toMatchObject([{ kind: 'push', revision: 1 }]);
  });
});

it('two who press «نشر وإرسال» at once publish one brief and send it once', async () => {
  await publisher.type(`/draft ${ARTICLE}`);
  const press = publisher.messages.at(-1)?.buttons[0]?.[1]?.action ?? null;
  await Promise.all([publisher.act(press), publisher.act(press), publisher.act(press)]);
  expect(await openJobs()).toHaveLength(1);
  expect(room.shelf.size).toBe(2);
});
