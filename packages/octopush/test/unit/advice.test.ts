import { readPhone } from '../../nodes/Octopush/contact/phoneNumber';
import { explainFailure } from '../../nodes/Octopush/errors';

describe('Advice about phone numbers', () => {
	const messageOf = (country?: string) => JSON.stringify(readPhone('12', country, 0));

	it('is to set the Default Country while it is not set, and to check it when it is', () => {
		expect(messageOf()).toContain('Set Default Country, or');
		expect(messageOf('FR')).toContain('Check its digits and the Default Country (FR).');
	});

	it.each([117, 150])('is not to write numbers with +, which all are that were sent (code %i)', (code) => {
		const failure = {
			kind: 'refused',
			status: 400,
			body: { code },
			attempts: 1,
			mayHaveBeenApplied: false,
		} as const;
		expect(explainFailure(failure).advice).not.toMatch(/with \+|Default Country/);
	});
});
