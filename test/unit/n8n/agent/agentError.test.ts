import { NodeOperationError } from 'n8n-workflow';
import { withDescriptionInMessage } from '../../../../n8n/agent/agentError';
import { executeContext } from '../executeContext';

const failed = (message: string, description?: string) =>
	withDescriptionInMessage(new NodeOperationError(executeContext().getNode(), message, { description }))
		.message;

describe('An error of a tool', () => {
	it('has in its message what to do, for the model reads nothing else', () => {
		expect(failed('Altur has no campaign 9 [item 0]', 'Check the ID.')).toBe(
			'Altur has no campaign 9 [item 0]. Check the ID.',
		);
	});

	it.each([undefined, 'Check the ID.'])('does not say twice what it says already: %s', (description) => {
		expect(failed('No campaign. Check the ID.', description)).toBe('No campaign. Check the ID.');
	});
});
