import type { CommandHandler, Feature } from '#chat/feature.ts';
import { CorrectDesk } from './correct-desk.ts';
import { DESK_COMMANDS } from './desk-commands.ts';
import type { DeskTools } from './desk-tools.ts';
import { DraftDesk } from './draft-desk.ts';
import { PublishDesk } from './publish-desk.ts';
import { PushDesk } from './push-desk.ts';
import { ReportsDesk } from './reports-desk.ts';
import { resumeActs } from './resume-acts.ts';
import type { NamedPeople } from './roles.ts';
import { UpdateDesk } from './update-desk.ts';

/** What editors, publishers and owners do in chat. Every act and every button asks for the role anew. */
export function deskFeature(tools: DeskTools, named: NamedPeople): Feature {
  const push = new PushDesk(tools);
  const publish = new PublishDesk(tools, push);
  const draft = new DraftDesk(tools, publish);
  const correct = new CorrectDesk(tools, push);
  const update = new UpdateDesk(tools, push);
  const reports = new ReportsDesk(tools, named);
  const runs: Record<string, CommandHandler> = {
    draft: draft.command,
    facts: correct.facts,
    push: push.command,
    update: update.command,
    correct: correct.correct,
    retract: correct.retract,
    history: reports.history,
    stats: reports.stats,
    admins: reports.admins,
    audit: reports.audit,
  };
  return {
    commands: DESK_COMMANDS.map((info) => ({ info, run: runs[info.name] as CommandHandler })),
    actions: {
      draft: draft.press,
      push: push.press,
      update: update.press,
      correct: correct.pressCorrect,
      retract: correct.pressRetract,
      admins: reports.pressAdmins,
    },
    takeText: (call, text) => draft.takeText(call, text),
    async resume() {
      await publish.resume();
      await resumeActs(tools);
      await push.resume();
    },
  };
}
