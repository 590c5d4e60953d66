import type { IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../../../bulk/request/failure';
import type { ItemForm } from '../../../n8n/form/itemForm';
import type { ItemWork } from '../../../n8n/item/itemWork';
import { onlyOnce } from '../../../n8n/item/onlyOnce';
import { executeContext } from './executeContext';

const lost: Failure = { kind: 'unreachable', attempts: 1, mayHaveBeenApplied: true };

const olderAgent = { isToolExecution: () => true };
/** The agent of version 3 lets n8n's engine run a tool like any node. */
const newestAgent = { getNode: () => ({ ...executeContext().getNode(), type: 'n8n-nodes-altur.alturTool' }) };

/** A call of an agent's tool; each has a run index of its own in n8n, and no memory. */
function toolCall(toWhom: string, executionId: string, as: Partial<IExecuteFunctions> = olderAgent) {
	const context = Object.assign(executeContext(), { getExecutionId: () => executionId, ...as });
	const form: ItemForm = { context, itemIndex: 0, value: () => undefined, rawValue: () => undefined };
	const work: ItemWork & Required<Pick<ItemWork, 'once'>> = {
		once: { what: 'start call', inDoubt: 'refuse', toWhom },
		carryOut: async () => [{ rang: toWhom }],
		explain: () => ({ code: '', message: '', advice: '' }),
	};
	return onlyOnce(form, work, 'Altur');
}
const outcomeOf = async (work: ItemWork) => {
	try {
		return await work.carryOut(async () => ({ status: 200, headers: {}, body: {} }));
	} catch (error) {
		return error;
	}
};

describe("What an agent's tool may have done already", () => {
	it('is not done again in the same execution, for the same person', async () => {
		toolCall('+525511112222', '41').noteDoubt?.(lost);
		expect(await outcomeOf(toolCall('+525511112222', '41'))).toMatchObject({ code: 'MAY_BE_DONE' });
	});

	it('is not done again either when the engine runs the tool for the agent', async () => {
		toolCall('+525511112222', '45', newestAgent).noteDoubt?.(lost);
		const again = await outcomeOf(toolCall('+525511112222', '45', newestAgent));
		expect(again).toMatchObject({ code: 'MAY_BE_DONE' });
	});

	it('is done for another person, and in another execution', async () => {
		toolCall('+525511112222', '42').noteDoubt?.(lost);
		expect(await outcomeOf(toolCall('+525533334444', '42'))).toEqual([{ rang: '+525533334444' }]);
		expect(await outcomeOf(toolCall('+525511112222', '43'))).toEqual([{ rang: '+525511112222' }]);
	});

	it('is done again when it was certainly done, because the agent asks for it', async () => {
		expect(await outcomeOf(toolCall('+525511112222', '44'))).toEqual([{ rang: '+525511112222' }]);
		expect(await outcomeOf(toolCall('+525511112222', '44'))).toEqual([{ rang: '+525511112222' }]);
	});
});
