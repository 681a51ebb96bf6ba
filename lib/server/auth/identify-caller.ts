import { AppError } from '../http/app-error';
import { LOCAL_ADMINISTRATOR, type Caller } from './caller';

/**
 * The caller of a request. Promontory listens on loopback only until sign-in is configured, and Host and Origin were
 * checked before: who gets here sits at this machine.
 */
export type IdentifyCaller = (request: Request) => Promise<Caller>;

export const identifyLocalCaller: IdentifyCaller = (request) => {
  if (request.headers.has('authorization'))
    return Promise.reject(
      new AppError('unauthenticated', 'Tokens are not accepted: sign-in is not configured.', {
        fix: 'Leave the Authorization header out.',
      }),
    );
  return Promise.resolve(LOCAL_ADMINISTRATOR);
};
