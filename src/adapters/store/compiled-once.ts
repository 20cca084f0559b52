import { type Compilable, CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * A statement over `n` rows whose text is compiled once for each `n` and dialect: for a row of a few values building
 * it anew takes several times as long as running it. `build` must use its values in the order in which `parameters`
 * come later; the values that it is given are stand-ins.
 */
export function compiledOnce<Row>(build: (db: Kysely<Tables>, n: number) => Compilable<Row>) {
  const texts = new Map<string, string>();
  return async (db: Kysely<Tables>, n: number, parameters: readonly unknown[]): Promise<Row[]> => {
    const key = `${db.getExecutor().adapter.constructor.name} ${n}`;
    let text = texts.get(key);
    if (text === undefined) {
      text = build(db, n).compile().sql;
      texts.set(key, text);
    }
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]));
    return rows;
  };
}
