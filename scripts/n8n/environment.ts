import { delimiter, dirname, join } from 'node:path';
import { nodeForN8n } from '../n8n-host/folder';
import { owner } from './owner';

/** What n8n takes over from the person's own environment; nothing that could change how n8n behaves. */
const inherited = ['HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'SystemRoot'];

/** Listens on the loopback address only, and asks no other host for anything. */
const silentAndOffline = {
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_DISABLED_MODULES: 'mcp-registry',
	N8N_PYTHON_ENABLED: 'false',
	N8N_SENTRY_DSN: '',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
};

/** The same for the command line and the server, or one could not read the other's credentials. */
const encryptionKey = 'n8n-nodes-altur-local-only';

/**
 * The whole environment of an n8n process. Every process of one user folder gets the same key and the same owner.
 * @param userFolder n8n's user folder; its `.n8n-files` is the only place the file nodes may read and write,
 *   which is n8n's default relative to a home directory
 * @param more variables that win over all others
 */
export function n8nEnvironment(
	userFolder: string,
	more: Record<string, string> = {},
): Record<string, string> {
	const kept = inherited.flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value]];
	});
	return {
		...Object.fromEntries(kept),
		PATH: `${dirname(nodeForN8n())}${delimiter}${process.env.PATH ?? ''}`,
		...silentAndOffline,
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: encryptionKey,
		N8N_RESTRICT_FILE_ACCESS_TO: join(userFolder, '.n8n-files'),
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: owner.email,
		N8N_INSTANCE_OWNER_FIRST_NAME: owner.firstName,
		N8N_INSTANCE_OWNER_LAST_NAME: owner.lastName,
		N8N_INSTANCE_OWNER_PASSWORD_HASH: owner.passwordHash,
		...more,
	};
}
