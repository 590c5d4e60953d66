import { z } from 'zod';
import { agentId, campaignStatuses, channels } from './campaignFields';
import { contactStatuses } from './contactsSchema';

/** An integer of a query string within a range. */
function whole(min: number, max: number) {
	return z
		.string()
		.regex(/^\d{1,9}$/, 'must be a whole number')
		.transform(Number)
		.pipe(z.number().min(min).max(max));
}

const moment = z
	.string()
	.refine(
		(text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
		'must be an ISO 8601 date',
	)
	.transform((text) => Date.parse(text));

/** Query of `GET /campaigns`. There is no search by name. */
export const campaignsQuery = z
	.strictObject({
		agentId: agentId.optional(),
		status: z.enum(campaignStatuses).optional(),
		integration: z.enum(channels).optional(),
		startDate: moment.optional(),
		endDate: moment.optional(),
		pageSize: whole(1, 100).default('50'),
		cursor: z.string().optional(),
		direction: z.enum(['next', 'previous']).default('next'),
		archived: z
			.enum(['true', 'false'])
			.default('false')
			.transform((text) => text === 'true'),
	})
	.refine(({ startDate, endDate }) => (startDate === undefined) === (endDate === undefined), {
		message: 'startDate and endDate must be sent together',
	})
	.refine(({ startDate, endDate }) => (startDate ?? 0) <= (endDate ?? Infinity), {
		message: 'endDate must not be before startDate',
	});
export type CampaignsQuery = z.output<typeof campaignsQuery>;

/** Query of `GET /campaigns/{id}/contacts`. */
export const contactsQuery = z.strictObject({
	status: z.enum(contactStatuses).optional(),
	pageSize: whole(1, 100).default('50'),
	pageIndex: whole(0, 25_000).default('0'),
});

/** For routes that take no query parameter. */
export const noQuery = z.strictObject({});
