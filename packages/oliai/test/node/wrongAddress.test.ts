import { describeWrongAddresses } from '../../../../test/node/harness/wrongAddress';
import { OliAiBench } from './harness/oliAi';

describeWrongAddresses({
	service: 'OliAI',
	start: async () => await OliAiBench.start(),
	nodeTypes: ['n8n-nodes-oliai.oliAi'],
	credentialType: 'oliAiApi',
	wrongKey: [
		{ apiKey: 'wrong-key-1234' },
		'OliAI does not accept this key. Paste a valid one from OliAI, Settings > API Keys, and check the Environment: keys of Production and QA differ.',
	],
	production: 'https://api.oliai.in/v1',
	form: { resource: 'contact', operation: 'getAll' },
});
