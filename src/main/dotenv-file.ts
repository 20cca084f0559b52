import { readFileSync } from 'node:fs';
import dotenv from 'dotenv';
import type { ConfigFault } from './environment.ts';

/** The variables of `.env` where there is one. dotenv passes over lines that it cannot read; here they are faults. */
export function readDotenv(file: string): { variables: Record<string, string>; faults: ConfigFault[] } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { variables: {}, faults: [] };
    return { variables: {}, faults: [{ name: file, reason: `cannot be read (${code})` }] };
  }
  return { variables: dotenv.parse(text), faults: malformedLines(text, file) };
}

const ASSIGNMENT = /^\s*(?:export\s+)?[\w.-]+\s*=\s*(.*)$/;

function malformedLines(text: string, file: string): ConfigFault[] {
  const faults: ConfigFault[] = [];
  let openQuote: string | null = null;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (openQuote) {
      if (line.includes(openQuote)) openQuote = null;
      continue;
    }
    if (/^\s*(#|$)/.test(line)) continue;
    const value = ASSIGNMENT.exec(line)?.[1];
    if (value === undefined) faults.push({ name: `${file}:${i + 1}`, reason: 'is not NAME=value' });
    else if (/^["'`]/.test(value) && !value.slice(1).includes(value[0] as string))
      openQuote = value[0] as string;
  }
  if (openQuote) faults.push({ name: file, reason: `a quotation mark (${openQuote}) is never closed` });
  return faults;
}
