import type { Sandbox } from '../../../sandbox/server/sandbox';
import type { CredentialFile } from '../../../scripts/n8n/commandLine';
import { describeWith, realN8n } from '../../requirements';
import { n8nWith, type N8nWith } from './n8nWith';
import { n8nPatience } from './packagedN8n';
import { filesOf } from './tarball';

/** What is particular to a package below `packages`. */
interface PackedNode<Service extends Sandbox> {
	/** The service's name, as people write it. */
	service: string;
	/** The folder below `packages`. */
	folder: string;
	nodeType: string;
	/** File names without their folder and ending. */
	files: { node: string; credential: string; icon: string };
	/** Addresses that only the other packages know. */
	foreign: RegExp;
	/** A file of `examples/`. */
	example: string;
	startSandbox(): Promise<Service>;
	credential(sandbox: Service): CredentialFile;
}

/**
 * Describes what every packed node has to show in a real n8n.
 *
 * @param more tests of the package's own, which get at the running n8n and the sandbox
 */
export function describePackedNode<Service extends Sandbox>(
	packed: PackedNode<Service>,
	more: (running: () => { n8n: N8nWith; sandbox: Service }) => void,
): void {
	jest.setTimeout(n8nPatience);

	describeWith(realN8n)(`The packed ${packed.service} node in a real n8n`, () => {
		let sandbox: Service;
		let credential: CredentialFile;
		let n8n: N8nWith;

		beforeAll(async () => {
			sandbox = await packed.startSandbox();
			credential = packed.credential(sandbox);
			n8n = await n8nWith(packed.folder, credential, packed.example);
		});
		afterAll(async () => {
			await n8n.end();
			await sandbox.close();
		});

		it('comes in a tarball that holds only its own service', () => {
			const { node, credential: credentialName, icon } = packed.files;
			const code = [
				`dist/credentials/${credentialName}.credentials.js`,
				`dist/nodes/${node}/${node}.node.js`,
			];
			const files = filesOf(n8n.tarball);
			expect([...files.keys()].sort()).toEqual([
				'LICENSE.md',
				'README.md',
				'dist/THIRD-PARTY-LICENSES.txt',
				...code,
				`dist/nodes/${node}/${node}.node.json`,
				`dist/nodes/${node}/${icon}.dark.svg`,
				`dist/nodes/${node}/${icon}.svg`,
				'package.json',
			]);
			for (const path of code) expect(files.get(path)).not.toMatch(packed.foreign);
		});

		it('is found by n8n', () => {
			expect(n8n.nodeTypes).toContain(packed.nodeType);
		});

		it('has a credential that turns green, and red with a wrong key', async () => {
			expect(await n8n.client.testCredential(credential)).toMatchObject({ status: 'OK' });
			const wrong = { ...credential, data: { ...credential.data, apiKey: 'wrong-key-1234' } };
			const { status, message } = await n8n.client.testCredential(wrong);
			expect(status).toBe('Error');
			expect(message).toContain(`${packed.service} does not accept this`);
			expect(message).not.toContain('wrong-key-1234');
		});

		more(() => ({ n8n, sandbox }));
	});
}
