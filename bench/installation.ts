import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { importCredentials } from '../scripts/n8n/commandLine';
import { installCommunityPackage } from '../scripts/n8n/communityPackage';
import { packPackage } from '../scripts/n8n/pack';
import { temporaryUserFolder } from '../scripts/n8n/userFolder';
import { repository } from '../scripts/repository';
import { credentialFiles } from './credentials';

/** A user folder of n8n, with the packed package and the credentials in it. */
export interface Installation {
	userFolder: string;
	remove(): void;
}

/** @param environment for n8n, that of queue mode for one */
export async function installPackage(
	baseUrl: string,
	environment?: Record<string, string>,
): Promise<Installation> {
	const installation = temporaryUserFolder();
	const { userFolder } = installation;
	const packed = join(userFolder, 'packed');
	mkdirSync(packed);
	await installCommunityPackage(await packPackage(repository, packed), userFolder);
	await importCredentials(userFolder, credentialFiles(baseUrl), environment);
	return installation;
}
