import type { CommandHandler, Feature } from './feature.ts';
import { changeSetting } from './settings.ts';
import { SUBSCRIPTION_COMMANDS } from './subscription-commands.ts';
import { SubscriptionDesk, type SubscriptionOptions } from './subscription-desk.ts';

/** Digests and what a chat may choose about them. */
export function subscriptionFeature(options: SubscriptionOptions): Feature {
  const desk = new SubscriptionDesk(options);
  const runs: Record<string, CommandHandler> = {
    subscribe: (call, rest) => desk.subscribe(call, rest),
    unsubscribe: (call) => desk.unsubscribe(call),
    settings: (call) => desk.settings(call),
    status: (call) => desk.status(call),
  };
  return {
    commands: SUBSCRIPTION_COMMANDS.map((info) => ({ info, run: runs[info.name] as CommandHandler })),
    actions: {
      subscribe: (call) => desk.subscribe(call, ''),
      unsubscribe: (call) => desk.unsubscribe(call),
      settings: (call) => desk.settings(call),
      status: (call) => desk.status(call),
      set: (call, [setting = '', value]) => changeSetting(desk, call, setting, value ?? null),
    },
  };
}
