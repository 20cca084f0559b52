import type { PersonKey, Role, RoleStore } from '#delivery/desk-store.ts';

/** People kept in memory: those who wrote last. */
const KEPT = 10_000;

/** Roles in memory over a store that nobody else writes to: every message asks for its writer's. */
export function rememberRoles(roles: RoleStore): RoleStore {
  const kept = new Map<PersonKey, Role | null>();
  // What was read before a change must not be kept after it.
  let changes = 0;
  const changing = async <T>(change: () => Promise<T>): Promise<T> => {
    try {
      return await change();
    } finally {
      changes++;
      kept.clear();
    }
  };
  return {
    ...roles,
    async get(person) {
      const known = kept.get(person);
      if (known !== undefined) return known;
      const before = changes;
      const role = await roles.get(person);
      if (before !== changes) return role;
      if (kept.size >= KEPT) kept.clear();
      kept.set(person, role);
      return role;
    },
    set: (...role) => changing(() => roles.set(...role)),
    remove: (person) => changing(() => roles.remove(person)),
  };
}
