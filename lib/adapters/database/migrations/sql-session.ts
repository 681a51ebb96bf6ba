/** One connection to a PostgreSQL: what the migration applier needs of pg and of PGlite. */
export interface SqlSession {
  /** One statement with parameters. */
  query(sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Any number of statements. */
  execute(sql: string): Promise<void>;
}
