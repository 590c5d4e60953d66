import {
	startOctopushSandbox,
	type OctopushSandbox,
} from '../../../../sandbox/octopush/startOctopushSandbox';
import { mainExample } from '../../../../scripts/examples';
import type { CredentialFile } from '../../../../scripts/n8n/commandLine';
import { outputItems } from '../../../../scripts/n8n/runData';
import { n8nWith, type N8nWith } from '../../../../test/n8n/harness/n8nWith';
import { n8nPatience } from '../../../../test/n8n/harness/packagedN8n';
import { filesOf } from '../../../../test/n8n/harness/tarball';

jest.setTimeout(n8nPatience);

describe('The packed Octopush node in a real n8n', () => {
	let sandbox: OctopushSandbox;
	let credential: CredentialFile;
	let n8n: N8nWith;

	beforeAll(async () => {
		sandbox = await startOctopushSandbox({ seed: 'demo' });
		const { apiLogin, apiKey, baseUrl } = sandbox;
		credential = {
			id: 'octopushDemoAccount',
			name: 'Octopush demo account',
			type: 'octopushApi',
			data: { apiLogin, apiKey, baseUrl },
		};
		n8n = await n8nWith('octopush', credential, 'octopush-add-customers-to-a-list.json');
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
			'dist/credentials/OctopushApi.credentials.js',
			'dist/nodes/Octopush/Octopush.node.js',
			'dist/nodes/Octopush/Octopush.node.json',
			'dist/nodes/Octopush/octopush.dark.svg',
			'dist/nodes/Octopush/octopush.svg',
			'package.json',
		]);
		for (const path of [
			'dist/nodes/Octopush/Octopush.node.js',
			'dist/credentials/OctopushApi.credentials.js',
		]) {
			expect(files.get(path)).not.toMatch(/altur\.io|oliai\.in/);
		}
	});

	it('is found by n8n', () => {
		expect(n8n.nodeTypes).toContain('n8n-nodes-octopush.octopush');
	});

	it('has a credential that turns green, and red with a wrong key', async () => {
		expect(await n8n.client.testCredential(credential)).toMatchObject({ status: 'OK' });
		const wrong = { ...credential, data: { ...credential.data, apiKey: 'wrong-key-1234' } };
		const { status, message } = await n8n.client.testCredential(wrong);
		expect(status).toBe('Error');
		expect(message).not.toContain('wrong-key-1234');
	});

	it('runs the example: every row has one result, and the list holds the numbers', async () => {
		const { status, data } = await n8n.client.runWorkflow('octopushAddContacts', mainExample.trigger);
		expect(status).toBe('success');
		const rows = outputItems(data, mainExample.rows).length;
		const loaded = outputItems(data, 'Add to list', 0);
		const refused = outputItems(data, 'Add to list', 1);
		expect([loaded.length + refused.length, refused.length > 0]).toEqual([rows, true]);
		const numbers = new Set(loaded.map(({ phone_number }) => phone_number));
		const { contacts } = sandbox.state();
		expect(new Set(contacts.map(({ phone_number }) => phone_number))).toEqual(numbers);
		expect(contacts.every(({ lists, tags }) => lists[0] === 'my_list' && tags[0] === 'customers')).toBe(true);
	});
});
