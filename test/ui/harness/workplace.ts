import { z } from 'zod';
import { N8nClient } from '../../../scripts/n8n/client';
import { Editor } from '../editor/editor';
import { browserProfile, n8nAddress } from './runningN8n';

/** Milliseconds for a hook or a test in the editor. */
export const editorPatience = 180_000;

const stored = z.array(z.object({ id: z.string() }));

/** Where a person works: the editor, signed in. */
export interface Workplace {
	editor: Editor;
	/** n8n's REST API, to prepare what a test is not about. */
	client: N8nClient;
	/** Closes the editor, and takes all credentials away. */
	clear(): Promise<void>;
}

/**
 * Opens the editor and signs in.
 *
 * @param suite names the folder of the screenshots
 */
export async function openWorkplace(suite: string): Promise<Workplace> {
	const client = await N8nClient.signIn(n8nAddress());
	const editor = await Editor.open(n8nAddress(), browserProfile(), suite);
	try {
		await editor.signIn();
	} catch (error) {
		await editor.close();
		throw error;
	}
	return {
		editor,
		client,
		async clear() {
			await editor.close();
			const credentials = await client.session.request(stored, 'GET', '/rest/credentials');
			for (const { id } of credentials) {
				await client.session.request(z.unknown(), 'DELETE', `/rest/credentials/${id}`);
			}
		},
	};
}
