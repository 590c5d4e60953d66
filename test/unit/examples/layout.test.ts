import { exampleWorkflows } from '../../../scripts/examples';
import { flawsOf } from '../../canvas/drawn';
import { layoutOf } from './layout';

describe('The notes of an example', () => {
	it.each(exampleWorkflows().map((workflow) => [workflow.name, workflow] as const))(
		'cover nothing and are as large as their text: %s',
		(_, workflow) => {
			expect(flawsOf(layoutOf(workflow))).toEqual([]);
		},
	);
});
