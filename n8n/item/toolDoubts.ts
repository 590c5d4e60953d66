import type { IExecuteFunctions } from 'n8n-workflow';

/** So many doubts are remembered; the oldest are forgotten first. */
const mostDoubts = 10_000;

/** In this process. n8n keeps no memory for tools, and tries them again in the process where they were tried before. */
const doubts = new Set<string>();

/**
 * What an agent's tool may have done although its answer was lost. n8n tries a tool again under Retry On Fail, and a
 * model that reads of a failure asks again by itself: in the same execution, the same thing is not done for the same
 * person then.
 */
export class ToolDoubt {
	private readonly name: string;

	/**
	 * @param what it does
	 * @param toWhom it does it, by which one call of the tool is told from the next
	 */
	constructor(context: IExecuteFunctions, what: string, toWhom: string) {
		this.name = JSON.stringify([context.getExecutionId(), context.getNode().id, what, toWhom]);
	}

	exists(): boolean {
		return doubts.has(this.name);
	}

	note(): void {
		doubts.add(this.name);
		for (const oldest of doubts) {
			if (doubts.size <= mostDoubts) break;
			doubts.delete(oldest);
		}
	}
}
