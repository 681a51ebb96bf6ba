import type { HealthStatus, ResourceHealth } from '../health-status';
import type { HealthCheck } from './health-check';
import { message, type Message } from './message';

/** Health with its message left out where there is none. */
export function health(status: HealthStatus, text?: string): ResourceHealth {
  return text === undefined ? { status } : { status, message: text };
}

/** The last line of a check: what holds when nothing above did. */
export function otherwise(status: HealthStatus, template?: string): HealthCheck {
  const say: Message = template === undefined ? () => undefined : message(template);
  return (object) => health(status, say(object));
}
