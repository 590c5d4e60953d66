import { onlyWhenAsked } from '../../../../../n8n/agent/onlyWhenAsked';
import { audiencePicker } from './picker';
import { requireId } from '../ids';
import { type Operation, perItem } from '../operation';

/** Deletes an audience: DELETE /audiences/{id}; OliAI refuses it while an active campaign uses the audience. */
export const deleteAudience: Operation = {
	resource: 'audience',
	name: 'Delete',
	value: 'delete',
	action: 'Delete audience',
	description: 'Delete one audience per item; its contacts stay',
	forAgents: `Deletes an audience, which cannot be undone; its contacts stay. ${onlyWhenAsked('this audience to be deleted')}`,
	fields: [audiencePicker],
	run: perItem(({ value }) => {
		const audienceId = requireId('audience', value('audienceId'));
		return {
			subject: { audienceId },
			once: { what: `delete audience ${audienceId}`, inDoubt: 'ask' },
			async carryOut(ask) {
				await ask({
					method: 'DELETE',
					path: `/audiences/${encodeURIComponent(audienceId)}`,
					retryable: true,
					isAlreadyApplied: ({ status }) => status === 404,
				});
				return [{ id: audienceId, deleted: true }];
			},
		};
	}),
};
