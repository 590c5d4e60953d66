import { idempotencyKey } from '../../../bulk/idempotencyKey';
import type { ItemForm } from '../../../n8n/perItem';
import { executionScope } from '../executionScope';

/** What a header can carry without doubt. How long a key may be is not documented. */
const plainKey = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

/**
 * Makes the Idempotency-Key of a creation (vendor page: "UUID recommended").
 *
 * Without a key of the person's own, it stands for this item of this run: Retry On Fail and the retry of the
 * execution make the same key, a new run makes a new one.
 *
 * @param own the person's key; sent as it is, or as a UUID made of it when a header could not carry it
 */
export function creationKey(form: ItemForm, own: string | undefined, body: Buffer): string {
	if (own !== undefined) return plainKey.test(own) ? own : idempotencyKey(['custom', own], Buffer.alloc(0));
	return idempotencyKey([...executionScope(form.context), 'campaign', String(form.itemIndex)], body);
}
