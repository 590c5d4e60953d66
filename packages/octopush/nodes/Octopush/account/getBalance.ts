import { z } from 'zod';
import { jsonObject, understands } from '../../../../../n8n/responseSchemas';
import { type Operation, perItem } from '../operation';

/** `{"amount": 12.54, "unit": "euros"}`, and more with details. */
export const balanceSchema = jsonObject.and(z.object({ amount: z.union([z.number(), z.string().min(1)]) }));

/** Reads the balance of the account: GET /wallet/check-balance. */
export const getBalance: Operation = {
	resource: 'account',
	name: 'Get Balance',
	value: 'getBalance',
	action: 'Get account balance',
	description: 'Get what is left in the wallet',
	fields: [
		{
			displayName: 'With Details',
			name: 'withDetails',
			type: 'boolean',
			default: false,
			description: 'Whether to ask for the details of the balance too',
		},
	],
	run: perItem(({ value }) => {
		const withDetails = value('withDetails') === true;
		return {
			async carryOut(ask) {
				const response = await ask({
					method: 'GET',
					path: '/wallet/check-balance',
					query: withDetails ? { with_details: true } : undefined,
					retryable: true,
					understands: understands(balanceSchema),
				});
				return [jsonObject.parse(response.body)];
			},
		};
	}),
};
