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
		createdAfter: moment.optional(),
		createdBefore: moment.optional(),
		startedAfter: moment.optional(),
		startedBefore: moment.optional(),
		endedAfter: moment.optional(),
		endedBefore: moment.optional(),
		/** Older names of createdAfter and createdBefore. */
		startDate: moment.optional(),
		endDate: moment.optional(),
		pageSize: whole(1, 100).default('50'),
		cursor: z.string().optional(),
		archived: z
			.enum(['true', 'false'])
			.default('false')
			.transform((text) => text === 'true'),
	})
	.transform(({ startDate, endDate, ...query }) => ({
		...query,
		createdAfter: query.createdAfter ?? startDate,
		createdBefore: query.createdBefore ?? endDate,
	}))
	.superRefine((query, context) => {
		for (const [after, before] of [
			[query.createdAfter, query.createdBefore],
			[query.startedAfter, query.startedBefore],
			[query.endedAfter, query.endedBefore],
		]) {
			if (after === undefined || before === undefined || after < before) continue;
			context.addIssue({ code: 'custom', message: 'The date range is not valid.' });
		}
	});
export type CampaignsQuery = z.output<typeof campaignsQuery>;

/** Query of `GET /campaigns/{id}/contacts`. */
export const contactsQuery = z.strictObject({
	status: z.enum(contactStatuses).optional(),
	pageSize: whole(1, 100).default('50'),
	pageIndex: whole(0, 25_000).default('0'),
});

/** Query of `GET /campaigns/{id}/calls`. */
export const callsQuery = z
	.strictObject({
		status: z.enum(['ended', 'failed', 'busy', 'no-answer', 'in-progress']).optional(),
		answeredBy: z.enum(['human', 'machine', 'unknown']).optional(),
		startDate: moment.optional(),
		endDate: moment.optional(),
		pageSize: whole(1, 100).default('50'),
		pageIndex: whole(0, 25_000).default('0'),
	})
	.refine(
		({ startDate = -Infinity, endDate = Infinity }) => startDate < endDate,
		'The date range is not valid.',
	);

/** For routes that take no query parameter. */
export const noQuery = z.strictObject({});
