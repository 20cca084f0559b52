import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { writeBriefFolder } from '#adapters/files/write-brief-folder.ts';
import { runDraftCommand } from '#adapters/terminal/draft-command.ts';
import type { TerminalOutput } from '#adapters/terminal/slots-command.ts';
import { acceptBrief } from '#brief/accept-brief.ts';
import { briefOfDraft } from '#brief/publish-draft.ts';
import type { Draft } from '#draft/draft.ts';
import { extractDraft } from '#draft/extract.ts';
import { writeUnsettled } from '#message/compose-draft.ts';
import { LABELS } from '#message/labels.ar.ts';
import { DESK_LABELS } from '#message/labels-desk.ar.ts';
import { DEFAULT_STYLE } from '#message/reader-style.ts';

/** `mujaz draft`, with the files of this machine. */
export function draftCommand(args: readonly string[], io: TerminalOutput): Promise<number> {
  return runDraftCommand(args, {
    io,
    stdin: process.stdin,
    extract: async (article) => extractDraft(article),
    write: writeDraft,
  });
}

/** The folder is the id. What an article does not say (names that readers type) is for the editor to add. */
async function writeDraft(folder: string, draft: Draft): Promise<string> {
  if (existsSync(folder)) throw new Error(`${folder} is there already; a draft never overwrites`);
  const id = basename(folder);
  const places = draft.places.filter((place) => place.role === 'event').map((place) => place.name);
  const content = briefOfDraft(draft, { id, names: places.length > 0 ? places : [id], topics: [] });
  const acceptance = acceptBrief(content, { at: 0, editor: null, reason: 'imported' });
  if (!acceptance.accepted) throw new Error(acceptance.faults.map((fault) => fault.reason).join('; '));
  await writeBriefFolder(dirname(folder), acceptance.brief, remarksOn(draft));
  const left = draft.unsettled.length > 0 ? `; ${draft.unsettled.length} unsettled, see its comments` : '';
  return `${folder} is written: check it, add the names that it is found by${left}, then mujaz check`;
}

/** What is not settled is no fact of the brief, and its editor has to see it. */
const remarksOn = ({ unsettled }: Draft): string[] =>
  unsettled.flatMap((u) => [
    `${DESK_LABELS.unsettled}: ${writeUnsettled(u, DEFAULT_STYLE)}`,
    `${LABELS.evidence}: ${u.evidence.text}`,
  ]);
