import type { ItemForm } from '../../../n8n/form/itemForm';
import { readId, readText } from '../readValue';

/**
 * Reads the time zone of the main form, or the one of its older place while nothing is chosen in the main form.
 *
 * @param older what the collection holds in which it stood at first
 * @returns an IANA name as it was chosen or typed; undefined when there is none
 */
export function readTimeZone(form: ItemForm, older: unknown): string | undefined {
	const isChosen = Boolean(readId(form.rawValue('timezone')));
	return isChosen ? readId(form.value('timezone')) || undefined : readText(older);
}
