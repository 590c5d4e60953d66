import { startOctopushSandbox } from '../../sandbox/octopush/startOctopushSandbox';
import { startOliAiSandbox } from '../../sandbox/oliai/startOliAiSandbox';
import type { CredentialFile } from '../n8n/commandLine';

/** Services that run on this computer beside Altur. */
interface SisterServices {
	/** By their name, as people write it. */
	addresses: Record<string, string>;
	/** The credentials that the examples use. */
	credentials: CredentialFile[];
	stop(): Promise<void>;
}

/** Starts the services of the packages below `packages`, each with its demo seed. */
export async function startSisterServices(): Promise<SisterServices> {
	const octopush = await startOctopushSandbox({ seed: 'demo' });
	const oliAi = await startOliAiSandbox({ seed: 'demo' });
	return {
		addresses: { Octopush: octopush.origin, OliAI: oliAi.origin },
		credentials: [
			{
				id: 'octopushDemoAccount',
				name: 'Octopush demo account',
				type: 'octopushApi',
				data: { apiLogin: octopush.apiLogin, apiKey: octopush.apiKey, baseUrl: octopush.baseUrl },
			},
			{
				id: 'oliAiDemoAccount',
				name: 'OliAI demo account',
				type: 'oliAiApi',
				data: { apiKey: oliAi.apiKey, environment: 'other', baseUrl: oliAi.baseUrl },
			},
		],
		stop: async () => {
			await octopush.close();
			await oliAi.close();
		},
	};
}
