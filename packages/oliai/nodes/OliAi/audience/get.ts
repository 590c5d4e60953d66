import { understands } from '../../../../../n8n/responseSchemas';
import { objectWithId } from '../responses';
import { audiencePicker } from './picker';
import { requireId } from '../ids';
import { type Operation, perItem } from '../operation';

/** Reads an audience: GET /audiences/{id}. */
export const getAudience: Operation = {
	resource: 'audience',
	name: 'Get',
	value: 'get',
	action: 'Get audience',
	description: 'Get one audience per item',
	fields: [audiencePicker],
	run: perItem(({ value }) => {
		const audienceId = requireId('audience', value('audienceId'));
		return {
			subject: { audienceId },
			async carryOut(ask) {
				const response = await ask({
					method: 'GET',
					path: `/audiences/${encodeURIComponent(audienceId)}`,
					retryable: true,
					understands: understands(objectWithId),
				});
				return [objectWithId.parse(response.body)];
			},
		};
	}),
};
