import { createRequire } from 'node:module';
import type * as OtherRecorders from './other-recorders';

/**
 * What is needed where sox is not there, or does not record; read there, in the same turn of the event
 * loop, because somebody speaks.
 */
export function otherRecorders(): typeof OtherRecorders {
  return createRequire(__filename)('./other-recorders') as typeof OtherRecorders;
}
