import { z } from 'zod';
import { contactStatuses } from './contactsSchema';
import { InvalidRequest } from './invalidRequest';
import type { AlturState } from './state';

const isStatus = (text: string): boolean => contactStatuses.some((status) => status === text);

/** The statuses whose contacts the next cycle leaves out; one that no contact can have is INVALID_STATUS. */
export const filterStatuses = z.array(
	z.string().superRefine((text, context) => {
		if (isStatus(text)) return;
		const message = `"${text}" is no contact status`;
		context.addIssue({ code: 'custom', message, params: { code: 'INVALID_STATUS' } });
	}),
);

/** IDs of thread tags. What one looks like is written nowhere, so none is judged by its form. */
export const filterTags = z.array(z.string().min(1));

/** Tags are known from seeds only, as agents are: without any, every ID is taken. Throws INVALID_FILTER_TAG. */
export function refuseUnknownTags(state: AlturState, tags: readonly string[] | undefined): void {
	const unknown = state.tagIds && tags?.find((tag) => !state.tagIds?.includes(tag));
	if (unknown === undefined) return;
	const field = 'cycles.filter_tags';
	const message = `There is no tag with the ID "${unknown}".`;
	throw new InvalidRequest('INVALID_FILTER_TAG', message, field, { [field]: [message] });
}
