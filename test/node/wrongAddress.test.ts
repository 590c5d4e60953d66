import { AlturBench } from './harness/altur';
import { describeWrongAddresses } from './harness/wrongAddress';

describeWrongAddresses({
	service: 'Altur',
	start: async () => await AlturBench.start(),
	nodeTypes: ['n8n-nodes-altur.altur', 'n8n-nodes-altur.alturTrigger'],
	credentialType: 'alturApi',
	wrongKey: [
		{ apiKey: 'wrong-key-1234' },
		'Altur does not accept this key. Paste a valid one from Altur, Dashboard > API Keys.',
	],
	production: 'https://api.altur.io/api/v1.0',
	form: { resource: 'campaign', operation: 'getAll' },
});
