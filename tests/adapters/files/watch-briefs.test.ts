import { EventEmitter, once } from 'node:events';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BriefsWatcher } from '#adapters/files/watch-briefs.ts';
import type { Brief } from '#brief/brief.ts';
import { Shelf } from '#brief/shelf.ts';
import { type Clock, systemClock } from '#shared/clock.ts';
import { silentLogger } from '#shared/logger.ts';
import { ARTICLE, type BriefFolders, makeBriefFolders, YAML } from './brief-folders.ts';

/** Time that does not pass: the files are looked at when the test says so. */
const stopped: Clock = { now: () => 1_000, after: () => () => {} };

let folders: BriefFolders;
let shelf: Shelf;
let watcher: BriefsWatcher;
let events: EventEmitter;
let handed: string[];

function watchWith(clock: Clock): BriefsWatcher {
  shelf = new Shelf();
  events = new EventEmitter();
  handed = [];
  return new BriefsWatcher({
    directory: folders.directory,
    clock,
    logger: silentLogger,
    listener: {
      accepted(brief: Brief) {
        handed.push(brief.id);
        events.emit('accepted', shelf.put(brief));
      },
      removed(id) {
        shelf.remove(id);
        events.emit('removed', id);
      },
    },
  });
}

beforeEach(async () => {
  folders = await makeBriefFolders();
  await folders.write('port', { 'article.txt': ARTICLE, 'brief.yaml': YAML });
  watcher = watchWith(stopped);
});
afterEach(async () => {
  await watcher.stop();
  await folders.remove();
});

const corrected = YAML.replace('headline: انفجار في ميناء', 'headline: حريق في ميناء');

describe('looking at the folders', () => {
  it('hands over what is there, and again only what has changed', async () => {
    await folders.ship('kazakhstan');
    await watcher.start();
    expect(handed).toEqual(['kazakhstan', 'port']);
    await watcher.look();
    expect(handed).toHaveLength(2);
    await folders.write('port', { 'brief.yaml': corrected });
    await watcher.look();
    expect(handed).toEqual(['kazakhstan', 'port', 'port']);
    expect(shelf.get('port')?.headline).toBe('حريق في ميناء الزهراء');
    expect(shelf.get('port')?.revision.number).toBe(2);
  });

  it('keeps the last good revision of a brief that breaks, reports it, and takes the repaired one', async () => {
    await watcher.start();
    await folders.write('port', { 'brief.yaml': `${YAML}  bad: [` });
    await watcher.look();
    expect(shelf.get('port')?.revision.number).toBe(1);
    expect(watcher.faults).toEqual([
      {
        file: join(folders.directory, 'port', 'brief.yaml'),
        line: expect.any(Number),
        reason: expect.any(String),
      },
    ]);
    await folders.write('port', { 'brief.yaml': corrected });
    await watcher.look();
    expect(watcher.faults).toEqual([]);
    expect(shelf.get('port')?.headline).toBe('حريق في ميناء الزهراء');
  });

  it('does not take a file for changed because it was saved again as it was', async () => {
    await watcher.start();
    await folders.write('port', { 'brief.yaml': `# the same\n${YAML}` });
    await watcher.look();
    expect(shelf.get('port')?.revision.number).toBe(1);
  });

  it('notices a changed article too', async () => {
    await watcher.start();
    await folders.write('port', { 'article.txt': `${ARTICLE}\nسطر جديد.` });
    await watcher.look();
    expect(shelf.get('port')?.articles[0]?.text).toContain('سطر جديد');
  });

  it('takes a brief out of service when its folder is deleted, not when it breaks', async () => {
    await watcher.start();
    await folders.drop('port');
    await watcher.look();
    expect(shelf.get('port')).toBeUndefined();
    await folders.write('port', { 'article.txt': ARTICLE, 'brief.yaml': YAML });
    await watcher.look();
    expect(shelf.get('port')).toBeDefined();
  });

  it('keeps everything in service while the directory cannot be read, and says so once', async () => {
    await watcher.start();
    const away = `${folders.directory}.away`;
    await rename(folders.directory, away);
    await watcher.look();
    expect(shelf.get('port')).toBeDefined();
    expect(watcher.faults).toEqual([{ file: folders.directory, line: 1, reason: 'does not exist' }]);
    await rename(away, folders.directory);
    await watcher.look();
    expect(watcher.faults).toEqual([]);
  });

  it('starts without a directory, and finds it when it is made', async () => {
    await folders.remove();
    await watcher.start();
    expect(watcher.faults).toHaveLength(1);
    await folders.write('port', { 'article.txt': ARTICLE, 'brief.yaml': YAML });
    await watcher.look();
    expect(shelf.get('port')).toBeDefined();
  });
});

it('notices by itself: a new brief, an editor’s save by rename, a deleted folder', async () => {
  watcher = watchWith(systemClock);
  await watcher.start();
  const arrived = once(events, 'accepted');
  await folders.ship('kazakhstan');
  const [brief] = (await arrived) as [Brief];
  expect(brief.id).toBe('kazakhstan');
  const saved = once(events, 'accepted');
  await folders.write('port', { '.brief.yaml.swp': 'half', 'brief.yaml~': corrected });
  await rename(join(folders.directory, 'port', 'brief.yaml~'), join(folders.directory, 'port', 'brief.yaml'));
  const [revised] = (await saved) as [Brief];
  expect(revised).toMatchObject({ id: 'port', headline: 'حريق في ميناء الزهراء', revision: { number: 2 } });
  const removed = once(events, 'removed');
  await folders.drop('kazakhstan');
  expect(await removed).toEqual(['kazakhstan']);
});
