import { startOliAiSandbox, type OliAiSandbox } from '../../../../sandbox/oliai/startOliAiSandbox';
import { mainExample } from '../../../../scripts/examples';
import type { CredentialFile } from '../../../../scripts/n8n/commandLine';
import { outputItems } from '../../../../scripts/n8n/runData';
import { n8nWith, type N8nWith } from '../../../../test/n8n/harness/n8nWith';
import { n8nPatience } from '../../../../test/n8n/harness/packagedN8n';
import { filesOf } from '../../../../test/n8n/harness/tarball';

jest.setTimeout(n8nPatience);

describe('The packed OliAI node in a real n8n', () => {
	let sandbox: OliAiSandbox;
	let credential: CredentialFile;
	let n8n: N8nWith;

	beforeAll(async () => {
		sandbox = await startOliAiSandbox({ seed: 'demo' });
		const { apiKey, baseUrl } = sandbox;
		credential = {
			id: 'oliAiDemoAccount',
			name: 'OliAI demo account',
			type: 'oliAiApi',
			data: { apiKey, environment: 'other', baseUrl },
		};
		n8n = await n8nWith('oliai', credential, 'oliai-load-an-audience.json');
	});
	afterAll(async () => {
		await n8n.end();
		await sandbox.close();
	});

	it('comes in a tarball that holds only its own service', () => {
		const files = filesOf(n8n.tarball);
		expect([...files.keys()].sort()).toEqual([
			'LICENSE.md',
			'README.md',
			'dist/credentials/OliAiApi.credentials.js',
			'dist/nodes/OliAi/OliAi.node.js',
			'dist/nodes/OliAi/OliAi.node.json',
			'dist/nodes/OliAi/oliAi.dark.svg',
			'dist/nodes/OliAi/oliAi.svg',
			'package.json',
		]);
		for (const path of ['dist/nodes/OliAi/OliAi.node.js', 'dist/credentials/OliAiApi.credentials.js']) {
			expect(files.get(path)).not.toMatch(/altur\.io|octopush\.com/);
		}
	});

	it('is found by n8n', () => {
		expect(n8n.nodeTypes).toContain('n8n-nodes-oliai.oliAi');
	});

	it('has a credential that turns green, and red with a wrong key', async () => {
		expect(await n8n.client.testCredential(credential)).toMatchObject({ status: 'OK' });
		const wrong = { ...credential, data: { ...credential.data, apiKey: 'wrong-key-1234' } };
		const { status, message } = await n8n.client.testCredential(wrong);
		expect(status).toBe('Error');
		expect(message).not.toContain('wrong-key-1234');
	});

	it('runs the example: every row has one result, and the audience holds the contacts', async () => {
		const { status, data } = await n8n.client.runWorkflow('oliAiLoadAudience', mainExample.trigger);
		expect(status).toBe('success');
		const rows = outputItems(data, mainExample.rows).length;
		const loaded = outputItems(data, 'Load audience', 0);
		const refused = outputItems(data, 'Load audience', 1);
		expect([loaded.length + refused.length, refused.length > 0]).toEqual([rows, true]);
		const ids = new Set(loaded.map(({ id }) => id));
		const { contacts, audiences } = sandbox.state();
		expect(new Set(contacts.map(({ id }) => id))).toEqual(ids);
		expect(new Set(audiences[0]?.contactIds)).toEqual(ids);
		expect(sandbox.requests.filter((request) => request.status === 429)).toEqual([]);
	});
});
