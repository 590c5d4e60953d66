import { campaignForms } from './campaignForms';
import { contactForms } from './contactForms';
import { conversationForms } from './conversationForms';
import type { DocumentedOperation } from './document';
import { NodeEngine } from './nodeEngine';
import { startPrism } from './prism';
import { misreading } from './reading';
import { startRecorder } from './recorder';

/** What came of one form or list, over all the answers it was given. */
export interface FormReport {
	form: string;
	operations: string[];
	requests: number;
	/** How many answers of each status the node read. */
	read: Map<number, number>;
	violations: string[];
}

/** The lists of the editor. */
const lists = ['searchCampaigns', 'searchAgents', 'searchIntegrations'];

/** How often Prism makes up an answer of each status, besides what it takes from the file's examples. */
const invented = 4;

/** The answers to ask for: every documented status of the operation. */
function answersOf(operation: DocumentedOperation | undefined): string[] {
	const statuses = operation?.statuses ?? [];
	return statuses.flatMap((status) => [
		`code=${status}`,
		...Array.from({ length: invented }, () => `code=${status}, dynamic=true`),
	]);
}

/** Runs every form and opens every list, once for every answer that Prism's mock of the file can give. */
export async function runNode(
	folder: string,
	file: string,
	operations: readonly DocumentedOperation[],
): Promise<FormReport[]> {
	const prism = await startPrism(folder, file);
	const recorder = await startRecorder(prism.origin, operations);
	const engine = await NodeEngine.at(recorder.baseUrl);

	/** @param work resolves with the error that the node ended with, if any */
	const report = async (form: string, work: () => Promise<unknown>): Promise<FormReport> => {
		const found: FormReport = { form, operations: [], requests: 0, read: new Map(), violations: [] };
		const note = (violation: string): void => {
			if (!found.violations.includes(violation)) found.violations.push(violation);
		};
		const meet = async (answer: string): Promise<void> => {
			recorder.prefer(answer);
			const error = await work();
			const recorded = recorder.take();
			found.requests += recorded.length;
			found.operations = [...new Set([...found.operations, ...recorded.map(({ operation }) => operation)])];
			for (const { violations } of recorded) violations.forEach(note);
			const last = recorded.at(-1);
			const misread = misreading(error, last, answer.includes('dynamic'));
			if (misread !== undefined) note(`to "${answer}": ${misread}`);
			else if (last) found.read.set(last.status, (found.read.get(last.status) ?? 0) + 1);
		};
		await meet('');
		for (const answer of answersOf(operations.find(({ name }) => name === found.operations[0])))
			await meet(answer);
		return found;
	};

	try {
		const reports: FormReport[] = [];
		for (const form of [...campaignForms, ...contactForms, ...conversationForms]) {
			reports.push(await report(form.name, async () => (await engine.run(form)).data.resultData.error));
		}
		for (const list of lists) {
			const work = () => engine.openList(list).catch((error: unknown) => error);
			reports.push(await report(`list ${list}`, work));
		}
		return reports;
	} finally {
		await recorder.close();
		await prism.stop();
	}
}
