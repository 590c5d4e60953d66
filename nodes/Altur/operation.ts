import type { Operation as AnyOperation } from '../../n8n/node/operation';

/** An operation of this node. */
export type Operation = AnyOperation<'campaign' | 'contact'>;
