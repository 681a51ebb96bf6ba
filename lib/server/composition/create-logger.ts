import pino from 'pino';
import type { ServerLog } from '../lifecycle/server-runtime';

/** JSON lines on standard output; `PROMONTORY_LOG` sets the level. */
export function createLogger(level = 'info'): ServerLog {
  const logger = pino({ name: 'promontory', level });
  return {
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
  };
}
