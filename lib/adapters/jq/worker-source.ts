/**
 * The worker, as CommonJS text: bundlers leave it alone. It answers `{ id, expression, objects }` with
 * `{ id, results }`, where null stands for an object on which the expression failed.
 */
export const JQ_WORKER_SOURCE = `
const { parentPort, workerData } = require('node:worker_threads');
const loading = require(workerData.modulePath);
parentPort.on('message', async ({ id, expression, objects }) => {
  const jq = await loading;
  // One call for all objects; the line break ends a comment in the expression.
  const filter = '[.[] | try del(' + expression + '\\n) catch null]';
  let results;
  try {
    results = JSON.parse(jq.raw(JSON.stringify(objects), filter, ['-c']));
  } catch {
    results = objects.map(() => null);
  }
  parentPort.postMessage({ id, results });
});
loading.then(() => parentPort.postMessage({ ready: true }));
`;
