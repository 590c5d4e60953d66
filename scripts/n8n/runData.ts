import { z } from 'zod';

const items = z.array(
	z.object({
		json: z.record(z.unknown()),
		binary: z.record(z.object({ id: z.string().optional() }).passthrough()).optional(),
		pairedItem: z.unknown().optional(),
		error: z.unknown().optional(),
	}),
);

const nodeRun = z.object({
	executionStatus: z.string().optional(),
	/** Milliseconds. */
	executionTime: z.number(),
	/** Milliseconds since 1970. */
	startTime: z.number(),
	/** Outputs, each with its items, or null where nothing left. */
	data: z
		.object({ main: z.array(items.nullable()).optional() })
		.passthrough()
		.optional(),
	hints: z.array(z.object({ message: z.string() }).passthrough()).optional(),
	error: z.object({ message: z.string() }).passthrough().optional(),
});

/** What n8n records of an execution: for each node that ran, its runs. The same from the command line and REST. */
export const executionData = z.object({
	resultData: z.object({
		runData: z.record(z.array(nodeRun)),
		lastNodeExecuted: z.string().optional(),
		error: z.object({ message: z.string() }).passthrough().optional(),
	}),
});

export type ExecutionData = z.infer<typeof executionData>;
type NodeRun = z.infer<typeof nodeRun>;

/**
 * The last run of a node.
 * @throws Error when it did not run, with what stopped the execution
 */
function lastRun({ resultData }: ExecutionData, node: string): NodeRun {
	const run = resultData.runData[node]?.at(-1);
	if (run) return run;
	throw new Error(`"${node}" did not run. ${resultData.error?.message ?? 'The execution has no error.'}`);
}

/** What left an output of a node's last run, as plain JSON, in order; none when nothing left it. */
export function outputItems(data: ExecutionData, node: string, output = 0): Array<Record<string, unknown>> {
	return (lastRun(data, node).data?.main?.[output] ?? []).map(({ json }) => json);
}

/** The IDs in n8n's storage of the files that left a node with an item, by their fields. */
export function outputFiles(data: ExecutionData, node: string, itemIndex = 0): Record<string, string> {
	const { binary = {} } = lastRun(data, node).data?.main?.[0]?.[itemIndex] ?? {};
	const files = Object.entries(binary).flatMap(([field, { id }]) => (id === undefined ? [] : [[field, id]]));
	return Object.fromEntries(files);
}
