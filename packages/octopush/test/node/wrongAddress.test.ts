import { describeWrongAddresses } from '../../../../test/node/harness/wrongAddress';
import { OctopushBench } from './harness/octopush';

describeWrongAddresses({
	service: 'Octopush',
	start: async () => await OctopushBench.start(),
	nodeTypes: ['n8n-nodes-octopush.octopush'],
	credentialType: 'octopushApi',
	wrongKey: [
		{ apiKey: 'wrong-key-1234' },
		'Octopush does not accept this login and key. Paste both from the API credentials of your Octopush account.',
	],
	production: 'https://api.octopush.com/v1/public',
	form: { resource: 'account', operation: 'getBalance' },
});
