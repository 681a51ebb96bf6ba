import { run as runDiff } from './diff';
import { run as runHealth } from './health';

/** `npm run bench`: one table of figures. By processor time of one core, so that a busy machine changes little. */
const figures = { ...(await runHealth()), ...(await runDiff()) };
const width = Math.max(...Object.keys(figures).map((name) => name.length));
for (const [name, figure] of Object.entries(figures)) {
  const text = typeof figure === 'number' ? figure.toLocaleString('en') : figure;
  console.log(`${name.padEnd(width)}  ${text}`);
}
