import { dateFilters } from './campaign/schemas/dates';
import { labels as campaignLabels } from './campaign/fields/labels';
import { contactLabels } from './contact/columns';

/** What the form calls the fields that Altur names: `agent_id` is "Agent", `cycles.max_iterations` "Max Iterations". */
const labels: ReadonlyMap<string, string> = new Map([
	...Object.entries(campaignLabels).map(([name, label]) => [snakeCase(name), label] as const),
	...Object.entries(dateFilters),
	['integration', campaignLabels.integrationType],
]);

/**
 * Names a field as the person knows it, with Altur's own name behind it: `Agent (agent_id)`; by that alone, in
 * quotation marks, when the form has no such field.
 *
 * @param path as Altur writes it, with dots
 */
export function nameField(path: string): string {
	return named(path, labels.get(path.replace(/^.*\.(?=[a-z_]+$)/, '')));
}

const labelsOfContact: ReadonlyMap<string, string> = new Map([
	...Object.entries(contactLabels),
	['extracted_data', 'Extracted Data'],
]);

/** Names a field of a contact likewise: `name` is the campaign's name there, and the contact's here. */
export function nameContactField(path: string): string {
	return named(path, labelsOfContact.get(path.replace(/\..*$/, '')));
}

function named(path: string, label: string | undefined): string {
	return label === undefined ? `"${path}"` : `${label} (${path})`;
}

function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
