import type { Operation as AnyOperation } from '../../../../n8n/operation';

/** An operation of this node. */
export type Operation = AnyOperation<'audience' | 'contact'>;
