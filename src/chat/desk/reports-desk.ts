import { stripDirections } from '#arabic/directions.ts';
import { foldForSearch } from '#arabic/fold.ts';
import type { ActionHandler, CommandHandler } from '#chat/feature.ts';
import type { Role } from '#delivery/desk-store.ts';
import { composeNotice } from '#message/compose-lists.ts';
import { composeAdmins, composeAudit, composeHistory, composeStats } from '#message/compose-reports.ts';
import { DESK_LABELS as D } from '#message/labels-desk.ar.ts';
import { UserError } from '#shared/user-error.ts';
import { briefAtStart, type DeskTools } from './desk-tools.ts';
import type { NamedPeople } from './roles.ts';

const ROWS = 10;
const AUDIT_ROWS = 30;
const PERSON = /^(telegram|discord|web):[\w-]+$/;

/** What a role may be called, folded for search. */
const ROLE_WORDS: Record<string, Role | 'none'> = {
  [foldForSearch('ناشر')]: 'publisher',
  publisher: 'publisher',
  [foldForSearch('محرر')]: 'editor',
  editor: 'editor',
  [foldForSearch('حذف')]: 'none',
  remove: 'none',
};

/** `/history`, `/stats`, `/admins`, `/audit`. */
export class ReportsDesk {
  readonly #tools: DeskTools;
  readonly #named: NamedPeople;

  constructor(tools: DeskTools, named: NamedPeople) {
    this.#tools = tools;
    this.#named = named;
  }

  readonly history: CommandHandler = async (call, rest) => {
    const { roles, shelf, store, clock } = this.#tools;
    await roles.require(call, 'editor');
    const { brief } = briefAtStart(shelf, rest);
    const revisions = await store.briefs.history(brief.id);
    await call.reply(composeHistory(brief, revisions, { style: call.style, now: clock.now() }));
  };

  readonly stats: CommandHandler = async (call) => {
    const { roles, shelf, store } = this.#tools;
    await roles.require(call, 'publisher');
    const overview = await store.statistics.overview(ROWS);
    const mostAsked = overview.mostAsked.map(({ brief, times }) => ({
      headline: shelf.get(brief)?.headline ?? brief,
      times,
    }));
    await call.reply(composeStats({ ...overview, mostAsked }, call.style));
  };

  readonly admins: CommandHandler = async (call, rest) => {
    const owner = await this.#tools.roles.require(call, 'owner');
    const [person = '', word = ''] = stripDirections(rest).trim().split(/\s+/);
    if (person === '') return call.reply(await this.#list());
    const role = ROLE_WORDS[foldForSearch(word)];
    if (!PERSON.test(person) || !role) throw new UserError('admins-form');
    if (role === 'none') return call.reply(composeNotice(await this.#remove(person, owner)));
    const { store, clock } = this.#tools;
    const before = await this.#tools.roles.of(person);
    await store.roles.set(person, role, owner, clock.now());
    await store.audit.append({
      at: clock.now(),
      who: owner,
      what: 'role',
      brief: null,
      before,
      after: { person, role },
    });
    await call.reply(composeNotice(D.roleSet(person, D.roles[role])));
  };

  readonly pressAdmins: ActionHandler = async (call, [verb = '', person = '']) => {
    const owner = await this.#tools.roles.require(call, 'owner');
    if (verb !== 'remove') throw new UserError('already-done');
    await call.toast(await this.#remove(person, owner));
    await call.replace(await this.#list());
  };

  readonly audit: CommandHandler = async (call, rest) => {
    const { roles, shelf, store, clock } = this.#tools;
    await roles.require(call, 'owner');
    const brief = rest.trim() === '' ? undefined : briefAtStart(shelf, rest).brief.id;
    const entries = await store.audit.newest(AUDIT_ROWS, brief);
    await call.reply(composeAudit(entries, { style: call.style, now: clock.now() }));
  };

  async #remove(person: string, owner: string): Promise<string> {
    const { store, clock, roles } = this.#tools;
    const before = await roles.of(person);
    if (!(await store.roles.remove(person))) throw new UserError('already-done');
    await store.audit.append({
      at: clock.now(),
      who: owner,
      what: 'role',
      brief: null,
      before,
      after: { person, role: null },
    });
    return D.roleRemoved(person);
  }

  async #list() {
    const { owners, publishers, editors } = this.#named;
    const named = (people: readonly string[], role: 'owner' | Role) =>
      people.map((person) => ({ person, role, removable: false }));
    const added = (await this.#tools.store.roles.all()).map(({ person, role }) => ({
      person,
      role,
      removable: true,
    }));
    return composeAdmins([
      ...named(owners, 'owner'),
      ...named(publishers, 'publisher'),
      ...named(editors, 'editor'),
      ...added,
    ]);
  }
}
