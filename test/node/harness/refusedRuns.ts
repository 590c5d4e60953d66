import type { INode, INodeExecutionData } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox/server/sandbox';
import type { FormValues, NodeBench } from './nodeBench';
import type { TestWorkflow } from './nodeRunner';

/** A run that cannot begin, whatever its rows hold. */
interface RefusedRun {
	rows: INodeExecutionData[];
	form: FormValues;
	credentials?: TestWorkflow['credentials'];
}

/**
 * Runs it with On Error: Continue, and with the error output, and checks that every row comes out failed with the
 * reason, and that nothing was sent.
 *
 * @param node its name
 * @param reason a part of the message
 */
export async function expectEveryRowFailed(
	bench: NodeBench<Sandbox>,
	node: string,
	{ rows, form, credentials }: RefusedRun,
	reason: string,
): Promise<void> {
	const trial = async (onError: INode['onError']) =>
		await bench.run(rows, form, { onError }, credentials && { credentials });
	const items = rows.map((_, item) => ({ item }));

	const continued = await trial('continueRegularOutput');
	expect(continued.run.data.resultData.error).toBeUndefined();
	const failed = continued.items(node);
	expect(failed.map(({ pairedItem }) => pairedItem)).toEqual(items);
	for (const { json } of failed) {
		expect(json.error_message ?? json.error).toEqual(expect.stringContaining(reason));
		expect(json.status ?? 'failed').toBe('failed');
	}

	const split = await trial('continueErrorOutput');
	expect(split.items(node, 0)).toEqual([]);
	const errors = split.items(node, 1);
	expect(errors.map(({ pairedItem }) => pairedItem)).toEqual(items);
	for (const [index, { json }] of errors.entries()) {
		expect(json).toMatchObject({ ...rows[index]?.json, error: expect.stringContaining(reason) });
	}

	const stopped = await trial('stopWorkflow');
	expect(stopped.run.data.resultData.error?.message).toEqual(
		expect.stringContaining(reason.replace(/\.$/, '')),
	);
	expect(bench.sandbox.requests).toEqual([]);
}
