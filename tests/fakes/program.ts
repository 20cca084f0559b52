import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '..', '..');

/** The real program in a process of its own, in a folder of its own with the briefs and the configuration as shipped. */
export class Program {
  readonly folder = mkdtempSync(join(tmpdir(), 'mujaz-program-'));
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  /** Everything it has written, line by line. */
  readonly output: string[] = [];
  readonly errors: string[] = [];
  #waiting = new Set<() => void>();

  constructor(env: Record<string, string> = {}) {
    this.#env = env;
    for (const name of ['briefs', 'config'])
      cpSync(join(root, name), join(this.folder, name), { recursive: true });
    mkdirSync(join(this.folder, 'data'));
  }

  /** Resolves with the address of the web chat when it listens. Rejects with what it said where it ended. */
  async start(...args: string[]): Promise<string> {
    const child = this.#spawn(args.length > 0 ? args : ['start']);
    const from = this.output.length;
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`ended with ${code}: ${this.errors.join('\n')}`);
    });
    const line = this.line(/listens on (\S+)/, from);
    ended.catch(() => {});
    return (await Promise.race([line, ended]))[1] as string;
  }

  /** Runs a command to its end. */
  async run(args: string[], input?: string): Promise<{ code: number; stdout: string; stderr: string }> {
    const [out, err] = [this.output.length, this.errors.length];
    const child = this.#spawn(args);
    child.stdin?.end(input ?? '');
    const [code] = await once(child, 'close');
    return { code, stdout: this.output.slice(out).join('\n'), stderr: this.errors.slice(err).join('\n') };
  }

  /** The first line of standard output, from the `from`-th on, that matches. */
  line(pattern: RegExp, from = 0, lines = this.output): Promise<RegExpExecArray> {
    return new Promise((resolve) => {
      const look = () => {
        for (const line of lines.slice(from)) {
          const match = pattern.exec(line);
          if (!match) continue;
          this.#waiting.delete(look);
          return resolve(match);
        }
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Sends the signal and resolves with how it ended and how long it took, in milliseconds. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<{ code: number | null; milliseconds: number }> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return { code: child?.exitCode ?? null, milliseconds: 0 };
    const began = performance.now();
    child.kill(signal);
    const [code] = await once(child, 'exit');
    return { code, milliseconds: performance.now() - began };
  }

  /** Messages a second to Telegram: paced all the same, only faster, so that many chats take less time. */
  paceTelegram(perSecond: number): void {
    const config = join(this.folder, 'config/mujaz.yaml');
    const text = readFileSync(config, 'utf8');
    if (!text.includes('telegram: 30')) throw new Error('the configuration has no rate of 30');
    writeFileSync(config, text.replace('telegram: 30', `telegram: ${perSecond}`));
  }

  /** Whoever reads what it writes is gone, like a pager that was closed or a log service that restarts. */
  stopReading(): void {
    this.#child?.stdout?.destroy();
    this.#child?.stderr?.destroy();
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #spawn(args: string[]): ChildProcess {
    const child = spawn(process.execPath, [join(root, 'bin/mujaz.mjs'), ...args], {
      cwd: this.folder,
      env: { PATH: process.env.PATH, TZ: process.env.TZ, WEB_PORT: '0', ...this.#env },
    });
    this.#child = child;
    for (const [stream, lines] of [
      [child.stdout, this.output],
      [child.stderr, this.errors],
    ] as const)
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        for (const look of this.#waiting) look();
      });
    return child;
  }
}
