import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { isAgentTool } from '../agent/isAgentTool';
import { jsonObject } from '../responseSchemas';
import { executionScope } from './executionScope';
import { InputProblem } from '../inputProblem';
import type { ItemForm } from '../form/itemForm';
import type { ItemWork } from './itemWork';
import { retryMemory } from './retryMemory';
import { ToolDoubt } from './toolDoubts';

/** What an earlier try of the same run came to; without results nobody knows whether it was carried out. */
const earlierTry = z.object({ results: z.array(jsonObject).optional() });

/**
 * Makes sure that a run does the work of an item once. Retry On Fail and the retry of an execution begin with the
 * first item again, and n8n keeps the node's context over both: what an earlier try has done is handed on from there
 * without a request.
 *
 * @param service its name, as people write it
 * @returns the work; its `carryOut` throws an InputProblem when an earlier try may have done it, and asking again
 * could do it twice
 */
export function onlyOnce(
	form: ItemForm,
	work: ItemWork & Required<Pick<ItemWork, 'once'>>,
	service: string,
): ItemWork {
	const { inDoubt, what, toWhom } = work.once;
	const memory = retryMemory(form.context);
	const place = [...executionScope(form.context), 'item', form.itemIndex, what].join(' ');
	const earlier = earlierTry.safeParse(memory[place]).data;
	const note = (results?: IDataObject[]) => {
		memory[place] = results === undefined ? {} : { results };
	};
	const toolDoubt =
		inDoubt === 'refuse' && toWhom !== undefined && isAgentTool(form.context)
			? new ToolDoubt(form.context, what, toWhom)
			: undefined;
	return {
		...work,
		async carryOut(ask) {
			if (earlier?.results) return earlier.results;
			if (toolDoubt?.exists() || (earlier && inDoubt === 'refuse')) {
				throw new InputProblem(
					'MAY_BE_DONE',
					'An earlier try of this run may have carried this out already.',
					`Look in ${service} whether it is there, and run the workflow anew with the items that are missing.`,
				);
			}
			const results = await work.carryOut((request) =>
				ask(earlier ? { ...request, mayHaveBeenApplied: true } : request),
			);
			note(results);
			return results;
		},
		noteDoubt(failure) {
			work.noteDoubt?.(failure);
			note();
			toolDoubt?.note();
		},
	};
}
