/** What is wrong with a file, for the operator or editor, in English. `line` counts from 1. */
export interface FileFault {
  file: string;
  line: number;
  reason: string;
}

/** `briefs/x/brief.yaml:12: q3: …` */
export function sayFileFault({ file, line, reason }: FileFault): string {
  return `${file}:${line}: ${reason}`;
}
