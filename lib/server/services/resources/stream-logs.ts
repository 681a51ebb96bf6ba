import type { LogLine } from '@/lib/contracts/resource/live-resource';
import type { LogRequest } from '../../engine-port';
import { AppError } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import { requireApplication, type ApplicationName } from '../applications/find-application';

interface LogsInput extends ApplicationName {
  request: LogRequest;
}

/** Checks that the logs may be read and says how to read them; the last entry of an ended stream has `last`. */
export async function openLogs(
  context: RequestContext,
  input: LogsInput,
): Promise<(signal: AbortSignal) => AsyncGenerator<LogLine>> {
  const target = await requireApplication(context, input, { resource: 'logs', action: 'get' });
  if (!input.request.podName && !input.request.resource)
    throw new AppError('invalid-request', 'query.podName is required, or kind and resourceName.', {
      field: 'query.podName',
    });
  const { engine } = context.runtime;
  return (signal) => readLines(engine.logs(target, input.request, AbortSignal.any([signal, context.signal])));
}

async function* readLines(lines: AsyncIterable<LogLine>): AsyncGenerator<LogLine> {
  let podName = '';
  for await (const line of lines) {
    podName = line.podName;
    yield line;
  }
  yield { content: '', timeStamp: null, timeStampStr: '', podName, last: true };
}
