import { shorten } from '../../n8n/messages';
import { dateFilters } from './campaign/schemas/dates';
import { labels as campaignLabels } from './campaign/fields/labels';
import { contactLabels } from './contact/columns';

/** No field of Altur has a longer path; the names of extracted data are anybody's. */
const mostCharacters = 60;

/** What the form calls the fields that Altur names: `agent_id` is "Agent", `cycles.max_iterations` "Number of Cycles". */
const labels: ReadonlyMap<string, string> = new Map([
	...Object.entries(campaignLabels).map(([name, label]) => [snakeCase(name), label] as const),
	...Object.entries(dateFilters),
	['integration', campaignLabels.integrationType],
]);

/**
 * Names a field as the person knows it, with Altur's own name behind it where that is another one: `Agent (agent_id)`.
 *
 * @param path as Altur writes it, with dots; the place in a list is left out
 */
export function nameField(path: string): string {
	const field = shorten(path.replace(/(?:\.\d+|\[\d+\])+$/, ''), mostCharacters);
	const label = labels.get(field.replace(/^.*\.(?=[a-z_]+$)/, ''));
	if (label === undefined) return field;
	return snakeCase(label.replaceAll(' ', '')) === `_${field}` ? label : `${label} (${field})`;
}

const labelsOfContact: ReadonlyMap<string, string> = new Map([
	...Object.entries(contactLabels),
	['extracted_data', 'Extracted Data'],
]);

/** Names a field of a contact as the person knows it: `f_id` is "Unique External ID", `extracted_data.balance` "balance in Extracted Data". */
export function nameContactField(path: string): string {
	const [field = '', ...inside] = shorten(path, mostCharacters).split('.');
	const label = labelsOfContact.get(field) ?? field;
	return inside.length === 0 ? label : `${inside.join('.')} in ${label}`;
}

function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
