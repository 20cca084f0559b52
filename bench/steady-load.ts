import { systemClock, wait } from '#shared/clock.ts';

export interface Load {
  /** Asks one question; resolves when its answer has come. */
  ask(n: number): Promise<void>;
}

/** Asks `perSecond` times a second for `seconds`, whether or not the answers come. Returns how long each took, in ms. */
export async function steadyLoad({ ask }: Load, perSecond: number, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const open: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const ahead = (n * 1000) / perSecond - (performance.now() - began);
    if (ahead > 0) await wait(systemClock, ahead);
    const asked = performance.now();
    open.push(ask(n).then(() => void times.push(performance.now() - asked)));
  }
  await Promise.all(open);
  return times;
}
