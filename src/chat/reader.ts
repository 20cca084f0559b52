import type { Brief } from '#brief/brief.ts';
import type { Library } from '#brief/library.ts';
import type { ActionName } from '#message/action.ts';
import {
  composeChoice,
  composeHelp,
  composeLatest,
  composeNotFound,
  composeWelcome,
  LATEST_PER_PAGE,
} from '#message/compose-lists.ts';
import { LABELS } from '#message/labels.ar.ts';
import { rememberViews } from '#message/remember-views.ts';
import type { Clock } from '#shared/clock.ts';
import { type CommandInfo, READER_COMMANDS } from './commands.ts';
import type { ActionHandler, Call, CommandHandler, Feature } from './feature.ts';

/** Counts what readers ask for, so that editors see what is wanted and what is missing. */
export interface QuestionLog {
  /** `brief` null: nothing was found for the words. */
  asked(words: string, brief: string | null): Promise<void>;
}

export interface ReaderOptions {
  library: Library;
  clock: Clock;
  questions: QuestionLog;
  /** Every command of the bot, for the help: those that `call` may give. */
  commandsFor(call: Call): Promise<readonly CommandInfo[]>;
}

/** Longer words than these are no question; looking them up would only cost time. */
const LONGEST_QUERY = 400;

/** What every reader can do: find a brief, open its parts, see the newest, get help. */
export function readerFeature(options: ReaderOptions): Feature {
  const { library, clock, questions } = options;

  const view = rememberViews();
  const show = (call: Call, brief: Brief, name: ActionName) =>
    view(name, brief, { style: call.style, now: clock.now() });

  const find: CommandHandler = async (call, rest) => {
    const words = rest.trim();
    if (words === '') return latest(call, ['1']);
    const found = words.length > LONGEST_QUERY ? NOTHING : library.find(words);
    await questions.asked(words.slice(0, LONGEST_QUERY), found.outcome === 'one' ? found.brief.id : null);
    if (found.outcome === 'several') return call.reply(composeChoice(found.briefs));
    if (found.outcome === 'none') return call.reply(composeNotFound(words, found.nearest));
    const message = show(call, found.brief, 'brief');
    if (message) await call.reply(message);
  };

  const start: CommandHandler = async (call, rest) => {
    const word = rest.trim();
    const brief = library.get(word) ?? library.byCode(word);
    const message = brief && show(call, brief, 'brief');
    if (message) return call.reply(message);
    return word === '' ? call.reply(composeWelcome()) : find(call, word);
  };

  const latest: ActionHandler = async (call, [page = '1']) => {
    const current = Math.max(1, Math.min(Number.parseInt(page, 10) || 1, 10_000));
    const all = library.latest(current * LATEST_PER_PAGE + 1);
    const shown = all.slice((current - 1) * LATEST_PER_PAGE, current * LATEST_PER_PAGE);
    const message = composeLatest(shown, current, all.length > current * LATEST_PER_PAGE, call.style);
    return call.request.input.type === 'action' ? call.replace(message) : call.reply(message);
  };

  const help: CommandHandler = async (call) => {
    const infos = await options.commandsFor(call);
    const lines = infos
      .filter((c) => !c.hidden)
      .map((c) => ({
        command: c.argument ? `/${c.name} ${c.argument.arabic}` : `/${c.name}`,
        does: c.does,
      }));
    const message = composeHelp(lines);
    return call.request.input.type === 'action' ? call.replace(message) : call.reply(message);
  };

  const openView =
    (name: ActionName): ActionHandler =>
    async (call, [code = '', page = '1']) => {
      const brief = library.byCode(code);
      const message = brief && show(call, brief, name);
      if (!message) return call.toast(LABELS.briefGone);
      return call.replace(message, Number.parseInt(page, 10) || 1);
    };

  const runs: Record<string, CommandHandler> = {
    start,
    brief: find,
    latest: (call) => latest(call, ['1']),
    help,
  };
  return {
    commands: READER_COMMANDS.map((info) => ({ info, run: runs[info.name] as CommandHandler })),
    actions: {
      brief: openView('brief'),
      quotes: openView('quotes'),
      casualties: openView('casualties'),
      places: openView('places'),
      source: openView('source'),
      changes: openView('changes'),
      latest,
      help: (call) => help(call, ''),
    },
    async takeText(call, text) {
      await find(call, text);
      return true;
    },
  };
}

const NOTHING = { outcome: 'none', nearest: [] } as const satisfies ReturnType<Library['find']>;
