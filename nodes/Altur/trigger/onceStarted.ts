import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import type { AlturEvent } from './events';
import { identityOf, Repetitions } from './repetitions';

/** n8n's answer, as far as it is looked at. */
interface Answer {
	statusCode: number;
	/** Whether it is given; Altur may have hung up before, and then it does not finish. */
	writableEnded: boolean;
	once(event: 'finish', listener: () => void): unknown;
}

/**
 * Notes that a run begins with an event. The note is kept over a restart; it is dropped when n8n could not begin the run,
 * for Altur sends the event again then.
 *
 * @returns whether the event is new
 */
export function startsAnew(context: IWebhookFunctions, event: AlturEvent, body: Buffer): boolean {
	const kept = context.getWorkflowStaticData('node');
	const memory = Repetitions.of(`${context.getWorkflow().id}/${context.getNode().id}`);
	memory.settle();
	memory.recall(kept);
	const identity = identityOf(event, body);
	const isNew = memory.note(identity);
	const keep = () => {
		memory.keep(kept);
	};
	keep();
	if (isNew) {
		void afterTheRunIsMade(keep);
		const answer: Answer = context.getResponseObject();
		memory.await(identity, () => {
			if (!answer.writableEnded) return undefined;
			return answer.statusCode >= 400 ? 'failed' : 'begun';
		});
		answer.once('finish', () => {
			memory.settle();
		});
	}
	return isNew;
}

/**
 * n8n 2.41 forgets that the data was changed when it makes the run, at once, and saves it only before it answers, after
 * it has written the run to its database. So the change is made once more in between.
 */
async function afterTheRunIsMade(keep: () => void): Promise<void> {
	await sleep(0);
	keep();
}
