import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { linkReasons } from '../../../../n8n/load/reasonLinks';
import { Tally } from '../../../../n8n/load/tally';

const page = 'https://github.com/n8n-nodes-altur/n8n-nodes-altur/blob/main/docs/messages.md';

const failedWith = (...codes: string[]) =>
	Tally.of(codes.map((code) => ({ status: 'failed', problem: { code, message: 'It failed.' } })));

describe('The links to what the reasons of failed rows mean', () => {
	it('name the commonest codes first, three at most', () => {
		const said = linkReasons(failedWith('TOO_LARGE', 'NO_RESULT', 'NO_RESULT', 'NOT_FOUND', 'CONFLICT'));
		expect(said).toBe(
			`What to do about <a href="${page}#no_result" target="_blank">NO_RESULT</a>, <a href="${page}#too_large" target="_blank">TOO_LARGE</a>, <a href="${page}#not_found" target="_blank">NOT_FOUND</a>.`,
		);
	});

	it('are left out where no row failed, or only because it was not sent', () => {
		expect(linkReasons(Tally.of([{ status: 'created' }]))).toBeUndefined();
		expect(linkReasons(failedWith('NOT_SENT'))).toBeUndefined();
	});

	it('hold no code that is not explained there', () => {
		expect(linkReasons(failedWith('"><script>alert(1)</script>', 'no phone', 'OTHER_CODE'))).toBeUndefined();
	});

	it('lead to a section for each code that this package gives a row', () => {
		const sections = readFileSync('docs/messages.md', 'utf8').matchAll(/^### ([A-Z_]+)$/gm);
		const explained = new Set([...sections].map(([, code]) => code));
		const rooms = [
			'bulk/request',
			'n8n/load',
			'nodes/Altur/contact/add',
			'packages/octopush/nodes/Octopush/contact',
			'packages/oliai/nodes/OliAi/contact',
		];
		const files = rooms.flatMap((room) =>
			readdirSync(room, { recursive: true, encoding: 'utf8' })
				.filter((file) => file.endsWith('.ts'))
				.map((file) => join(room, file)),
		);
		const codes = [...files, 'bulk/results.ts', 'n8n/messages.ts']
			.flatMap((file) => [
				...readFileSync(file, 'utf8').matchAll(/code: '([A-Z_]{4,})'|^\s*\['([A-Z_]{4,})'/gm),
			])
			.map(([, one, other]) => one ?? other);
		expect(codes.length).toBeGreaterThan(20);
		expect(codes.filter((code) => !explained.has(code))).toEqual([]);
		expect([...explained].filter((code = '') => linkReasons(failedWith(code)) === undefined)).toEqual([
			'NOT_SENT',
		]);
	});
});
