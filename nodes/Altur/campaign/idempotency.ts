import { z } from 'zod';
import { idempotencyKey } from '../../../bulk/idempotencyKey';
import type { Failure } from '../../../bulk/request/failure';
import { executionScope } from '../../../n8n/item/executionScope';
import type { ItemForm } from '../../../n8n/form/itemForm';
import { retryMemory } from '../../../n8n/item/retryMemory';

/** What a header can carry without doubt. How long a key may be is not documented. */
const plainKey = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

const keptCreation = z.object({ key: z.string(), body: z.string() });

/** What is sent to create a campaign. */
interface Creation {
	/** The Idempotency-Key (vendor page: "UUID recommended"). */
	key: string;
	/** JSON. */
	body: Buffer;
	/**
	 * To be called when it failed, and the campaign may have been created all the same: later tries of the run then send
	 * the same again, unless Altur refused it, which under this key shows that nothing was created.
	 */
	noteDoubt(failure: Failure): void;
}

/**
 * Gives the creation of a campaign its key.
 *
 * Without a key of the person's own, it stands for this item of this run and its contents: Retry On Fail and the
 * retry of the execution make the same key, a new run or a corrected form makes a new one. Once a campaign may have
 * been created, key and body of that try are kept, even if the form now comes to something else, such as the present
 * time in the name.
 *
 * @param path of the request; the same body sent to another path creates something else
 * @param own the person's key; sent as it is, or as a UUID made of it when a header could not carry it
 */
export function creationOf(form: ItemForm, path: string, own: string | undefined, body: Buffer): Creation {
	const memory = retryMemory(form.context);
	const scope = [...executionScope(form.context), path, String(form.itemIndex)];
	const place = scope.join(' ');
	const ownKey = own === undefined ? undefined : asHeader(own);
	const earlier = keptCreation.safeParse(memory[place]).data;
	const kept = ownKey === undefined || ownKey === earlier?.key ? earlier : undefined;
	const key = kept?.key ?? ownKey ?? idempotencyKey(scope, body);
	const text = kept?.body ?? body.toString();
	const noteDoubt = ({ kind }: Failure) => {
		memory[place] = kind === 'refused' ? {} : { key, body: text };
	};
	return { key, body: Buffer.from(text), noteDoubt };
}

function asHeader(own: string): string {
	return plainKey.test(own) ? own : idempotencyKey(['custom', own], Buffer.alloc(0));
}
