import {
	startAlturSandbox,
	type AlturSandbox,
	type AlturSandboxOptions,
} from '../../../sandbox/altur/startAlturSandbox';
import { defaultSecret } from '../../../sandbox/altur/webhook/settings';
import { demoCredential } from '../../../scripts/examples';
import { openWorkplace, type Workplace } from './workplace';

export { editorPatience } from './workplace';

/** What a person has on the desk: the editor, signed in, and an Altur of their own. */
export interface Desk extends Workplace {
	sandbox: AlturSandbox;
	/** Stores a credential for the local Altur, and returns what nodes refer to it by. */
	storeCredential(apiKey?: string): Promise<{ id: string; name: string }>;
}

/**
 * Opens the editor and signs in, beside a new Altur; `clear` ends both.
 *
 * @param suite names the folder of the screenshots
 * @param options how this Altur differs from the demo's
 */
export async function openDesk(suite: string, options: AlturSandboxOptions = {}): Promise<Desk> {
	const { editor, client, clear } = await openWorkplace(suite);
	const sandbox = await startAlturSandbox({ seed: 'demo', ...options });
	return {
		editor,
		sandbox,
		client,
		async storeCredential(apiKey = sandbox.apiKey) {
			const { type, data } = demoCredential({
				baseUrl: sandbox.baseUrl,
				apiKey,
				webhookSecret: defaultSecret,
			});
			const name = 'Altur account';
			return { id: await client.createCredential({ name, type, data }), name };
		},
		async clear() {
			await clear();
			await sandbox.close();
		},
	};
}
