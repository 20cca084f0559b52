import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const SHIPPED = join(import.meta.dirname, '../../../briefs');

export const ARTICLE = `انفجار في ميناء الزهراء
قالت وزارة الصحة إن 12 عاملاً قُتلوا في انفجار بميناء الزهراء. وقال الوزير: "سنحاسب المقصرين".
وقالت وزارة الصحة إن التحقيق بدأ.`;

export const YAML = `headline: انفجار في ميناء الزهراء
names: [ميناء الزهراء, Zahra]
kind: accident
summary:
  - text: قالت وزارة الصحة إن 12 عاملاً قُتلوا في انفجار بميناء الزهراء.
    evidence: قالت وزارة الصحة إن 12 عاملاً قُتلوا في انفجار بميناء الزهراء.
quotes:
  - text: سنحاسب المقصرين
    speaker: { role: الوزير }
    verb: وقال
    strength: said
    evidence: 'وقال الوزير: "سنحاسب المقصرين".'
casualties:
  - kind: killed
    min: 12
    max: 12
    status: confirmed
    group: عمال
    source: وزارة الصحة
    evidence: قالت وزارة الصحة إن 12 عاملاً قُتلوا
places:
  - name: ميناء الزهراء
    country: DZ
    role: event
    evidence: بميناء الزهراء
`;

/** A directory of briefs of its own, removed by `remove`. */
export interface BriefFolders {
  directory: string;
  write(id: string, files: Record<string, string | Uint8Array>): Promise<void>;
  /** The shipped brief, copied into it. */
  ship(id: string): Promise<void>;
  read(id: string, file: string): Promise<string>;
  drop(id: string): Promise<void>;
  remove(): Promise<void>;
}

export async function makeBriefFolders(): Promise<BriefFolders> {
  const directory = await mkdtemp(join(tmpdir(), 'briefs-'));
  return {
    directory,
    async write(id, files) {
      await mkdir(join(directory, id), { recursive: true });
      for (const [name, content] of Object.entries(files))
        await writeFile(join(directory, id, name), content);
    },
    ship: (id) => cp(join(SHIPPED, id), join(directory, id), { recursive: true }),
    read: (id, file) => readFile(join(directory, id, file), 'utf8'),
    drop: (id) => rm(join(directory, id), { recursive: true, force: true }),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
