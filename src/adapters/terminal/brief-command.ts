import type { Brief } from '#brief/brief.ts';
import type { Library } from '#brief/library.ts';
import type { Input, Request, Responder } from '#chat/request.ts';
import type { ActionName } from '#message/action.ts';
import type { Block, Message } from '#message/message.ts';
import { renderMessage } from './render.ts';
import type { TerminalOutput } from './slots-command.ts';
import { TerminalResponder, terminalRequest } from './terminal-responder.ts';

export interface BriefCommandParts {
  library: Pick<Library, 'find' | 'latest'>;
  /** The chat core: the terminal answers with what every other surface answers with. */
  handle(request: Request, responder: Responder): Promise<void>;
  io: TerminalOutput;
}

/** Parts that a brief in the terminal holds at once, as there is no button to open them: with their evidence. */
const PARTS: readonly ActionName[] = ['casualties', 'quotes', 'places'];

/** Prints the brief that fits the words. Returns the exit code: 1 where no single brief does. */
export async function runBriefCommand(
  { words, json }: { words: string; json: boolean },
  parts: BriefCommandParts,
): Promise<number> {
  if (json) return printJson(words, parts);
  const messages = await ask(parts, { type: 'command', name: 'brief', rest: words });
  for (const message of messages) parts.io.out(renderMessage(await withParts(message, parts)));
  const isAnswered = words.trim() === '' || messages.some(({ subject }) => subject !== null);
  return isAnswered ? 0 : 1;
}

async function ask({ handle }: BriefCommandParts, input: Input): Promise<Message[]> {
  const responder = new TerminalResponder();
  await handle(terminalRequest(input), responder);
  return responder.messages;
}

/** The brief's head and summary, then each part whole in the place of its short form. */
async function withParts(message: Message, parts: BriefCommandParts): Promise<Message> {
  if (message.subject?.view.name !== 'brief') return message;
  const actions = message.buttons.flat().flatMap((button) => button.action ?? []);
  const views: Message[] = [];
  for (const name of PARTS) {
    const action = actions.find((a) => a.name === name);
    if (action) views.push(...(await ask(parts, { type: 'action', action })));
  }
  if (views.length === 0) return message;
  const sections = views.flatMap((view) => view.blocks.filter((block) => !isHeading(block, 1)));
  return { ...message, blocks: [...headAndSummary(message.blocks), ...sections] };
}

function headAndSummary(blocks: readonly Block[]): Block[] {
  const [, second] = blocks.flatMap((block, i) => (isHeading(block, 2) ? [i] : []));
  return blocks.slice(0, second);
}

function isHeading(block: Block, level: 1 | 2): boolean {
  return block.type === 'heading' && block.level === level;
}

function printJson(words: string, { library, io }: BriefCommandParts): number {
  const print = (value: unknown) => io.out(`${JSON.stringify(value)}\n`);
  const name = ({ id, headline }: Brief) => ({ id, headline });
  if (words.trim() === '') {
    print({ latest: library.latest(Number.MAX_SAFE_INTEGER).map(name) });
    return 0;
  }
  const found = library.find(words);
  if (found.outcome === 'one') print(factsOf(found.brief));
  else if (found.outcome === 'several') print({ error: 'several', briefs: found.briefs.map(name) });
  else print({ error: 'not-found', nearest: found.nearest.map(name) });
  return found.outcome === 'one' ? 0 : 1;
}

/** What a program wants of a brief: its facts with their evidence, and which texts they stand on. */
function factsOf(brief: Brief): object {
  const { id, headline, names, kind, topics, published, facts, people, retraction, revision } = brief;
  return {
    id,
    headline,
    names,
    kind,
    topics,
    published,
    articles: brief.articles.map(({ text: _text, ...about }) => about),
    ...facts,
    people,
    retraction,
    revision: { number: revision.number, at: new Date(revision.at).toISOString(), reason: revision.reason },
  };
}
