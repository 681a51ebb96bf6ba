/** Never repeats the value: it holds a password. */
export function checkDatabaseUrl(value: string): string | undefined {
  const fix =
    'Write it as postgresql://user:password@host:5432/database, or leave it out for the embedded database.';
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return `DATABASE_URL is not a URL. ${fix}`;
  }
  if (url.protocol !== 'postgresql:' && url.protocol !== 'postgres:')
    return `DATABASE_URL begins with "${url.protocol}//": only PostgreSQL is supported. ${fix}`;
  if (url.pathname.length < 2) return `DATABASE_URL names no database. ${fix}`;
  return undefined;
}
