import { z } from 'zod';
import { startAlturSandbox, type AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { demoCredential } from '../../../scripts/examples';
import { N8nClient } from '../../../scripts/n8n/client';
import { Editor } from '../editor/editor';
import { browserProfile, n8nAddress } from './runningN8n';

/** Milliseconds for a hook or a test in the editor. */
export const editorPatience = 180_000;

const stored = z.array(z.object({ id: z.string(), type: z.string() }));

/** What a person has on the desk: the editor, signed in, and an Altur of their own. */
export interface Desk {
	editor: Editor;
	sandbox: AlturSandbox;
	/** n8n's REST API, to prepare what a test is not about. */
	client: N8nClient;
	/** Stores a credential for the local Altur, and returns what nodes refer to it by. */
	storeCredential(apiKey?: string): Promise<{ id: string; name: string }>;
	/** Closes the editor and the Altur, and takes the credentials away. */
	clear(): Promise<void>;
}

/**
 * Opens the editor and signs in.
 *
 * @param suite names the folder of the screenshots
 */
export async function openDesk(suite: string): Promise<Desk> {
	const client = await N8nClient.signIn(n8nAddress());
	const editor = await Editor.open(n8nAddress(), browserProfile(), suite);
	const sandbox = await startAlturSandbox({ seed: 'demo' });
	await editor.signIn();
	return {
		editor,
		sandbox,
		client,
		async storeCredential(apiKey = sandbox.apiKey) {
			const { type, data } = demoCredential({ baseUrl: sandbox.baseUrl, apiKey });
			const name = 'Altur account';
			return { id: await client.createCredential({ name, type, data }), name };
		},
		async clear() {
			await editor.close();
			await sandbox.close();
			const credentials = await client.session.request(stored, 'GET', '/rest/credentials');
			for (const { id } of credentials.filter(({ type }) => type === 'alturApi')) {
				await client.session.request(z.unknown(), 'DELETE', `/rest/credentials/${id}`);
			}
		},
	};
}
