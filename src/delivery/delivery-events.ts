import type { DeliveryKind } from './delivery.ts';
import type { DeliveryErrorKind } from './delivery-error.ts';
import type { PlatformName, SettleResult } from './platform.ts';

/** What metrics want to know; called as it happens. */
export interface DeliveryEvents {
  owed(kind: DeliveryKind, count: number): void;
  sent(platform: PlatformName, kind: DeliveryKind, milliseconds: number): void;
  failed(platform: PlatformName, kind: DeliveryErrorKind | 'not-composed', reason: string): void;
  /** An attempt that will be repeated. */
  retried(platform: PlatformName, kind: DeliveryErrorKind): void;
  settled(platform: PlatformName, outcome: SettleResult['outcome']): void;
  ticked(now: number): void;
}

export const NO_EVENTS: DeliveryEvents = {
  owed() {},
  sent() {},
  failed() {},
  retried() {},
  settled() {},
  ticked() {},
};
