import type { PersonKey, Role, RoleStore } from '#delivery/desk-store.ts';
import { Remembered } from './remembered.ts';

/** Roles in memory over a store that nobody else writes to: every message asks for its writer's. */
export function rememberRoles(roles: RoleStore): RoleStore {
  const kept = new Remembered<PersonKey, Role | null>();
  return {
    ...roles,
    get: (person) => kept.get(person, () => roles.get(person)),
    set: (...role) => kept.changing(() => roles.set(...role)),
    remove: (person) => kept.changing(() => roles.remove(person)),
  };
}
