import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Prepared statements kept; the program has fewer shapes than this, whatever their number of rows. */
const KEPT_STATEMENTS = 200;

/** `node:sqlite` in the shape that Kysely's own dialect asks for. */
export function bridge(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      let statement = kept.get(sql);
      if (statement) kept.delete(sql);
      else statement = wrap(database.prepare(sql));
      kept.set(sql, statement);
      if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value!);
      return statement;
    },
  };
}

/**
 * Rows come as arrays and become objects here: the engine's own have no hidden class, and reading their fields takes
 * longer than fetching them.
 */
function wrap(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  const names = statement.columns().map((column) => column.name);
  statement.setReturnArrays(true);
  const toObject = (row: unknown) => {
    const object: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) object[names[i] as string] = (row as unknown[])[i];
    return object;
  };
  return {
    reader: names.length > 0,
    all: (parameters) => statement.all(...values(parameters)).map(toObject),
    run: (parameters) => statement.run(...values(parameters)),
    *iterate(parameters) {
      for (const row of statement.iterate(...values(parameters))) yield toObject(row);
    },
  };
}
