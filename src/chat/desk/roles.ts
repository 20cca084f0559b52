import type { Audience } from '#chat/commands.ts';
import type { Call } from '#chat/feature.ts';
import type { Request } from '#chat/request.ts';
import type { PersonKey, Role, RoleStore } from '#delivery/desk-store.ts';
import { UserError } from '#shared/user-error.ts';

export type DeskRole = Role | 'owner';

const RANK: Record<DeskRole, number> = { editor: 1, publisher: 2, owner: 3 };

const AUDIENCES: readonly Audience[] = ['reader', 'chat-admin', 'editor', 'publisher', 'owner'];

/** Who the configuration names; owners add others in chat. */
export interface NamedPeople {
  owners: readonly PersonKey[];
  publishers: readonly PersonKey[];
  editors: readonly PersonKey[];
}

/** `telegram:1001`, as in ADMINS; null where nobody can be named. */
export function personOf(request: Request): PersonKey | null {
  return request.user && `${request.chat.platform}:${request.user.id}`;
}

/** Asked at every act, also when a button is pressed long after: what somebody was is no right. */
export class Roles {
  readonly #store: RoleStore;
  readonly #named: NamedPeople;

  constructor(store: RoleStore, named: NamedPeople) {
    this.#store = store;
    this.#named = named;
  }

  async of(person: PersonKey): Promise<DeskRole | null> {
    // Whoever holds the key of the local page is its owner; see the web adapter.
    if (this.#named.owners.includes(person) || person === 'web:owner') return 'owner';
    const stored = await this.#store.get(person);
    if (stored) return stored;
    if (this.#named.publishers.includes(person)) return 'publisher';
    return this.#named.editors.includes(person) ? 'editor' : null;
  }

  /** Whose commands that person may give in the own private chat. */
  async audiencesOf(person: PersonKey): Promise<readonly Audience[]> {
    const role = await this.of(person);
    return AUDIENCES.slice(0, 2 + (role ? RANK[role] : 0));
  }

  /** The person, where they may act as `least`. Throws `not-allowed`. */
  async require(call: Call, least: DeskRole): Promise<PersonKey> {
    const person = personOf(call.request);
    const role = person && (await this.of(person));
    if (!person || !role || RANK[role] < RANK[least]) throw new UserError('not-allowed');
    return person;
  }

  async isAtLeast(call: Call, least: DeskRole): Promise<boolean> {
    const person = personOf(call.request);
    const role = person && (await this.of(person));
    return Boolean(role && RANK[role] >= RANK[least]);
  }
}
